import type { Term } from '@rdfjs/types';
import { type RecordedText, recordedTexts } from '../evidence/anchors.ts';
import { type Coverage, coverage, isCovered } from '../evidence/coverage.ts';
import { driftOf, inside } from '../evidence/drift.ts';
import { readSource } from '../evidence/read-source.ts';
import type { SourceText } from '../evidence/source-text.ts';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { type EvidenceRule, formHint, evidenceMessages, moveHint, textHint } from './evidence-messages.ts';
import type { Finding } from './problem.ts';

/** What came of holding a report's anchors against its text. */
export interface Evidence {
  readonly slug: string;
  readonly anchors: number;
  /** Absent where the text is not there: then nothing was checked. */
  readonly coverage?: Coverage;
  readonly offences: readonly Finding[];
}

/** Recomputes every digest of every report whose text stands in `sources` as `<slug>.txt`. */
export const checkEvidence = async (dataset: Pick<Dataset, 'match'>, sources: string): Promise<Evidence[]> =>
  (await checkTexts(dataset, sources)).map(({ evidence }) => evidence);

/** The same, each with the node of its text, in the order of those. */
export async function checkTexts(
  dataset: Pick<Dataset, 'match'>,
  sources: string,
): Promise<{ readonly text: Term; readonly evidence: Evidence }[]> {
  const found: { text: Term; evidence: Evidence }[] = [];
  for (const recorded of recordedTexts(dataset)) {
    const common = { slug: recorded.slug, anchors: recorded.anchors.length };
    const source = await readSource(sources, recorded.slug);
    const evidence = source
      ? { ...common, coverage: coverage(recorded, source), offences: offences(recorded, source) }
      : { ...common, offences: [] };
    found.push({ text: recorded.node, evidence });
  }
  return found;
}

function offences(recorded: RecordedText, source: SourceText): Finding[] {
  const offence = (focus: Term, rule: EvidenceRule, hint?: LanguageMap): Finding => ({
    kind: 'evidence',
    severity: 'violation',
    focus,
    rule,
    message: evidenceMessages[rule],
    hint,
  });
  const drift = driftOf(recorded, source);
  const found: Finding[] = [];
  if (drift?.textChanged)
    found.push(
      drift.form
        ? offence(recorded.node, 'text-in-other-form', formHint(drift.form))
        : offence(recorded.node, 'text-changed', textHint(recorded, source, drift)),
    );
  for (const move of drift?.moves ?? []) {
    const rule = inside(move.anchor, source) ? 'anchor-changed' : 'anchor-outside-text';
    found.push(offence(move.anchor.node, rule, moveHint(move, drift!)));
  }
  for (const paragraph of recorded.paragraphs)
    if (!isCovered(recorded, paragraph)) found.push(offence(paragraph.node, 'paragraph-without-evidence'));
  return found;
}
