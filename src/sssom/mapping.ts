/** The slots of a mapping in SSSOM 1.1, in the order of its table of slots, which is that of columns. */
export const mappingSlots = [
  'record_id',
  'subject_id',
  'subject_label',
  'subject_category',
  'predicate_id',
  'predicate_label',
  'predicate_modifier',
  'object_id',
  'object_label',
  'object_category',
  'mapping_justification',
  'author_id',
  'author_label',
  'reviewer_id',
  'reviewer_label',
  'creator_id',
  'creator_label',
  'license',
  'subject_type',
  'subject_source',
  'subject_source_version',
  'object_type',
  'object_source',
  'object_source_version',
  'predicate_type',
  'mapping_provider',
  'mapping_source',
  'mapping_cardinality',
  'cardinality_scope',
  'mapping_tool',
  'mapping_tool_id',
  'mapping_tool_version',
  'mapping_date',
  'publication_date',
  'review_date',
  'confidence',
  'reviewer_agreement',
  'curation_rule',
  'curation_rule_text',
  'subject_match_field',
  'object_match_field',
  'match_string',
  'subject_preprocessing',
  'object_preprocessing',
  'similarity_score',
  'similarity_measure',
  'see_also',
  'issue_tracker_item',
  'other',
  'comment',
] as const;

export type MappingSlot = (typeof mappingSlots)[number];

/**
 * One mapping: the text of each slot that has one, as the cell says it, without its quotes. Numbers and dates are text
 * too, so that `0.80` stays as it is; the values of a slot that takes several are parted by `|` (`valuesOf`).
 * Slots beside those of SSSOM are extensions, by the name of their column.
 */
export type Mapping = { readonly [slot in MappingSlot]?: string | undefined } & {
  readonly [extension: string]: string | undefined;
};

/** A slot that is no slot of SSSOM (spec-model, Non-standard slots). */
export interface Extension {
  readonly name: string;
  /** CURIE of what the slot says. */
  readonly property?: string | undefined;
  /** CURIE of the datatype. */
  readonly type?: string | undefined;
}

/** What is said of all mappings of a set together, in the block of YAML above the table. */
export interface SetMetadata {
  /** The IRI that each prefix stands for, but for those that every set has. */
  readonly curieMap: ReadonlyMap<string, string>;
  /** `mapping_set_id`, `license` and other slots that have one value or several. */
  readonly slots: Readonly<Record<string, string | readonly string[]>>;
  readonly extensions: readonly Extension[];
}

/** Mappings with what is said of all of them. */
export interface MappingSet {
  readonly metadata: SetMetadata;
  readonly mappings: readonly Mapping[];
}

/** Stands for the object, or the subject, where somebody looked and found none (spec-model, unmapped entities). */
export const noTermFound = 'sssom:NoTermFound';

/** Slots that take several values. */
export const listSlots: ReadonlySet<string> = new Set([
  'author_id',
  'author_label',
  'reviewer_id',
  'reviewer_label',
  'creator_id',
  'creator_label',
  'cardinality_scope',
  'curation_rule',
  'curation_rule_text',
  'subject_match_field',
  'object_match_field',
  'match_string',
  'subject_preprocessing',
  'object_preprocessing',
  'see_also',
]);

/** Slots whose values are CURIEs. */
export const referenceSlots: ReadonlySet<string> = new Set([
  'record_id',
  'subject_id',
  'predicate_id',
  'object_id',
  'mapping_justification',
  'author_id',
  'reviewer_id',
  'creator_id',
  'subject_source',
  'object_source',
  'mapping_source',
  'mapping_tool_id',
  'curation_rule',
  'subject_match_field',
  'object_match_field',
  'subject_preprocessing',
  'object_preprocessing',
  'issue_tracker_item',
]);

/** Slots that say of each mapping what the set says of all, where no mapping says it (spec-model, Propagation). */
const propagated: ReadonlySet<string> = new Set([
  'curation_rule',
  'curation_rule_text',
  'cardinality_scope',
  'mapping_date',
  'mapping_provider',
  'mapping_tool',
  'mapping_tool_version',
  'object_match_field',
  'object_preprocessing',
  'object_source',
  'object_source_version',
  'object_type',
  'subject_match_field',
  'subject_preprocessing',
  'subject_source',
  'subject_source_version',
  'subject_type',
  'predicate_type',
  'similarity_measure',
]);

/** The values of a slot that takes several: `a|b`, with `\|` and `\\` for the characters themselves. */
export const valuesOf = (text: string | undefined): string[] =>
  text === undefined || text === ''
    ? []
    : [...`${text}|`.matchAll(/((?:\\[|\\]|[^|])*?)\|/gs)].map(([, value]) =>
        value!.replace(/\\([|\\])/g, '$1'),
      );

/** Values as one text, from which `valuesOf` reads them back; no value may be empty. */
export const cellOf = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[|\\]/g, '\\$&')).join('|');

/** What a slot of a mapping has, in itself or because the set says it of all its mappings. */
export function slotOf(set: MappingSet, mapping: Mapping, slot: MappingSlot): string | undefined {
  const own = mapping[slot];
  if (own !== undefined || !propagated.has(slot) || !Object.hasOwn(set.metadata.slots, slot)) return own;
  if (set.mappings.some((each) => each[slot] !== undefined)) return undefined;
  const value = set.metadata.slots[slot]!;
  return typeof value === 'string' ? value : cellOf(value);
}
