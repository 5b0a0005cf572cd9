import type { Range, SourceText } from './source-text.ts';

/** A passage of which only the place where it once stood and the digest are known. */
export interface Digested extends Range {
  readonly digest: string;
}

export interface Found {
  /** By digest, every place where the passage stands, in the order of the text. */
  readonly places: ReadonlyMap<string, readonly Range[]>;
  /** Whether all of the text was looked at for those that were not found. */
  readonly complete: boolean;
}

/** An edit seldom moves two neighbours more than this far apart. */
const near = 256;

/**
 * Looks where passages stand now, by the digests of equally long passages. Each is first looked for
 * where its neighbour went; what is not there, in all of the text, for one length at a time.
 * @param passages in the order of the text.
 * @param limit how many digests to make at most; each takes some microseconds.
 */
export function findDigests(source: SourceText, passages: readonly Digested[], limit: number): Found {
  const wanted = new Set(passages.map(({ digest }) => digest));
  const startOf = new Map<string, number>();
  const lengthsDone = new Set<number>();
  let made = 0;
  let shift = 0;

  const look = (first: number, last: number, length: number): void => {
    for (let start = Math.max(0, first); start <= Math.min(last, source.length - length); start++) {
      if (++made > limit) return;
      const digest = source.digest({ start, end: start + length });
      if (wanted.has(digest) && !startOf.has(digest)) startOf.set(digest, start);
    }
  };

  const found = new Map<string, readonly Range[]>();
  for (const { start, end, digest } of passages) {
    const length = end - start;
    if (!(length > 0)) continue;
    const expected = start + shift;
    if (!startOf.has(digest)) look(expected, expected, length);
    if (!startOf.has(digest)) look(expected - near, expected + near, length);
    if (!startOf.has(digest) && !lengthsDone.has(length)) {
      lengthsDone.add(length);
      look(0, source.length, length);
    }
    const now = startOf.get(digest);
    if (now === undefined) continue;
    shift = now - start;
    found.set(digest, everyPlace(source, { start: now, end: now + length }));
  }
  return { places: found, complete: made <= limit };
}

/** The places where the same characters stand. Once one is found, the words are known and need no digest. */
function everyPlace(source: SourceText, range: Range): Range[] {
  const words = source.slice(range);
  const places: Range[] = [];
  for (let unit = source.text.indexOf(words); unit !== -1; unit = source.text.indexOf(words, unit + 1)) {
    const start = source.pointAt(unit);
    places.push({ start, end: start + range.end - range.start });
  }
  return places;
}
