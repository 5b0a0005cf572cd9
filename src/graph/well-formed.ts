/** Characters that no IRI may hold as they are (RFC 3987 §2.2, as Turtle's IRIREF has it). */
export const forbiddenInIri = /[\u0000-\u0020<>"{}|^`\\]/;

/** Whether an IRI has a scheme, so that it means the same everywhere. */
export const isAbsolute = (iri: string): boolean => /^[A-Za-z][A-Za-z\d+.-]*:/.test(iri);

/** The syntax of RFC 5646 §2.1, and what it allows from before. */
const languageTag = new RegExp(
  '^(?:' +
    '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})' + // language, extended languages
    '(?:-[a-z]{4})?' + // script
    '(?:-(?:[a-z]{2}|\\d{3}))?' + // region
    '(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*' + // variants
    '(?:-[a-wyz\\d](?:-[a-z\\d]{2,8})+)*' + // extensions
    '(?:-x(?:-[a-z\\d]{1,8})+)?' +
    '|x(?:-[a-z\\d]{1,8})+' + // private use
    '|en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)' +
    '|sgn-(?:be-fr|be-nl|ch-de)' +
    ')$',
  'i',
);

/** Whether a language tag is well-formed, which RDF asks of it (RDF 1.1 Concepts §3.3). */
export const isLanguageTag = (tag: string): boolean => languageTag.test(tag);
