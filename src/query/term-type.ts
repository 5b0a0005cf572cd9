import type { Term } from '@rdfjs/types';
import { isOfDatatype, xsd, xsdDatatypes } from '../graph/datatypes.ts';
import { iri, literal } from '../graph/terms.ts';
import { isLanguageTag } from '../graph/well-formed.ts';

/**
 * What a term is to be, in a word: the endings of BASIL's variables, which parameters have, and the words that
 * columns are declared with.
 */
export interface TermType {
  /** Whether a term is of it, and has a value in it. */
  readonly admits: (term: Term) => boolean;
  /** A term of a text; undefined where there is none. Some types are for columns only, or need more than a text. */
  readonly make?: (text: string) => Term | undefined;
}

/** The words that name a type, for messages. */
export const typeWords =
  'iri, text, number, a language such as nl or @nl-BE, a datatype of XML Schema such as integer or date, or prefix:datatype';

/** More words for columns. */
export const columnWords = `${typeWords}, or term, blank, literal or words, which is in any language`;

const isLiteral = (term: Term) => term.termType === 'Literal';

const numbers: ReadonlySet<string> = new Set(
  (
    'decimal float double integer long int short byte unsignedLong unsignedInt unsignedShort unsignedByte ' +
    'positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger'
  )
    .split(' ')
    .map((name) => xsd + name),
);

const fixed: ReadonlyMap<string, TermType> = new Map<string, TermType>([
  ['iri', { admits: (term) => term.termType === 'NamedNode' }],
  ['blank', { admits: (term) => term.termType === 'BlankNode' }],
  ['term', { admits: () => true }],
  ['words', { admits: (term) => isLiteral(term) && term.language !== '' }],
  ['literal', { admits: isLiteral, make: (text) => literal(text) }],
  [
    'number',
    {
      admits: (term) =>
        isLiteral(term) && numbers.has(term.datatype.value) && isOfDatatype(term.value, term.datatype.value),
      make: makeNumber,
    },
  ],
]);

/**
 * The type that a word names; undefined where it names none.
 * @param prefixes for datatypes that are written with a prefix.
 */
export function typeOf(word: string, prefixes: ReadonlyMap<string, string>): TermType | undefined {
  const known = fixed.get(word);
  if (known) return known;
  if (word === 'text') return datatype(`${xsd}string`);
  if (xsdDatatypes.has(word)) return datatype(xsd + word);
  if (/^[a-z]{2}$/.test(word)) return inLanguage(word);
  if (word.startsWith('@')) return isLanguageTag(word.slice(1)) ? inLanguage(word.slice(1)) : undefined;
  const [, prefix, local] = /^([^:]*):(.+)$/.exec(word) ?? [];
  const namespace =
    prefix === undefined ? undefined : (prefixes.get(prefix) ?? (prefix === 'xsd' ? xsd : undefined));
  return namespace === undefined ? undefined : datatype(namespace + local!);
}

const inLanguage = (tag: string): TermType => ({
  admits: (term) => isLiteral(term) && term.language.toLowerCase() === tag.toLowerCase(),
  make: (text) => literal(text, tag),
});

const datatype = (name: string): TermType => ({
  admits: (term) => isLiteral(term) && term.datatype.value === name && isOfDatatype(term.value, name),
  make: (text) => (isOfDatatype(text, name) ? literal(text, iri(name)) : undefined),
});

/** A number as SPARQL types what it looks like (SPARQL 1.1 §19.8, NumericLiteral). */
function makeNumber(text: string): Term | undefined {
  if (!isOfDatatype(text, `${xsd}double`) || /[a-df-zA-DF-Z]/.test(text)) return undefined;
  return literal(text, iri(xsd + (/e/i.test(text) ? 'double' : text.includes('.') ? 'decimal' : 'integer')));
}
