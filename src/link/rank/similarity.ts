import { editDistance } from '../../graph/nearest.ts';
import { normalised, type Word, wordsOf } from './words.ts';

/** How much a word tells: rare ones tell most. */
export type Weight = (stem: string) => number;

/** A name, taken apart once. */
export interface Name {
  readonly text: string;
  readonly normalised: string;
  readonly words: readonly Word[];
}

export const nameOf = (text: string): Name => ({ text, normalised: normalised(text), words: wordsOf(text) });

/** How much alike two names are that are not the same, from 0 to 1: by their words or by their letters, whichever is more. */
export const similarity = (one: Name, other: Name, weight: Weight): number =>
  Math.max(
    wordSimilarity(one.words, other.words, weight),
    letterSimilarity(one.normalised, other.normalised),
  );

/** By letters: what share of the longer name can stay; little is nothing, since any two names have letters in common. */
function letterSimilarity(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 0.7 * long.length) return 0;
  const share = 1 - editDistance(one, other) / long.length;
  return share >= 0.7 ? share : 0;
}

/** By words: the harmonic mean of how much of each name is found in the other, by what its words tell. */
export function wordSimilarity(one: readonly Word[], other: readonly Word[], weight: Weight): number {
  const found = covered(one, other, weight);
  const back = covered(other, one, weight);
  return found + back === 0 ? 0 : (2 * found * back) / (found + back);
}

/** How much of what a name tells is found in another. */
export function covered(one: readonly Word[], other: readonly Word[], weight: Weight): number {
  const short = new Set([...abbreviated(one, other), ...spelledOut(one, other)]);
  let all = 0;
  let found = 0;
  for (const [index, word] of one.entries()) {
    const telling = weight(word.stem);
    all += telling;
    found +=
      telling * (short.has(index) ? 1 : Math.max(0, ...other.map((each) => likeness(word.stem, each.stem))));
  }
  return all === 0 ? 0 : found / all;
}

/** How much alike two words are: the same, one of them a compound with the other, or with the same beginning. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  // What stands last in a compound says what sort of thing it is.
  if (short.length >= 5 && long.endsWith(short)) return 0.8;
  let same = 0;
  while (same < short.length && one[same] === other[same]) same++;
  // Of one root, with other endings: “democratie” and “democratisch”.
  if (same >= 6 && same >= short.length - 2 && same >= 0.6 * long.length) return 0.8;
  return same >= 5 && same >= 0.45 * long.length ? (1.6 * same) / (one.length + other.length) : 0;
}

/** The words of a name that abbreviate some of another: DG for Directorate-General. */
const abbreviated = (one: readonly Word[], other: readonly Word[]): number[] =>
  one.flatMap(({ stem, isAbbreviation }, index) =>
    isAbbreviation && runsOf(other, stem.length).some(({ initials }) => initials === stem) ? [index] : [],
  );

/** The words of a name that another abbreviates. */
const spelledOut = (one: readonly Word[], other: readonly Word[]): number[] =>
  other.flatMap(({ stem, isAbbreviation }) =>
    isAbbreviation
      ? runsOf(one, stem.length)
          .filter(({ initials }) => initials === stem)
          .flatMap(({ start }) => Array.from({ length: stem.length }, (_, index) => start + index))
      : [],
  );

/** So many words of a name after each other, all with capitals, with their first letters. */
const runsOf = (words: readonly Word[], length: number): { start: number; initials: string }[] =>
  Array.from({ length: Math.max(0, words.length - length + 1) }, (_, start) => start)
    .filter((start) => words.slice(start, start + length).every(({ isCapital }) => isCapital))
    .map((start) => ({
      start,
      initials: words
        .slice(start, start + length)
        .map(({ stem }) => stem[0])
        .join(''),
    }));
