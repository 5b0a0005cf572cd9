import type { RecordedClaim, RecordedText } from './anchors.ts';
import { type Coverage, coverage, coverageByParagraph, type ParagraphCoverage } from './coverage.ts';
import { type Drift, driftOf } from './drift.ts';
import type { SourceText } from './source-text.ts';

/** What a text says about the evidence that the graph finds in it. */
export interface Checked {
  readonly source: SourceText;
  readonly coverage: Coverage;
  readonly paragraphs: readonly ParagraphCoverage[];
  /** Absent where every anchor holds and the text is the recorded one. */
  readonly drift: Drift | undefined;
}

/** The evidence of one report. */
export interface Examination {
  readonly recorded: RecordedText;
  /** Claims that rest on no passage at all; that shows without the text. */
  readonly bareClaims: readonly RecordedClaim[];
  /** Absent where the text is not there: then nothing was checked. */
  readonly checked: Checked | undefined;
}

/** Holds what the graph records of a text against that text, where it is there. */
export const examine = (recorded: RecordedText, source: SourceText | undefined): Examination => ({
  recorded,
  bareClaims: recorded.claims.filter(({ anchors }) => anchors.length === 0),
  checked: source && {
    source,
    coverage: coverage(recorded, source),
    paragraphs: coverageByParagraph(recorded, source),
    drift: driftOf(recorded, source),
  },
});

/** Whether nothing was found that a person has to mend. */
export const isSound = ({ bareClaims, checked }: Examination): boolean =>
  bareClaims.length === 0 && !checked?.drift && (checked?.paragraphs.every(({ covered }) => covered) ?? true);
