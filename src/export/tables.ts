import { isDeepStrictEqual } from 'node:util';
import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { canonicalQuads, codePointOrder, lineOf } from '../graph/canonical.ts';
import { Dataset } from '../graph/dataset.ts';
import type { Loaded } from '../project/load.ts';
import { readCsv } from '../project/csv.ts';
import type { Project } from '../project/project.ts';
import { type Answer, evaluate } from '../query/engine.ts';
import { toCsv, toTsv } from '../query/format.ts';
import { readQueries } from '../query/library.ts';
import type { ExportFile } from './export-file.ts';
import type { ExportFormat } from './formats.ts';
import { readTsv } from './read-table.ts';

type Rows = Extract<Answer, { form: 'SELECT' }>;

/**
 * The answer of every question in `queries/questions/` that is a SELECT and needs no parameter, as CSV or TSV: rows
 * and columns that somebody has chosen, which triples by themselves have not.
 */
export async function* tables(
  project: Project,
  { dataset }: Pick<Loaded, 'dataset'>,
  formats: readonly ExportFormat[],
): AsyncGenerator<ExportFile> {
  const asked = formats.filter((format) => format === 'csv' || format === 'tsv');
  if (asked.length === 0) return;
  const inOrder = await inCanonicalOrder(dataset);
  for (const { name, file, sparql, header, parameters } of await readQueries(project, 'questions')) {
    if (parameters.length > 0) continue;
    const answer = await evaluate(sparql, inOrder, { path: file.shown });
    if (answer.form !== 'SELECT') continue;
    for (const format of asked) {
      const text = format === 'csv' ? toCsv(answer) : toTsv(answer);
      if (!givesBack(text, format, answer))
        throw new Failure(exit.bug, `What would be written to ${name}.${format} cannot be read back`);
      yield { name: `${name}.${format}`, summary: header.summary, pieces: [text] };
    }
  }
}

/** The same quads in an order that does not depend on that of files: rows that a question does not sort come in it. */
export async function inCanonicalOrder(dataset: Dataset): Promise<Dataset> {
  const lines = new Map((await canonicalQuads(dataset)).map((quad) => [lineOf(quad), quad]));
  return new Dataset(codePointOrder([...lines.keys()]).map((line) => lines.get(line)!));
}

/** Whether a table reads back as the answer that it was made from: in CSV its values, in TSV its terms. */
function givesBack(text: string, format: 'csv' | 'tsv', { variables, rows }: Rows): boolean {
  if (format === 'csv')
    return isDeepStrictEqual(readCsv(text, 'csv'), [
      variables,
      ...rows.map((row) => variables.map((name) => plainText(row[name]))),
    ]);
  const read = readTsv(text);
  return (
    isDeepStrictEqual(read.columns, variables) &&
    read.rows.length === rows.length &&
    rows.every((row, y) => variables.every((name, x) => isSame(row[name], read.rows[y]![x])))
  );
}

const plainText = (term: Term | undefined): string =>
  term?.termType === 'BlankNode' ? `_:${term.value}` : (term?.value ?? '');

const isSame = (one: Term | undefined, other: Term | undefined): boolean =>
  one && other ? one.equals(other) : one === other;
