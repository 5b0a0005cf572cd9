import type { Authority } from '../authority/read-authority.ts';
import type { Entry, Label } from '../authority/entry.ts';
import type { Weight } from './similarity.ts';
import { type Word, wordsOf } from './words.ts';

/** As many things are compared with a subject name by name. */
const mostCompared = 300;

/** The things of an authority by the words of their names, so that few of many thousands need be compared. */
export class Search {
  readonly #byKey = new Map<string, Set<Entry>>();
  readonly #counts = new Map<string, number>();
  readonly #size: number;

  constructor({ entries }: Pick<Authority, 'entries'>) {
    this.#size = entries.length;
    for (const entry of entries) {
      const stems = new Set<string>();
      for (const { text } of entry.labels) {
        const words = wordsOf(text);
        for (const key of keysOf(words)) {
          const found = this.#byKey.get(key);
          if (found) found.add(entry);
          else this.#byKey.set(key, new Set([entry]));
        }
        for (const { stem } of words) stems.add(stem);
      }
      for (const stem of stems) this.#counts.set(stem, (this.#counts.get(stem) ?? 0) + 1);
    }
  }

  /** How much a word tells here: it tells most where few things have it in a name. */
  readonly weight: Weight = (stem) => Math.log(1 + this.#size / Math.max(1, this.#counts.get(stem) ?? 0));

  /** The things that share most of their words with labels, in whole or in part. */
  find(labels: readonly Label[]): Entry[] {
    const found = new Map<Entry, number>();
    for (const { text } of labels)
      for (const key of new Set(keysOf(wordsOf(text)))) {
        const entries = this.#byKey.get(key);
        if (!entries) continue;
        const telling = Math.log(1 + this.#size / entries.size);
        for (const entry of entries) found.set(entry, (found.get(entry) ?? 0) + telling);
      }
    return [...found]
      .sort(([a, more], [b, less]) => less - more || (a.iri < b.iri ? -1 : 1))
      .slice(0, mostCompared)
      .map(([entry]) => entry);
  }
}

/** What words are looked up by: themselves, their beginning and end, and the first letters of a name as an abbreviation. */
function keysOf(words: readonly Word[]): string[] {
  const initials = words.map(({ stem }) => stem[0]).join('');
  return [
    ...words.flatMap(({ stem, isAbbreviation }) => [
      stem,
      ...(stem.length >= 5 ? [`^${stem.slice(0, 5)}`, `$${stem.slice(-5)}`] : []),
      ...(isAbbreviation ? [`#${stem}`] : []),
    ]),
    ...[2, 3, 4, 5]
      .filter((length) => length <= initials.length)
      .map((length) => `#${initials.slice(0, length)}`),
  ];
}
