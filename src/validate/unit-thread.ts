import { parentPort, workerData } from 'node:worker_threads';
import { plainFailure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { fromPlain, toPlain } from '../graph/plain.ts';
import { readDocuments } from '../project/load.ts';
import type { DataFile } from '../project/project.ts';
import { CoreShapes } from './core-shapes.ts';
import { packNodes } from './focus-nodes.ts';
import {
  type Answer,
  aQuery,
  atPlace,
  groundNumber,
  type Job,
  type JobOutcome,
  noShape,
  type ThreadData,
  unitsIn,
} from './job.ts';
import { coreOnly } from './sparql/core-only.ts';
import { readKnownTerms } from './syntax/known-terms.ts';
import { rankOf } from './syntax/lint.ts';
import { coveredBy } from './uncovered.ts';
import {
  type Ground,
  groundAsUnit,
  layGround,
  type Unit,
  type UnitOptions,
  type UnitOutcome,
  unitOf,
  validateGround,
  validateUnit,
} from './unit.ts';
import { type FactsSetting, factsOf } from './unit-facts.ts';

const setting = workerData as ThreadData;
const progress = new Int32Array(setting.progress);
const { ground: groundFiles, units } = unitsIn(setting);

/** Tells the pool, which watches from outside, that the work goes on and where it is. */
function onFocus(shape: number, focus: number): void {
  Atomics.store(progress, atPlace.shape, shape);
  Atomics.store(progress, atPlace.focus, focus);
  Atomics.add(progress, atPlace.ticks, 1);
}

/** Does all that the pool has to do, and then what it still says. */
export async function work(): Promise<void> {
  const common = prepare();
  common.catch(() => undefined);
  const answer = async (job: Job) => {
    progress[atPlace.unit] = job.unit;
    const told: Answer = await validate(job, common).then(
      (outcome) => ({ unit: job.unit, outcome: toPlain(outcome) }),
      (error: unknown) => ({ unit: job.unit, failure: plainFailure(error) }),
    );
    onFocus(noShape, noShape);
    parentPort!.postMessage(told);
  };
  const { first } = setting;
  if (first) await answer(first);
  const next = new Int32Array(setting.next);
  for (let unit; (unit = Atomics.add(next, 0, 1)) < units.length;) await answer({ unit, exclusions: [] });
  parentPort!.on('message', (job: Job) => void answer(job).then(() => parentPort!.postMessage('done')));
  parentPort!.postMessage('done');
}

interface Common {
  readonly shapes: Dataset;
  readonly ground: Ground;
  /** What the shapes speak of, where the ground says which classes are below which. */
  readonly covered: FactsSetting['covered'];
  readonly known: FactsSetting['known'];
}

async function prepare(): Promise<Common> {
  const shapes = new Dataset(await quadsIn(setting.shapes));
  const documents = await readDocuments(groundFiles, 'data', setting.base);
  const known = await readKnownTerms(setting.facts?.knownTerms ?? []);
  const ground = lay(coreOnly(shapes), documents);
  return { shapes, ground, known, covered: coveredBy(shapes, ground.triples) };
}

const quadsIn = async (files: readonly DataFile[]) =>
  (await readDocuments(files, 'shapes', setting.base)).flatMap(({ quads }) => quads);

const rank = rankOf([...setting.ontology, ...setting.data].map(({ shown }) => ({ file: shown })));

const lay = (shapes: Dataset, documents: Ground['documents']): Ground =>
  layGround(new CoreShapes(shapes), documents, rank);

async function validate(job: Job, preparing: Promise<Common>): Promise<JobOutcome> {
  const common = await preparing;
  const { ground } = common;
  const options: UnitOptions = { exclusions: job.exclusions, onFocus };
  if (job.unit === groundNumber) {
    const outcome = await validateGround(ground, fromPlain(job.boundary) as never, options);
    return told(outcome, common, groundAsUnit(ground), ground.documents);
  }
  const files = units[job.unit]!;
  const documents = await readDocuments(files, 'data', setting.base);
  if (setting.sparql) {
    const { validateWithSparql } = await import('./unit-sparql.ts');
    const { outcome, unit, sparql } = await validateWithSparql(
      common.shapes,
      documents,
      lay,
      options,
      (query) => onFocus(query === noShape ? noShape : aQuery, query),
    );
    return { ...(await told(outcome, common, unit, documents)), sparql };
  }
  const unit = unitOf(ground, documents);
  return told(await validateUnit(unit, options), common, unit, documents, files[0]?.graph);
}

/** An outcome as it is told, with what else is asked for. */
async function told(
  outcome: UnitOutcome,
  { shapes, known, covered }: Common,
  unit: Unit,
  documents: Ground['documents'],
  graph?: string,
): Promise<JobOutcome> {
  const focusNodes = packNodes(outcome.focusNodes);
  if (!setting.facts) return { ...outcome, focusNodes };
  const isAlone = groundFiles.length === 0;
  const facts = await factsOf(
    unit,
    documents,
    {
      known,
      covered: isAlone ? coveredBy(shapes, unit.layer) : covered,
      ontology: new Set(setting.ontology.flatMap((file) => file.graph ?? [])),
      published: new Set(setting.facts.published),
      sources: setting.facts.sources,
    },
    isAlone ? undefined : graph,
  );
  return { ...outcome, focusNodes, facts };
}
