import { exit, Failure } from '../failure.ts';
import { addMappings, withMapping } from '../sssom/change.ts';
import { deniedLinks, linkKey, linkOf } from '../sssom/links.ts';
import { cellOf, type Mapping } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';

export type Verdict = 'accepted' | 'rejected' | 'unsure';

/** What is decided about a mapping. */
export interface Decision {
  readonly verdict: Verdict;
  /** The name of the person who decides; none where a rule does. */
  readonly by?: string | undefined;
  /** The rule that is met, in words. */
  readonly rule?: string | undefined;
  /** The day on which it is decided, `2024-04-25`. */
  readonly on: string;
  /** The relation that is right, where it is another than the mapping has. */
  readonly relation?: string | undefined;
  /** Why it is rejected, or what is in doubt. */
  readonly because?: string | undefined;
}

const agreement: Readonly<Record<Verdict, string>> = { accepted: '1', unsure: '0', rejected: '-1' };

/**
 * The set with a decision about the mapping in a row. The row keeps why it was proposed; what a person says beside yes, no and
 * unsure, another relation or a reason, makes a row of its own after the others, by that person.
 * @throws Failure 2 where nobody decides, and `owl:sameAs` would be accepted or the mapping would be rejected.
 */
export function decide(set: MappingFile, row: number, decision: Decision): MappingFile {
  const mapping = set.mappings[row]!;
  const { verdict, by, rule, on, relation = mapping.predicate_id } = decision;
  // What begins so is a formula to a spreadsheet.
  const because = decision.because?.replace(/^[=+\-@\s]+/, '');
  if (by === undefined) return byRule(set, row, decision);
  const isOther = verdict === 'accepted' && relation !== mapping.predicate_id;
  const reviewed: Mapping = {
    ...mapping,
    // Who had no decision to give makes room for who has one.
    reviewer_id: undefined,
    reviewer_label: cellOf([by]),
    review_date: on,
    reviewer_agreement: isOther ? agreement.rejected : agreement[verdict],
    ...(rule !== undefined && { curation_rule_text: cellOf([rule]) }),
    ...(verdict === 'unsure' &&
      because && { comment: [mapping.comment, because].filter(Boolean).join('; ') }),
  };
  const link = linkOf(set, mapping);
  const isDenied = link !== undefined && deniedLinks(set).has(linkKey(link));
  const own: Mapping[] = isOther
    ? [{ ...byHand(set, mapping, by, on), predicate_id: relation }]
    : verdict === 'rejected' && because && !isDenied
      ? [{ ...byHand(set, mapping, by, on), predicate_modifier: 'Not', comment: because }]
      : [];
  return addMappings(withMapping(set, row, reviewed), own);
}

/** What a rule may do by itself: accept anything but that two things are one. */
function byRule(set: MappingFile, row: number, { verdict, rule, relation }: Decision): MappingFile {
  const mapping = set.mappings[row]!;
  const refuse = (message: string): never => {
    throw new Failure(exit.usage, message, {
      hint: 'Give your name: --reviewer "A. Gardener", or `reviewer` in meent.json.',
    });
  };
  if ((relation ?? mapping.predicate_id) === 'owl:sameAs')
    return refuse('owl:sameAs is accepted by nobody but a person: it merges what two places say');
  if (verdict !== 'accepted' || !rule || (relation ?? mapping.predicate_id) !== mapping.predicate_id)
    return refuse('Nobody has decided: there is no name of a person');
  return withMapping(set, row, { ...mapping, curation_rule_text: cellOf([rule]) });
}

/** Slots that say what is linked, not how somebody came to it. */
const kept = [
  'subject_id',
  'subject_label',
  'subject_category',
  'predicate_id',
  'object_id',
  'object_label',
  'object_category',
  'subject_type',
  'subject_source',
  'subject_source_version',
  'object_type',
  'object_source',
  'object_source_version',
] as const;

/** A mapping of the same two things that a person makes. */
const byHand = ({ metadata }: MappingFile, mapping: Mapping, by: string, on: string): Mapping => ({
  ...Object.fromEntries(kept.map((slot) => [slot, mapping[slot]])),
  mapping_justification: 'semapv:ManualMappingCuration',
  author_label: cellOf([by]),
  // In one row it would take a date that the set gives to all of them from the others.
  ...(Object.hasOwn(metadata.slots, 'mapping_date') ? {} : { mapping_date: on }),
});
