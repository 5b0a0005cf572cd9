// Frames in a thread of its own, so that it need not wait for queries, nor they for it.
import { parentPort } from 'node:worker_threads';
import { plainFailure } from '../failure.ts';
import { frameAndReadBack, type FramingJob } from './framing.ts';

parentPort!.on('message', ({ number, job }: { number: number; job: FramingJob }) => {
  frameAndReadBack(job).then(
    (framed) => parentPort!.postMessage({ number, framed }),
    (error: unknown) => parentPort!.postMessage({ number, failure: plainFailure(error) }),
  );
});
