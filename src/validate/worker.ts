// Validates units in a thread of its own, so that a machine's other processors help and a look that never ends can be stopped.
import { parentPort, workerData } from 'node:worker_threads';
import { plainFailure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { fromPlain, toPlain } from '../graph/plain.ts';
import { readDocuments } from '../project/load.ts';
import { atPlace, type Job, type Setting } from './pool.ts';
import { ShapesEngine } from './shapes.ts';
import { coreOnly } from './sparql/core-only.ts';
import { layGround, type UnitOutcome, validateGround, validateUnit } from './unit.ts';

const setting = workerData as Setting;
const progress = new Int32Array(setting.progress);

/** Tells the pool, which watches from outside, that the work goes on and where it is. */
function onFocus(shape: number, focus: number): void {
  progress[atPlace.shape] = shape;
  progress[atPlace.focus] = focus;
  Atomics.add(progress, atPlace.ticks, 1);
}

async function prepare() {
  const read = async (files: Setting['shapes']) => readDocuments(files, setting.base);
  const shapes = coreOnly(new Dataset((await read(setting.shapes)).flatMap(({ quads }) => quads)));
  return layGround(new ShapesEngine(shapes), shapes, await read(setting.ground));
}

const ground = prepare();
ground.catch(() => undefined);

async function work({ unit, boundary, exclusions }: Job): Promise<UnitOutcome> {
  if (unit === undefined)
    return validateGround(await ground, fromPlain(boundary) as never, { exclusions, onFocus });
  const documents = await readDocuments(unit, setting.base);
  return validateUnit(await ground, documents, { exclusions, onFocus });
}

parentPort!.on('message', (job: Job) => {
  work(job)
    .then(
      (outcome) => ({ outcome: toPlain(outcome) }),
      (error: unknown) => ({ failure: plainFailure(error) }),
    )
    .then((answer) => {
      progress[atPlace.shape] = -1;
      parentPort!.postMessage(answer);
    });
});
