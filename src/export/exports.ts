import { existsSync } from 'node:fs';
import { exit, Failure } from '../failure.ts';
import { canonicalNQuads, canonicalQuads } from '../graph/canonical.ts';
import type { Dataset } from '../graph/dataset.ts';
import { writeTurtle } from '../graph/write.ts';
import { type Loaded, readJson } from '../project/load.ts';
import type { ProjectFile } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { evaluate } from '../query/engine.ts';
import { type Query, readQueries } from '../query/library.ts';
import { canonicalJsonLd, type ContextDocument, toJsonLd } from './json-ld.ts';

/** A file to publish, by its name in the output folder. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs every query in `queries/exports/` and gives its answer as framed JSON-LD, and the whole
 * dataset as Turtle, TriG and N-Quads.
 * @throws Failure 3 where a query, frame or context is wrong; 70 where a file would not give back
 *   the triples it was made from.
 */
export async function makeExports(project: Project, data: Loaded): Promise<ExportFile[]> {
  const context = (await readJson(project.context)) as ContextDocument;
  const files: ExportFile[] = [];
  for (const query of await readQueries(project, 'exports'))
    files.push({ name: `${query.name}.jsonld`, text: await exportOne(query, data.dataset, context) });
  return [...files, ...(await dumps(data))];
}

async function exportOne(query: Query, dataset: Dataset, context: ContextDocument): Promise<string> {
  const { file } = query;
  const answer = await evaluate(query.sparql, dataset, { path: file.shown });
  if (answer.form !== 'CONSTRUCT')
    throw new Failure(exit.unreadable, 'An export is to be a CONSTRUCT', { file: file.shown });
  const beside = frameOf(file);
  const frame = existsSync(beside.path) ? beside : undefined;
  const { shown } = frame ?? file;
  const content = frame && ((await readJson(frame)) as object);
  const text = await toJsonLd(answer.quads, context, content).catch((cause: Error) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure(exit.unreadable, `Cannot be framed: ${cause.message}`, { file: shown, cause });
  });
  await readBack(text, await canonicalNQuads(answer.quads), shown);
  return text;
}

/** An export that lost or gained a triple on the way is never written. */
async function readBack(text: string, expected: string, file: string): Promise<void> {
  const found = await canonicalJsonLd(text);
  if (found === expected) return;
  const lines = new Set(found.split('\n'));
  const lost = expected.split('\n').filter((line) => line && !lines.has(line));
  throw new Failure(
    exit.bug,
    `The export does not give back what its query answered: ${lost.length} triples are lost`,
    {
      file,
      hint: lost[0]
        ? `The first is: ${lost[0]} The frame has to match or embed its subject.`
        : 'It has triples too many.',
    },
  );
}

/** The frame beside a query: `x.frame.jsonld` for `x.rq`. */
const frameOf = ({ path, shown }: ProjectFile): ProjectFile => ({
  path: path.replace(/\.rq$/, '.frame.jsonld'),
  shown: shown.replace(/\.rq$/, '.frame.jsonld'),
});

async function dumps({ dataset, prefixes }: Loaded): Promise<ExportFile[]> {
  const quads = await canonicalQuads(dataset);
  return [
    { name: 'dataset.nq', text: await canonicalNQuads(quads) },
    { name: 'dataset.trig', text: writeTurtle(quads, prefixes, { graphs: true }) },
    { name: 'dataset.ttl', text: writeTurtle(quads, prefixes) },
  ];
}
