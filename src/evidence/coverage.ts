import type { Term } from '@rdfjs/types';
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

/** What the graph says of one paragraph. */
export interface ParagraphCoverage extends Range {
  readonly node: Term;
  /** Whether a claim or an entity rests on it. */
  readonly covered: boolean;
  /** How many claims rest on a passage of it. */
  readonly claims: number;
  /** As for the whole text. */
  readonly share: number;
}

/** How much of a text is taken up by the graph. */
export function coverage(recorded: RecordedText, source: SourceText): Coverage {
  const paragraphs = recorded.paragraphs.filter((paragraph) => isCovered(recorded, paragraph));
  return {
    paragraphs: recorded.paragraphs.length,
    covered: paragraphs.length,
    share: shareOf(recorded, source)({ start: 0, end: source.length }),
  };
}

/** How much of each paragraph is taken up by the graph, in the order of the text. */
export function coverageByParagraph(recorded: RecordedText, source: SourceText): ParagraphCoverage[] {
  const share = shareOf(recorded, source);
  return recorded.paragraphs.map((paragraph) => ({
    ...paragraph,
    covered: isCovered(recorded, paragraph),
    claims: recorded.claims.filter(({ anchors }) => anchors.some((anchor) => within(anchor, paragraph)))
      .length,
    share: share(paragraph),
  }));
}

/** Whether a claim or an entity rests on a passage of a paragraph. */
export const isCovered = ({ anchors }: RecordedText, paragraph: Range): boolean =>
  anchors.some((anchor) => anchor.carries && within(anchor, paragraph));

/** Tells of a passage which share of its characters, white space apart, lies inside an anchor that carries something. */
function shareOf({ anchors }: RecordedText, source: SourceText): (passage: Range) => number {
  const taken = new Uint8Array(source.length);
  for (const { start, end, carries } of anchors) if (carries) taken.fill(1, start, end);
  const characters = Array.from(source.text);
  return ({ start, end }) => {
    let marks = 0;
    let inside = 0;
    for (let point = Math.max(0, start); point < Math.min(end, source.length); point++) {
      if (/\s/u.test(characters[point]!)) continue;
      marks += 1;
      inside += taken[point]!;
    }
    return marks === 0 ? 0 : inside / marks;
  };
}

/** Whether a passage lies inside another. */
export const within = (inner: Range, outer: Range): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
