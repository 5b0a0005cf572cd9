import type { Language } from '../graph/language-map.ts';
import { addressOf } from './addresses.ts';

/** The forms in which something can be had. */
export type Form = 'html' | 'ttl' | 'jsonld';

/** A choice between forms: what an `Accept` header is to say for it. The first that fits counts, and else HTML is given. */
export interface FormChoice {
  readonly form: Form;
  /** A regular expression for the header, without regard to case. */
  readonly accept: string;
}

const types: readonly (readonly [Form, string])[] = [
  ['ttl', 'text/turtle'],
  ['jsonld', 'application/(?:ld[+])?json'],
  ['html', '(?:text/html|application/xhtml[+]xml)'],
];
const other = '(?:;\\s*(?!q=)[^,;]*)*';
const full = `${other}(?:;\\s*q=1(?:[.]0*)?\\s*)?(?:,|$)`;
const less = `${other};\\s*q=0[.]0*[1-9][0-9]*\\s*(?:,|$)`;

/**
 * The one table that the rules for every server are made from, beside that of addresses. Types with full weight come
 * before those with less; weights below 1 are not compared (RFC 9110 §12.5.1 leaves that to the server).
 */
export const formChoices: readonly FormChoice[] = [full, less].flatMap((weight) =>
  types.map(([form, type]) => ({ form, accept: `(?:^|,)\\s*${type}\\s*${weight}` })),
);

/** For what `Accept-Language` header English is given; Dutch for all others, since the site begins there. */
export const englishFor = '^\\s*en|^(?!.*\\bnl\\b).*\\ben\\b';

/** Where somebody is sent who asks for an IRI. */
export interface Target {
  /** The file in the folder of the site. */
  readonly file: string;
  /** The path from the root of the site, as a browser asks for it. */
  readonly path: string;
  readonly fragment: string | undefined;
  readonly form: Form;
}

const choices = formChoices.map(({ form, accept }) => ({ form, test: new RegExp(accept, 'i') }));
const english = new RegExp(englishFor, 'i');

/** The form for an `Accept` header. */
export const formFor = (accept: string | undefined): Form =>
  choices.find(({ test }) => test.test(accept ?? ''))?.form ?? 'html';

/** The language for an `Accept-Language` header. */
export const languageFor = (acceptLanguage: string | undefined): Language =>
  english.test(acceptLanguage ?? '') ? 'en' : 'nl';

/** Follows the rules as a server does; undefined for an IRI that is not the project's. */
export function resolve(
  iri: string,
  base: string,
  headers: { readonly accept?: string | undefined; readonly acceptLanguage?: string | undefined } = {},
): Target | undefined {
  const address = addressOf(iri, base);
  if (!address) return undefined;
  const form = formFor(headers.accept);
  const { page, fragment } = address;
  if (form !== 'html') return { form, file: `${page}.${form}`, path: `${page}.${form}`, fragment };
  const path = `${languageFor(headers.acceptLanguage)}/${page}/`;
  return { form, file: `${path}index.html`, path, fragment };
}
