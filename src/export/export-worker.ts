// Makes texts in a thread of its own, so that they need not wait for queries, nor queries for them.
import { parentPort } from 'node:worker_threads';
import { plainFailure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { unpackQuads } from '../graph/packed.ts';
import { dumps } from './dumps.ts';
import { textOf } from './export-file.ts';
import type { Asked, Jobs } from './export-thread.ts';
import { frameAndReadBack } from './framing.ts';

parentPort!.on('message', ({ number, ...asked }: Asked) => {
  make(asked).then(
    (made) => parentPort!.postMessage({ number, made }),
    (error: unknown) => parentPort!.postMessage({ number, failure: plainFailure(error) }),
  );
});

const make = (asked: DistributiveOmit<Asked, 'number'>): Promise<Jobs[keyof Jobs]['made']> =>
  asked.kind === 'frame' ? frameAndReadBack(asked.job) : dump(asked.job);

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

async function dump({ quads, prefixes, formats }: Jobs['dump']['job']): Promise<Jobs['dump']['made']> {
  const files = await dumps({ dataset: new Dataset(unpackQuads(quads)), prefixes }, formats);
  return Promise.all(
    files.map(async ({ pieces, ...file }) => ({ ...file, text: await textOf({ ...file, pieces }) })),
  );
}
