import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Quad } from '@rdfjs/types';
import { failureFrom, type PlainFailure } from '../failure.ts';
import { fromPlain, toPlain } from '../graph/plain.ts';
import { threadEntry } from '../package.ts';
import type { DataFile } from '../project/project.ts';
import type { Exclusion, UnitOutcome } from './unit.ts';

/** What every worker is told at its start. */
export interface Setting {
  readonly shapes: readonly DataFile[];
  /** Files that every unit is read with. */
  readonly ground: readonly DataFile[];
  readonly base: string | undefined;
  /** Three numbers that the worker keeps up to date, at the places below. */
  readonly progress: SharedArrayBuffer;
}

export const atPlace = { ticks: 0, shape: 1, focus: 2 } as const;

/** A unit to validate, or the ground where there is none. */
export interface Job {
  readonly unit: readonly DataFile[] | undefined;
  readonly boundary?: unknown;
  readonly exclusions: readonly Exclusion[];
}

export interface PoolOptions {
  /** How many threads; by default as many as there are processors and units. */
  readonly workers?: number | undefined;
  /** How long one shape may look at one node, milliseconds. */
  readonly limit: number;
}

type Answer = { readonly outcome: UnitOutcome } | { readonly failure: PlainFailure };

/**
 * Validates units in worker threads and then the ground they stand on. What comes of it does not depend on the
 * number of threads. A look at one node that takes longer than the limit is stopped and left out.
 * @throws Failure as the first unit, in their order, does.
 */
export async function validateInPool(
  setting: Omit<Setting, 'progress'>,
  units: readonly (readonly DataFile[])[],
  { workers = availableParallelism(), limit }: PoolOptions,
): Promise<UnitOutcome[]> {
  const threads = Array.from(
    { length: Math.max(1, Math.min(workers, units.length)) },
    () => new Thread(setting, limit),
  );
  try {
    const outcomes = new Array<UnitOutcome>(units.length);
    const failures = new Map<number, unknown>();
    let next = 0;
    await Promise.all(
      threads.map(async (thread) => {
        while (next < units.length && failures.size === 0) {
          const number = next++;
          await thread.run({ unit: units[number], exclusions: [] }).then(
            (outcome) => (outcomes[number] = outcome),
            (failure: unknown) => failures.set(number, failure),
          );
        }
      }),
    );
    if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
    if (setting.ground.length === 0) return outcomes;
    const boundary = outcomes.flatMap((outcome): readonly Quad[] => outcome.boundary);
    return [
      ...outcomes,
      await threads[0]!.run({ unit: undefined, boundary: toPlain(boundary), exclusions: [] }),
    ];
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** After this many nodes that one shape does not get done with, the shape is not tried on others of the unit. */
const patience = 3;

class Thread {
  readonly #setting: Omit<Setting, 'progress'>;
  readonly #limit: number;
  #progress!: Int32Array;
  #worker!: Worker;

  constructor(setting: Omit<Setting, 'progress'>, limit: number) {
    this.#setting = setting;
    this.#limit = limit;
    this.#start();
  }

  #start(): void {
    const progress = new SharedArrayBuffer(12);
    this.#progress = new Int32Array(progress);
    this.#progress[atPlace.shape] = -1;
    this.#worker = new Worker(threadEntry('validate/worker'), { workerData: { ...this.#setting, progress } });
  }

  /** Does a job, again and again without the nodes on which it did not come to an end. */
  async run(job: Job): Promise<UnitOutcome> {
    const exclusions = [...job.exclusions];
    for (;;) {
      const answer = await this.#attempt({ ...job, exclusions });
      if (answer !== 'stuck') return outcomeOf(answer);
      const [, shape, focus] = this.#progress;
      exclusions.push({ shape: shape!, focus: focus! });
      const tries = exclusions.filter((each) => each.shape === shape).length;
      if (tries >= patience) exclusions.push({ shape: shape!, focus: 'all' });
      await this.stop();
      this.#start();
    }
  }

  #attempt(job: Job): Promise<Answer | 'stuck'> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      let ticks = -1;
      let since = performance.now();
      const watch = setInterval(
        () => {
          const now = Atomics.load(this.#progress, atPlace.ticks);
          const idle = this.#progress[atPlace.shape] === -1;
          if (now !== ticks || idle) [ticks, since] = [now, performance.now()];
          else if (performance.now() - since > this.#limit) done(() => resolve('stuck'));
        },
        Math.min(100, this.#limit / 4),
      );
      const onMessage = (answer: Answer) => done(() => resolve(answer));
      const onError = (error: Error) => done(() => reject(error));
      const done = (settle: () => void) => {
        clearInterval(watch);
        worker.off('message', onMessage).off('error', onError);
        settle();
      };
      worker.on('message', onMessage).on('error', onError);
      worker.postMessage(job);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

function outcomeOf(answer: Answer): UnitOutcome {
  if ('outcome' in answer) return fromPlain(answer.outcome) as UnitOutcome;
  throw failureFrom(answer.failure);
}
