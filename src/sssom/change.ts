import { contractIri } from './curies.ts';
import { type Mapping, mappingSlots, type SetMetadata } from './mapping.ts';
import { setSlots } from './metadata.ts';
import { type MappingFile, type MappingRow, quoted, readMappings, writeMappings } from './sssom.ts';

/** A file with no mappings yet. */
export function newMappings(metadata: SetMetadata, file: string): MappingFile {
  const columns = ['subject_id', 'predicate_id', 'object_id', 'mapping_justification'];
  return readMappings(`${metadataText(metadata)}${columns.join('\t')}\n`, file);
}

/** The file with another mapping in a row, counted from 0, or without the row; cells that say the same keep their bytes. */
export const withMapping = (set: MappingFile, row: number, mapping: Mapping | undefined): MappingFile => {
  const wide = withColumns(set, mapping ? [mapping] : []);
  return withRows(
    wide,
    wide.rows.flatMap((each, number) =>
      number !== row ? [each] : mapping ? [changed(each, mapping, wide.columns)] : [],
    ),
  );
};

/** The file with more mappings, after those that it has. */
export function addMappings(set: MappingFile, mappings: readonly Mapping[]): MappingFile {
  const wide = withColumns(set, mappings);
  const end = /\r?\n/.exec(wide.header.end)?.[0] ?? '\n';
  const ended = (row: MappingRow) => (row.end.includes('\n') ? row : { ...row, end: `${end}${row.end}` });
  const rows = mappings.map((mapping) =>
    changed({ mapping: {}, cells: [], places: [], end }, mapping, wide.columns),
  );
  const header = { ...wide.header, end: wide.header.end.includes('\n') ? wide.header.end : end };
  return withRows({ ...wide, header }, rows.length > 0 ? [...wide.rows.map(ended), ...rows] : wide.rows);
}

/** The file with something else said of all mappings; the block of YAML is written anew, the table keeps its bytes. */
export function withMetadata(set: MappingFile, metadata: SetMetadata): MappingFile {
  const head = metadataText(metadata);
  return readMappings(writeMappings({ ...set, head }), set.file);
}

/**
 * The CURIE of an IRI in a set, with the set that can say it: where no prefix fits, one is declared by the name given.
 */
export function curieIn(
  set: MappingFile,
  iri: string,
  prefix: string,
  namespace: string,
): [string, MappingFile] {
  const known = contractIri(iri, set.metadata.curieMap);
  if (known) return [known, set];
  const { metadata } = set;
  const curieMap = new Map(
    [...metadata.curieMap, [prefix, namespace]].sort(([a], [b]) => (a! < b! ? -1 : 1)) as [string, string][],
  );
  return [`${prefix}:${iri.slice(namespace.length)}`, withMetadata(set, { ...metadata, curieMap })];
}

const withRows = (set: MappingFile, rows: readonly MappingRow[]): MappingFile => ({
  ...set,
  rows,
  mappings: rows.map(({ mapping }) => mapping),
});

/** A row that says something else. */
function changed(row: MappingRow, mapping: Mapping, columns: readonly string[]): MappingRow {
  const cells = columns.map((column, number) =>
    mapping[column] === row.mapping[column] ? (row.cells[number] ?? '') : quoted(mapping[column] ?? ''),
  );
  return { ...row, mapping: withoutEmpty(mapping), cells };
}

const withoutEmpty = (mapping: Mapping): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, value]) => value)) as Mapping;

/** The file with a column for each slot of some mappings, each where SSSOM has it, extensions last. */
function withColumns(set: MappingFile, mappings: readonly Mapping[]): MappingFile {
  const used = new Set(mappings.flatMap((mapping) => Object.keys(withoutEmpty(mapping))));
  return [...used]
    .filter((slot) => !set.columns.includes(slot))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .reduce(withColumn, set);
}

function withColumn(set: MappingFile, slot: string): MappingFile {
  const after = set.columns.findIndex((column) => rank(column) > rank(slot));
  const at = after < 0 ? set.columns.length : after;
  const wider = <Row extends Pick<MappingRow, 'cells' | 'places'>>(row: Row, cell: string): Row => {
    const missing = Array.from({ length: Math.max(0, at - row.cells.length) }, () => '');
    return {
      ...row,
      cells: [...row.cells, ...missing].toSpliced(at, 0, cell),
      // Where a cell stood in the file that was read is no longer so.
      places: [],
    };
  };
  return {
    ...set,
    columns: set.columns.toSpliced(at, 0, slot),
    header: wider(set.header, slot),
    rows: set.rows.map((row) => wider(row, '')),
  };
}

const ranks: ReadonlyMap<string, number> = new Map(mappingSlots.map((slot, number) => [slot, number]));
const rank = (slot: string) => ranks.get(slot) ?? mappingSlots.length;

/** What is said of all mappings, as a canonical writer has it. */
function metadataText({ curieMap, slots, extensions }: SetMetadata): string {
  const values: Record<string, unknown> = {
    ...slots,
    curie_map:
      curieMap.size > 0 ? Object.fromEntries([...curieMap].sort(([a], [b]) => (a < b ? -1 : 1))) : undefined,
    extension_definitions:
      extensions.length > 0
        ? extensions.map(({ name, property, type }) => ({ slot_name: name, property, type_hint: type }))
        : undefined,
  };
  const keys = [
    ...setSlots.filter((key) => values[key] !== undefined),
    ...Object.keys(slots).filter((key) => !(setSlots as readonly string[]).includes(key)),
  ];
  return keys
    .flatMap((key) => yamlLines(key, values[key], ''))
    .map((line) => `#${line}\n`)
    .join('');
}

function yamlLines(key: string, value: unknown, indent: string): string[] {
  if (typeof value === 'string') return [`${indent}${scalar(key)}: ${scalar(value)}`];
  if (Array.isArray(value))
    return [
      `${indent}${key}:`,
      ...value.flatMap((each: unknown) => {
        if (typeof each === 'string') return [`${indent}  - ${scalar(each)}`];
        const inner = Object.entries(each as object).flatMap(([name, text]) =>
          text === undefined ? [] : yamlLines(name, text, `${indent}    `),
        );
        return inner.map((line, number) => (number === 0 ? line.replace(/^(\s*) {2}(?=\S)/, '$1- ') : line));
      }),
    ];
  return [
    `${indent}${key}:`,
    ...Object.entries(value as object).flatMap(([name, text]) => yamlLines(name, text, `${indent}  `)),
  ];
}

/** Plain where every reader takes it for a text, in double quotes else. */
const scalar = (text: string): string =>
  /^[\p{L}][^\p{C}\t]*$/u.test(text) &&
  !/: |:$|\s#|\s$/.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text)
    ? text
    : /^\d{4}-\d\d-\d\d$/.test(text)
      ? text
      : JSON.stringify(text).replace(
          /[\u007f-\u009f\u2028\u2029\ufeff]/g,
          (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
