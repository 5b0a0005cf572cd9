/** A text without what does not tell names apart: case, accents, punctuation, an article before it, and what stands between brackets after it. */
export function normalised(text: string): string {
  const plain = folded(text);
  const name = plain.replace(/\s*\([^()]*\)\s*$/, '') || plain;
  return (
    name
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/^(?:de|het|een|the|an?) (?=.)/, '')
      // “Open source”, “open-source” and “opensource” are one.
      .replaceAll(' ', '')
  );
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');

/** Words that say nothing of what a name means, in Dutch and English. */
const small = new Set(
  'a an and at by de der den een en for from het in met of on op or te the to uit van voor with s'.split(' '),
);

/** A word of a name. */
export interface Word {
  /** The word without its ending, by which it is compared. */
  readonly stem: string;
  /** Whether it was written in capitals, as abbreviations are. */
  readonly isAbbreviation: boolean;
  /** Whether it begins with a capital, as the words of names do. */
  readonly isCapital: boolean;
}

/** The words of a name that say something; what stands between brackets after it is not one of them. */
export function wordsOf(text: string): Word[] {
  const name = text.replace(/\s*\([^()]*\)\s*$/, '') || text;
  const all = [
    ...name
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([word]) => ({
    stem: stemOf(word.toLowerCase()),
    word: word.toLowerCase(),
    isAbbreviation: /^\p{Lu}{2,5}$/u.test(word),
    isCapital: /^\p{Lu}/u.test(word),
  }));
  const telling = all.filter(({ word }) => !small.has(word));
  return (telling.length > 0 ? telling : all).map(({ word: _, ...rest }) => rest);
}

/** A word without the endings that Dutch and English give it for number and the like; rough, and the same for both. */
const stemOf = (word: string): string =>
  word
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?<=.{3})(?:en|es|e|s)$/, '')
    // “modellen” and “model”
    .replace(/([bdfgklmnprt])\1$/, '$1')
    // “sociaal” and “sociale”, “standaarden” and “standard”
    .replace(/([aeou])\1(?=[^aeiou]+$)/, '$1');
