/**
 * Something that can be found. It is a list, so that the index is small: which kind it is, its page without language,
 * what it is called in Dutch and in English, other names and spellings, and who says it.
 */
export type Entry = readonly [kind: number, page: string, nl: string, en: string, also?: string, by?: string];

/** An entry that was found, with how well it fits: the lower, the better. */
export interface Found {
  readonly entry: Entry;
  readonly distance: number;
}

/** A text without what people leave out when they type, and where each of its characters stood. */
interface Folded {
  readonly text: string;
  readonly from: readonly number[];
}

// Letters that are not taken apart by compatibility decomposition (NFKD), but are typed so.
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Case, diacritics, hyphens and apostrophes make no difference to who searches. */
function folded(text: string): Folded {
  const from: number[] = [];
  let result = '';
  let position = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/[\p{M}\u00ad‐‑'’-]/gu, '')
      .toLowerCase();
    const typed = letters[plain] ?? plain;
    result += typed;
    for (let each = 0; each < typed.length; each++) from.push(position);
    position += character.length;
  }
  from.push(position);
  return { text: result, from };
}

/** A text as it is compared. */
export const fold = (text: string): string => folded(text).text;

/** The words of a question; each is to be found. */
export const wordsOf = (question: string): string[] => [
  ...new Set(fold(question).match(/[\p{L}\p{N}]+/gu) ?? []),
];

/** How far from what is sought a word stands in a text: 0 at its start, 1 at the start of a word, 2 within one. */
function place(text: string, word: string): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0) return 0;
    if (!/[\p{L}\p{N}]/u.test(text[at - 1]!)) best = 1;
    // A part of a compound is found; two letters within a word are an accident.
    else if (word.length > 2) best ??= 2;
  }
  return best;
}

/** How much it matters in which text a word is found: the name in the reader's language first. */
const weights = [0, 3, 4, 8];

/**
 * Makes a function that finds entries in which every word of a question stands, the best first.
 * @param language the language of the reader, whose names count most; the other's are found as well.
 */
export function finder(
  entries: readonly Entry[],
  language: 'nl' | 'en',
): (question: string) => readonly Found[] {
  const texts = entries.map(([, , nl, en, also = '', by = '']) =>
    (language === 'nl' ? [nl, en, also, by] : [en, nl, also, by]).map(fold),
  );
  return (question) => {
    const words = wordsOf(question);
    if (words.length === 0) return [];
    const found = entries.flatMap((entry, index): Found[] => {
      let distance = 0;
      for (const word of words) {
        const places = texts[index]!.map((text, field) => (place(text, word) ?? Infinity) + weights[field]!);
        distance += Math.min(...places);
      }
      return distance < Infinity ? [{ entry, distance }] : [];
    });
    // Sorting is stable: what is as good stays in the order of the index.
    return found.sort((a, b) => a.distance - b.distance);
  };
}

/** Where words of a question stand in a text, as `[from, to]`, in order and apart. */
export function marksIn(text: string, question: string): (readonly [from: number, to: number])[] {
  const { text: plain, from } = folded(text);
  const marks: [number, number][] = [];
  for (const word of wordsOf(question))
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length)) {
      if (word.length < 3 && at > 0 && /[\p{L}\p{N}]/u.test(plain[at - 1]!)) continue;
      marks.push([from[at]!, from[at + word.length]!]);
    }
  marks.sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const mark of marks) {
    const last = apart.at(-1);
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else apart.push(mark);
  }
  return apart;
}
