import type { Offence } from './rules.ts';

const surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Controls but for tab and line ends; zero-width characters; marks of direction. Joiners are left where a
 * script or an emoji needs them (after RFC 5892, appendix A).
 */
const invisible =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?<![\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu;

/** What is wrong with the characters of a text, whatever it says. */
export function checkCharacters(text: string): Offence[] {
  // Most texts are plain, and this is asked of every one.
  if (/^[\t\n\r\x20-\x7E\u00A1-\u017F\u2010-\u2027\u20AC]*$/.test(text)) return [];
  const found: Offence[] = [];
  const half = surrogate.exec(text);
  if (half) found.push({ rule: 'lone-surrogate', detail: codeOf(half[0]) });
  if (text.includes('\uFFFD')) found.push({ rule: 'replacement-character', detail: 'U+FFFD' });
  const codes = codesOf(text, invisible);
  if (codes) found.push({ rule: 'invisible-character', detail: codes });
  const normal = text.normalize('NFC');
  if (normal !== text) found.push({ rule: 'not-nfc', detail: wordAround(text, normal) });
  return found;
}

/** The characters of a text that match, each once, as U+202E. */
export const codesOf = (text: string, pattern: RegExp): string =>
  [...new Set(text.match(pattern))].map(codeOf).join(', ');

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The first word that is another in the normal form, as it is there. */
function wordAround(text: string, normal: string): string {
  const words = text.split(/\s+/);
  return normal.split(/\s+/).find((word, index) => word !== words[index]) ?? '';
}
