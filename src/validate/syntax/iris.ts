import { forbiddenInIri, isAbsolute } from '../../graph/well-formed.ts';
import { checkCharacters, codesOf } from './characters.ts';
import type { Offence } from './rules.ts';

const everyForbidden = new RegExp(forbiddenInIri, 'g');

/** Characters of a text that no IRI may hold, as U+0020; empty where there are none. */
export const forbiddenIn = (text: string): string =>
  forbiddenInIri.test(text) ? codesOf(text, everyForbidden) : '';

/** What is wrong with the spelling of an IRI. */
export function checkIri(iri: string): Offence[] {
  const found = checkCharacters(iri);
  const forbidden = forbiddenIn(iri);
  if (!isAbsolute(iri)) found.push({ rule: 'relative-iri', detail: iri });
  if (forbidden) found.push({ rule: 'forbidden-in-iri', detail: forbidden });
  const percent = /%(?![\dA-Fa-f]{2}).{0,2}/.exec(iri);
  if (percent) found.push({ rule: 'percent-encoding', detail: percent[0] });
  const mixed = isAscii(iri) ? undefined : iri.split(/[^\p{L}\p{M}]+/u).find(isMixed);
  if (mixed) found.push({ rule: 'mixed-scripts', detail: mixed });
  return found;
}

const isAscii = (text: string): boolean => /^[\x00-\x7F]*$/.test(text);

/** Scripts with letters that look like those of another; Japanese and Korean mix theirs as a rule. */
const lookalike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

const isMixed = (word: string): boolean =>
  !isAscii(word) && lookalike.filter((script) => script.test(word)).length > 1;
