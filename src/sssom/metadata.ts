import type { Position } from '../graph/positions.ts';
import { readYaml } from '../graph/yaml.ts';
import type { Extension, SetMetadata } from './mapping.ts';

/** Ends the reading at a place, with a way out. */
export type Refuse = (message: string, at: Position, hint: string) => never;

/** The slots of a mapping set in SSSOM 1.1, in the order of its table of slots. */
export const setSlots = [
  'sssom_version',
  'curie_map',
  'mapping_set_id',
  'mapping_set_version',
  'mapping_set_source',
  'mapping_set_title',
  'mapping_set_description',
  'mapping_set_confidence',
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
  'cardinality_scope',
  'mapping_tool',
  'mapping_tool_id',
  'mapping_tool_version',
  'mapping_date',
  'publication_date',
  'subject_match_field',
  'object_match_field',
  'subject_preprocessing',
  'object_preprocessing',
  'similarity_measure',
  'curation_rule',
  'curation_rule_text',
  'see_also',
  'issue_tracker',
  'other',
  'comment',
  'extension_definitions',
] as const;

/** Reads the lines of YAML above the table, with where each key stands. */
export function readMetadata(
  head: string,
  refuse: Refuse,
): { metadata: SetMetadata; positionOf: (keys: readonly string[]) => Position } {
  const hint = 'Above the table stands YAML, each line after a #.';
  if (head === '')
    return refuse('There are no lines with what is said of the set', { line: 1, column: 1 }, hint);
  const lines = head
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(bare);
  const yaml = readYaml(lines.map(({ text }) => text).join('\n'), 'text');
  const inFile = ({ line, column }: Position): Position => ({
    line,
    column: column + (lines[line - 1]?.before ?? 0),
  });
  if (yaml.error) return refuse(`Not YAML: ${yaml.error.message}`, inFile(yaml.error), hint);
  const mark = yaml.firstMark();
  if (mark)
    return refuse('Tags, anchors and aliases of YAML are not for SSSOM', inFile(mark), 'Write it out.');
  const positionOf = (keys: readonly string[]) => inFile(yaml.positionOf(keys));
  const wrong = (key: readonly string[], what: string) =>
    refuse(`${key.join(' ')} is to be ${what}`, positionOf(key), hint);
  if (!isRecord(yaml.value))
    return refuse('Above the table are to be keys with values', { line: 1, column: 1 }, hint);
  const { curie_map: curies = {}, extension_definitions: definitions = [], ...others } = yaml.value;
  if (!isRecord(curies)) return wrong(['curie_map'], 'a list of prefixes with their IRIs');
  if (!Array.isArray(definitions)) return wrong(['extension_definitions'], 'a list');
  for (const [prefix, iri] of Object.entries(curies))
    if (typeof iri !== 'string') wrong(['curie_map', prefix], 'one IRI');
  const isSlot = (value: unknown): value is string | string[] =>
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
  for (const [key, value] of Object.entries(others))
    if (!isSlot(value)) wrong([key], 'a text, or a list of texts');
  return {
    metadata: {
      curieMap: new Map(Object.entries(curies) as [string, string][]),
      slots: others as Record<string, string | string[]>,
      extensions: definitions.flatMap(extensionOf),
    },
    positionOf,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A line without its # and what a spreadsheet puts around it, and how many characters stood before it. */
function bare(line: string): { text: string; before: number } {
  const [, before, written] = /^(\ufeff?"?#)(.*?)\t*$/s.exec(line)!;
  const isQuoted = before!.includes('"');
  return {
    text: isQuoted ? written!.replace(/"$/, '').replaceAll('""', '"') : written!,
    before: before!.length,
  };
}

/** Definitions without a name, or with more than there may be, are to be ignored (spec-formats-tsv). */
function extensionOf(definition: unknown): Extension[] {
  if (!isRecord(definition)) return [];
  const { slot_name: name, property, type_hint: type, ...others } = definition;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  if (typeof name !== 'string' || !isText(property) || !isText(type) || Object.keys(others).length > 0)
    return [];
  return [{ name, property: property as string | undefined, type: type as string | undefined }];
}
