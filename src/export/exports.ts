import { existsSync } from 'node:fs';
import { exit, Failure } from '../failure.ts';
import { canonicalNQuads, canonicalQuads } from '../graph/canonical.ts';
import type { Dataset } from '../graph/dataset.ts';
import { writeTurtle } from '../graph/write.ts';
import { type Loaded } from '../project/load.ts';
import { readJson } from '../project/read-text.ts';
import type { ProjectFile } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { evaluate } from '../query/engine.ts';
import { type Query, readQueries } from '../query/library.ts';
import { describeDataset } from './description/describe.ts';
import { describedFile } from './description/file.ts';
import { frameAndReadBack, type FramingJob } from './framing.ts';
import { FramingThread } from './framing-thread.ts';
import type { ContextDocument } from './json-ld.ts';

/** A file to publish, by its name in the output folder. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs every query in `queries/exports/` and gives its answer as framed JSON-LD, and the whole
 * dataset as Turtle, TriG and N-Quads, with a description of all that in VoID, DCAT and schema.org.
 * @throws Failure 3 where a query, frame or context is wrong; 70 where a file would not give back
 *   the triples it was made from.
 */
export async function makeExports(project: Project, data: Loaded): Promise<ExportFile[]> {
  const context = (await readJson(project.context)) as ContextDocument;
  // Framing takes about as long as asking: with much to frame, a thread of its own frames while the next query is asked.
  const framer = data.dataset.size > worthAThread ? new FramingThread() : { frame: frameAndReadBack };
  try {
    const framed: Promise<string>[] = [];
    const queries = await readQueries(project, 'exports');
    for (const query of queries) {
      const text = framer.frame(await askExport(query, data.dataset, context));
      // A failure is told when all have been asked.
      text.catch(() => undefined);
      framed.push(text);
    }
    const texts = Promise.all(framed);
    // What else there is to write is written meanwhile.
    texts.catch(() => undefined);
    const others = await dumps(data);
    const files = (await texts).map((text, number) => ({ name: `${queries[number]!.name}.jsonld`, text }));
    const described = [
      ...files.map((file, number) => describedFile(file, queries[number]!.header.summary)),
      ...others.map((file) => describedFile(file)),
    ];
    return [...files, ...others, ...(await describeDataset(described, data, project.config))];
  } finally {
    if (framer instanceof FramingThread) await framer.stop();
  }
}

/** From how many triples on another thread is worth its start. */
const worthAThread = 5000;

async function askExport(
  { file, sparql }: Query,
  dataset: Dataset,
  context: ContextDocument,
): Promise<FramingJob> {
  const answer = await evaluate(sparql, dataset, { path: file.shown });
  if (answer.form !== 'CONSTRUCT')
    throw new Failure(exit.unreadable, 'An export is to be a CONSTRUCT', { file: file.shown });
  const frame = frameOf(file);
  const nquads = await canonicalNQuads(answer.quads);
  if (!existsSync(frame.path)) return { nquads, context, file: file.shown };
  return { nquads, context, frame: (await readJson(frame)) as object, file: frame.shown };
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
