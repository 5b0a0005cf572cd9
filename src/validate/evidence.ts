import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Term } from '@rdfjs/types';
import { type RecordedText, recordedTexts } from '../evidence/anchors.ts';
import { type Coverage, coverage } from '../evidence/coverage.ts';
import { SourceText } from '../evidence/source-text.ts';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { readText } from '../project/load.ts';
import type { Finding } from './problem.ts';

/** What came of holding a report's anchors against its text. */
export interface Evidence {
  readonly slug: string;
  readonly anchors: number;
  /** Absent where the text is not there: then nothing was checked. */
  readonly coverage?: Coverage;
  readonly offences: readonly Finding[];
}

/** An offence against the evidence; its rule is one of these names. */
export type EvidenceRule =
  'text-changed' | 'anchor-outside-text' | 'anchor-changed' | 'paragraph-without-evidence';

/** Recomputes every digest of every report whose text stands in `sources` as `<slug>.txt`. */
export async function checkEvidence(dataset: Dataset, sources: string): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const recorded of recordedTexts(dataset)) {
    const path = join(sources, `${recorded.slug}.txt`);
    const common = { slug: recorded.slug, anchors: recorded.anchors.length };
    if (!existsSync(path)) found.push({ ...common, offences: [] });
    else {
      const source = new SourceText(await readText({ path, shown: relative(process.cwd(), path) }));
      found.push({ ...common, coverage: coverage(recorded, source), offences: offences(recorded, source) });
    }
  }
  return found;
}

/** What to do about each sort of offence. */
export const evidenceMessages: Readonly<Record<EvidenceRule, LanguageMap>> = {
  'text-changed': {
    nl: 'De tekst is niet meer die waarop de ankers zijn gezet. Zoek de oude tekst, of zet de ankers opnieuw.',
    en: 'The text is no longer the one that the anchors were set on. Find the old text, or set the anchors again.',
  },
  'anchor-outside-text': {
    nl: 'Het anker wijst buiten de tekst. Zet het opnieuw met meent anchor.',
    en: 'The anchor points outside the text. Set it again with meent anchor.',
  },
  'anchor-changed': {
    nl: 'Op deze plaats staat iets anders dan toen het anker werd gezet. Zet het opnieuw met meent anchor.',
    en: 'Something else stands in this place than when the anchor was set. Set it again with meent anchor.',
  },
  'paragraph-without-evidence': {
    nl: 'Geen bewering of beschrijving berust op deze alinea. Leg vast wat er staat.',
    en: 'No claim or description rests on this paragraph. Record what it says.',
  },
};

function offences(recorded: RecordedText, source: SourceText): Finding[] {
  const found: Finding[] = [];
  const offend = (focus: Term, rule: EvidenceRule) =>
    found.push({ kind: 'evidence', severity: 'violation', focus, rule, message: evidenceMessages[rule] });
  if (recorded.sha256 !== source.sha256) offend(recorded.node, 'text-changed');
  for (const anchor of recorded.anchors) {
    const inside = anchor.start >= 0 && anchor.start < anchor.end && anchor.end <= source.length;
    if (!inside) offend(anchor.node, 'anchor-outside-text');
    else if (source.digest(anchor) !== anchor.digest) offend(anchor.node, 'anchor-changed');
  }
  const carrying = recorded.anchors.filter((anchor) => anchor.carries);
  for (const paragraph of recorded.paragraphs)
    if (!carrying.some((anchor) => anchor.start >= paragraph.start && anchor.end <= paragraph.end))
      offend(paragraph.node, 'paragraph-without-evidence');
  return found;
}
