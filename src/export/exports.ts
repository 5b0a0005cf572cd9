import { existsSync } from 'node:fs';
import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import type { Loaded } from '../project/load.ts';
import { readJson } from '../project/read-text.ts';
import type { ProjectFile } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { evaluate } from '../query/engine.ts';
import { type Query, readQueries } from '../query/library.ts';
import type { ExportFile } from './export-file.ts';
import { type ExportFormat, exportFormats, usualFormats } from './formats.ts';
import { tooMuchToHold } from './export-thread.ts';
import { type Answered, framedFile, type Framer } from './framed-file.ts';
import type { ContextDocument } from './json-ld.ts';
import { ownScribe } from './own-scribe.ts';
import { tables } from './tables.ts';

/**
 * The files of an export, made one by one as they are asked for: the answers of the queries in `queries/exports/` as
 * framed JSON-LD or JSON Lines, the whole dataset as Turtle, TriG and N-Quads, and the answers of the questions as
 * CSV and TSV. Each is read back while it is made.
 * @throws Failure 3 where a query, frame or context is wrong; 70 where a file would not give back
 *   the triples it was made from.
 */
export async function* makeExports(
  project: Project,
  data: Pick<Loaded, 'dataset' | 'prefixes'>,
  asked: readonly ExportFormat[] = usualFormats,
  scribe = ownScribe,
): AsyncGenerator<ExportFile, void> {
  const { dataset } = data;
  const formats = exportFormats.filter((format) => asked.includes(format));
  // What needs no query can be made while queries are asked, where another thread makes it.
  const dumped = scribe.dump(data, formats);
  // A failure is told when its turn has come.
  dumped.catch(() => undefined);
  const held: ExportFile[] = [];
  for await (const files of framedAnswers(project, dataset, formats, scribe))
    // What another thread frames can wait while the next query is asked; but not too much of it.
    if (dataset.size < tooMuchToHold) held.push(...files);
    else yield* files;
  yield* await dumped;
  yield* held;
  yield* tables(project, data, formats);
}

/** For each query its answer, in the forms that are asked. */
async function* framedAnswers(
  project: Project,
  dataset: Dataset,
  formats: readonly ExportFormat[],
  framer: Framer,
): AsyncGenerator<ExportFile[]> {
  const forms = formats.filter((format) => format === 'jsonld' || format === 'jsonl');
  if (forms.length === 0) return;
  const context = await readContext(project.context);
  for (const query of await readQueries(project, 'exports')) {
    const answer = await askExport(query, dataset, context);
    yield Promise.all(forms.map((form) => framedFile(answer, form, framer)));
  }
}

/** The context of a project, which every export repeats. */
async function readContext(file: ProjectFile): Promise<ContextDocument> {
  const document = (await readJson(file)) as ContextDocument;
  const remote = [document['@context']].flat().find((each) => typeof each === 'string');
  if (!remote) return document;
  throw new Failure(exit.unreadable, `The JSON-LD context ${String(remote)} would have to be fetched`, {
    file: file.shown,
    hint: 'Nothing is ever fetched. Put what it holds in the file.',
  });
}

async function askExport(
  { name, file, sparql, header }: Query,
  dataset: Dataset,
  context: ContextDocument,
): Promise<Answered> {
  const answer = await evaluate(sparql, dataset, { path: file.shown });
  if (answer.form !== 'CONSTRUCT')
    throw new Failure(exit.unreadable, 'An export is to be a CONSTRUCT', { file: file.shown });
  const answered = { name, summary: header.summary, quads: answer.quads, context };
  const frame = frameOf(file);
  if (!existsSync(frame.path)) return { ...answered, file: file.shown };
  return { ...answered, frame: (await readJson(frame)) as object, file: frame.shown };
}

/** The frame beside a query: `x.frame.jsonld` for `x.rq`. */
const frameOf = ({ path, shown }: ProjectFile): ProjectFile => ({
  path: path.replace(/\.rq$/, '.frame.jsonld'),
  shown: shown.replace(/\.rq$/, '.frame.jsonld'),
});
