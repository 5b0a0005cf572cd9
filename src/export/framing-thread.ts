import { Worker } from 'node:worker_threads';
import { failureFrom, type PlainFailure } from '../failure.ts';
import { threadEntry } from '../package.ts';
import type { Framed, FramingJob } from './framing.ts';

interface Answer {
  readonly number: number;
  readonly framed?: Framed;
  readonly failure?: PlainFailure;
}

/** A thread that frames exports, in the order in which they come. */
export class FramingThread {
  readonly #worker = new Worker(threadEntry('export/framing-worker'));
  readonly #waiting = new Map<number, PromiseWithResolvers<Framed>>();
  #jobs = 0;

  constructor() {
    this.#worker.on('message', ({ number, framed, failure }: Answer) => {
      const waiting = this.#waiting.get(number)!;
      if (failure) waiting.reject(failureFrom(failure));
      else waiting.resolve(framed!);
    });
    this.#worker.on('error', (error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error);
    });
  }

  /** As `frameAndReadBack` does. */
  frame(job: FramingJob): Promise<Framed> {
    const number = this.#jobs++;
    const waiting = Promise.withResolvers<Framed>();
    // Whoever asked may give up before this is answered.
    waiting.promise.catch(() => undefined);
    this.#waiting.set(number, waiting);
    this.#worker.postMessage({ number, job });
    return waiting.promise;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
