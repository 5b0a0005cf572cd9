import type { MappingFile } from '../sssom/sssom.ts';
import { standingOf } from '../sssom/standing.ts';
import { endsOf } from './decisions.ts';

/** A mapping that a person is to decide about, by the place of its set and its row in that. */
export interface OpenMapping {
  readonly set: number;
  readonly row: number;
}

export interface Selection {
  /** Whether to ask again about what a person could not tell. */
  readonly unsure?: boolean | undefined;
  /** The least confidence; what has none is asked about all the same. */
  readonly minimum?: number | undefined;
  /** IRIs of the things to ask about; all where there are none. */
  readonly subjects?: readonly string[] | undefined;
}

/**
 * The mappings of sets that nobody has decided about: thing by thing in the order of the files, for each thing those first
 * of which the tool is most sure.
 */
export function openMappings(sets: readonly MappingFile[], selection: Selection = {}): OpenMapping[] {
  const { unsure = false, minimum = 0, subjects = [] } = selection;
  const bySubject = new Map<string, (OpenMapping & { confidence: number })[]>();
  for (const [number, set] of sets.entries())
    for (const [row, mapping] of set.mappings.entries()) {
      const standing = standingOf(mapping);
      if (standing !== 'proposed' && !(unsure && standing === 'unsure')) continue;
      const subject = endsOf(mapping, set)?.[0] ?? mapping.subject_id ?? mapping.subject_label ?? '';
      if (subjects.length > 0 && !subjects.includes(subject)) continue;
      const confidence = Number(mapping.confidence ?? NaN);
      if (confidence < minimum) continue;
      const found = { set: number, row, confidence: Number.isNaN(confidence) ? 0 : confidence };
      const before = bySubject.get(subject);
      if (before) before.push(found);
      else bySubject.set(subject, [found]);
    }
  return [...bySubject.values()].flatMap((found) =>
    found.sort((a, b) => b.confidence - a.confidence).map(({ confidence: _, ...openMapping }) => openMapping),
  );
}
