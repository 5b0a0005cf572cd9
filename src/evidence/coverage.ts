import type { RecordedText } from './anchors.ts';
import type { Range, SourceText } from './source-text.ts';

export interface Coverage {
  /** Paragraphs that the graph describes. */
  readonly paragraphs: number;
  /** How many of them hold at least one passage that a claim or an entity rests on. */
  readonly covered: number;
  /** Share, from 0 to 1, of the text's characters other than white space that lie inside such a passage. */
  readonly share: number;
}

/** How much of a text is taken up by the graph. */
export function coverage(recorded: RecordedText, source: SourceText): Coverage {
  const carrying = recorded.anchors.filter((anchor) => anchor.carries);
  const covered = recorded.paragraphs.filter((paragraph) =>
    carrying.some((anchor) => within(anchor, paragraph)),
  );
  const inside = new Uint8Array(source.length);
  for (const { start, end } of carrying) inside.fill(1, start, end);
  let marks = 0;
  let taken = 0;
  for (const [index, character] of Array.from(source.text).entries()) {
    if (/\s/u.test(character)) continue;
    marks += 1;
    taken += inside[index]!;
  }
  return {
    paragraphs: recorded.paragraphs.length,
    covered: covered.length,
    share: marks === 0 ? 0 : taken / marks,
  };
}

/** Whether a passage lies inside another. */
export const within = (inner: Range, outer: Range): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
