import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import type { Position } from '../graph/positions.ts';
import { type Mapping, type MappingSet, mappingSlots } from './mapping.ts';
import { readMetadata, type Refuse } from './metadata.ts';

/** A row of the table. */
export interface MappingRow {
  readonly mapping: Mapping;
  /** The cells as they are written, with their quotes, one for each column or fewer. */
  readonly cells: readonly string[];
  /** Where each cell begins; none where the row was read from no file. */
  readonly places: readonly Position[];
  /** What ends the row: a line end with the blank lines after it, or nothing. */
  readonly end: string;
}

/** A file of SSSOM/TSV: what it says, and how it is written, so that what is not changed keeps its bytes. */
export interface MappingFile extends MappingSet {
  /** The file as the user would write it. */
  readonly file: string;
  /** The block of YAML, as it is written. */
  readonly head: string;
  /** Where a key of the block stands. */
  readonly positionOf: (keys: readonly string[]) => Position;
  /** The names of the columns; those of a column without a name are empty. */
  readonly columns: readonly string[];
  /** The line with the names: the cells, where they stand, and its end. */
  readonly header: Omit<MappingRow, 'mapping'>;
  readonly rows: readonly MappingRow[];
}

/**
 * Reads a mapping set as SSSOM 1.1 writes it (spec-formats-tsv, embedded mode). Line ends of either kind, quotes where
 * none are needed, and the tabs and quotes that a spreadsheet puts around the lines of YAML are kept and do not matter.
 * Nothing is asked of what the cells say: `checkMappings` does that.
 * @param file the file as the user would write it.
 * @throws Failure 3 with file, line and column where it is no such file.
 */
export function readMappings(text: string, file: string): MappingFile {
  const refuse = (message: string, at: Position, hint: string): never => {
    throw new Failure(exit.unreadable, message, { file, ...at, hint });
  };
  const head = /^(?:\ufeff?"?#[^\n]*(?:\n|$))*/.exec(text)![0];
  const start = { line: head.split('\n').length, column: 1 };
  const above = readMetadata(head, refuse);
  if (head.length === text.length)
    refuse('The table is missing', start, 'After the lines that begin with # comes a line with the columns.');
  const [header, ...lines] = readLines(text.slice(head.length), start.line, refuse);
  const columns = header!.cells.map(unquoted);
  checkColumns(columns, header!.places, refuse);
  const rows = lines.map((line) => ({ ...line, mapping: mappingOf(line, columns, refuse) }));
  return {
    file,
    head,
    ...above,
    columns,
    header: header!,
    rows,
    mappings: rows.map(({ mapping }) => mapping),
  };
}

/** The text of a file: that from which it was read, where nothing has been changed. */
export const writeMappings = ({ head, header, rows }: MappingFile): string =>
  [header, ...rows].reduce((text, { cells, end }) => text + cells.join('\t') + end, head);

const unquoted = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** A value as a cell: quoted where it has to be (spec-formats-tsv, Quoting). */
export const quoted = (value: string): string =>
  /[\t\n\r"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

// Blank lines, such as a spreadsheet leaves at the end, belong to the line before.
const lineEnd = /\r?\n(?:\t*\r?\n)*(?:\t+$)?|$/y;
const cell = /"(?:[^"]|"")*"|(?!")[^\t\n]*?(?=\t|\r?\n|$)/y;

function readLines(text: string, firstLine: number, refuse: Refuse): Omit<MappingRow, 'mapping'>[] {
  const lines: Omit<MappingRow, 'mapping'>[] = [];
  let line = firstLine;
  let lineStart = 0;
  const pass = (from: number, to: number) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
  };
  for (let at = 0; at < text.length;) {
    const cells: string[] = [];
    const places: Position[] = [];
    for (;;) {
      const place = { line, column: at - lineStart + 1 };
      cell.lastIndex = at;
      const found = cell.exec(text)?.[0];
      if (found === undefined)
        return refuse(
          'A cell has no closing quotation mark',
          place,
          'Write a quotation mark within quotes twice.',
        );
      cells.push(found);
      places.push(place);
      pass(at, (at += found.length));
      if (text[at] !== '\t') break;
      at += 1;
    }
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(text)?.[0];
    if (end === undefined)
      return refuse(
        'Something stands after the closing quotation mark of a cell',
        { line, column: at - lineStart + 1 },
        'Write a quotation mark within quotes twice.',
      );
    lines.push({ cells, places, end });
    pass(at, (at += end.length));
  }
  return lines;
}

function checkColumns(columns: readonly string[], places: readonly Position[], refuse: Refuse): void {
  for (const [number, name] of columns.entries())
    if (name !== '' && columns.indexOf(name) < number)
      refuse(`The column ${name} stands twice`, places[number]!, 'Give each slot one column.');
  for (const needed of ['predicate_id', 'mapping_justification'])
    if (!columns.includes(needed)) {
      const near = nearest(needed, columns);
      refuse(
        `There is no column ${needed}`,
        places[0]!,
        near
          ? `Is it the one that is named ${near}?`
          : `Columns have the names of slots: ${mappingSlots.slice(0, 11).join(', ')} …`,
      );
    }
}

function mappingOf(
  { cells, places }: Omit<MappingRow, 'mapping'>,
  columns: readonly string[],
  refuse: Refuse,
): Mapping {
  const mapping: Record<string, string> = {};
  for (const [number, written] of cells.entries()) {
    const value = unquoted(written);
    if (value === '') continue;
    const column = columns[number];
    if (!column)
      return refuse(
        'A cell stands in no column that has a name',
        places[number]!,
        'Give the column the name of a slot, or empty the cell.',
      );
    mapping[column] = value;
  }
  return mapping;
}
