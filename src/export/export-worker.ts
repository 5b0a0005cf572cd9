// Makes texts in a thread of its own, so that they need not wait for queries, nor queries for them.
import { parentPort } from 'node:worker_threads';
import { plainFailure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { unpackQuads } from '../graph/packed.ts';
import { dumps } from './dumps.ts';
import { type ExportFile, textOf } from './export-file.ts';
import type { Asked, Jobs, WholeFile } from './export-thread.ts';
import { frameAndReadBack } from './framing.ts';
import { publishTerms } from './published-terms.ts';

parentPort!.on('message', ({ number, ...asked }: Asked) => {
  make(asked).then(
    (made) => parentPort!.postMessage({ number, made }),
    (error: unknown) => parentPort!.postMessage({ number, failure: plainFailure(error) }),
  );
});

async function make(asked: DistributiveOmit<Asked, 'number'>): Promise<Jobs[keyof Jobs]['made']> {
  switch (asked.kind) {
    case 'frame':
      return frameAndReadBack(asked.job);
    case 'dump': {
      const { quads, prefixes, formats } = asked.job;
      return whole(await dumps({ dataset: new Dataset(unpackQuads(quads)), prefixes }, formats));
    }
    case 'terms': {
      const { files, names } = await publishTerms(asked.job);
      return { files: await whole(files), names };
    }
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

const whole = (files: readonly ExportFile[]): Promise<WholeFile[]> =>
  Promise.all(
    files.map(async ({ pieces, ...file }) => ({ ...file, text: await textOf({ ...file, pieces }) })),
  );
