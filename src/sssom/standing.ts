import { type Mapping, noTermFound, valuesOf } from './mapping.ts';

/** What has been decided about a mapping. */
export type Standing =
  /** A person agreed, or made it; or, of any relation but owl:sameAs, a rule that it names was met. */
  | 'accepted'
  /** It says itself that it is not so, or a person disagreed. */
  | 'rejected'
  /** A person looked, and could not tell. */
  | 'unsure'
  /** Nobody has decided. */
  | 'proposed'
  /** Somebody looked for the other side, and there was none. */
  | 'not found';

/** Who looked at a mapping and said what they think of it: people, since SSSOM keeps these slots for them. */
export const reviewersOf = ({ reviewer_id, reviewer_label }: Mapping): string[] => [
  ...valuesOf(reviewer_id),
  ...valuesOf(reviewer_label),
];

/** Who made a mapping, by the name or CURIE that it gives. */
export const authorsOf = ({ author_id, author_label }: Mapping): string[] => [
  ...valuesOf(author_id),
  ...valuesOf(author_label),
];

/** Whether a mapping says that a person made it. */
export const isManual = (mapping: Mapping): boolean =>
  mapping.mapping_justification === 'semapv:ManualMappingCuration' && authorsOf(mapping).length > 0;

/**
 * What has been decided about a mapping, by itself. Only an accepted one may become a triple; `owl:sameAs`, which
 * merges all that two places say, is accepted by nobody but a person.
 */
export function standingOf(mapping: Mapping): Standing {
  if (mapping.object_id === noTermFound || mapping.subject_id === noTermFound) return 'not found';
  if (mapping.predicate_modifier !== undefined) return 'rejected';
  const agreement = agreementOf(mapping);
  if (agreement !== undefined && reviewersOf(mapping).length > 0)
    return agreement > 0 ? 'accepted' : agreement < 0 ? 'rejected' : 'unsure';
  if (isManual(mapping)) return 'accepted';
  const hasRule = mapping.curation_rule !== undefined || mapping.curation_rule_text !== undefined;
  return hasRule && mapping.predicate_id !== 'owl:sameAs' ? 'accepted' : 'proposed';
}

/** How far the reviewers agree, from -1 to 1; undefined where none has said, or it is no such number. */
export function agreementOf({ reviewer_agreement: text }: Mapping): number | undefined {
  const agreement = text === undefined || text.trim() === '' ? NaN : Number(text);
  return agreement >= -1 && agreement <= 1 ? agreement : undefined;
}
