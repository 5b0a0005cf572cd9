import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failureFrom } from '../failure.ts';
import { threadEntry } from '../package.ts';
import type { Units } from '../project/units.ts';
import {
  type Answer,
  aQuery,
  atPlace,
  groundNumber,
  type Job,
  noShape,
  type Setting,
  type ThreadData,
  unitsIn,
} from './job.ts';
import type { Exclusion } from './unit.ts';

export interface PoolOptions {
  /** How many threads; by default as many as there are processors and units. */
  readonly workers?: number | undefined;
  /** How long one shape may look at one node, and one query of the shapes may take, milliseconds; 30 000 by default. */
  readonly limit?: number | undefined;
}

export const defaultLimit = 30_000;

/** After this many nodes that one shape does not get done with, the shape is not tried on others of the unit. */
const patience = 3;

/** A JobOutcome as it was sent: its terms are plain objects, since making terms of them needs a library. */
export type Sent = { readonly boundary: readonly unknown[] };

/**
 * Validates units in threads, and then the ground they stand on. What comes of it does not depend on the number of
 * threads. What takes longer than the limit is stopped and left out. It is at work as soon as it is made.
 */
export class Pool {
  readonly #threads: readonly Thread[];
  readonly #next: Int32Array;
  readonly #units: Units;
  readonly #outcomes = new InOrder();

  constructor(
    setting: Setting,
    { workers = availableParallelism(), limit = defaultLimit }: PoolOptions = {},
  ) {
    this.#units = unitsIn(setting);
    const count = this.#units.units.length;
    const next = new SharedArrayBuffer(4);
    this.#next = new Int32Array(next);
    const answered = ({ unit, ...answer }: Exclude<Answer, 'done'>) => {
      if ('failure' in answer) {
        // Those before it have been begun.
        this.skipRest();
        this.#outcomes.fail(unit, failureFrom(answer.failure));
      } else this.#outcomes.add(unit, answer.outcome as Sent);
    };
    this.#threads = Array.from(
      { length: Math.max(1, Math.min(workers, count)) },
      () => new Thread({ ...setting, next }, limit, answered),
    );
  }

  /**
   * Waits until all is done.
   * @param take is told what came of each unit, in their order, and of the ground at last.
   * @throws Failure as the first unit, in their order, does.
   */
  async finish(take: (sent: Sent) => void): Promise<void> {
    const boundary: unknown[] = [];
    this.#outcomes.handTo((sent) => {
      boundary.push(...sent.boundary);
      take(sent);
    });
    try {
      await Promise.all(this.#threads.map((thread) => thread.whenDone()));
      this.#outcomes.check();
      if (this.#units.ground.length === 0) return;
      await this.#threads[0]!.do({ unit: groundNumber, boundary, exclusions: [] });
      this.#outcomes.check();
    } finally {
      await this.stop();
    }
  }

  /** Lets nobody begin another unit. */
  skipRest(): void {
    Atomics.store(this.#next, 0, this.#units.units.length);
  }

  /** Ends it, done or not. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}

/** Hands outcomes on in the order of their units, whichever comes first. */
class InOrder {
  readonly #waiting = new Map<number, Sent>();
  readonly #failures = new Map<number, Error>();
  #take: ((outcome: Sent) => void) | undefined;
  #next = 0;

  add(unit: number, outcome: Sent): void {
    this.#waiting.set(unit === groundNumber ? this.#next : unit, outcome);
    this.#handOn();
  }

  /** Hands on what has come, and what comes. */
  handTo(take: (outcome: Sent) => void): void {
    this.#take = take;
    this.#handOn();
  }

  #handOn(): void {
    for (let ready; this.#take && (ready = this.#waiting.get(this.#next));) {
      this.#waiting.delete(this.#next++);
      this.#take(ready);
    }
  }

  fail(unit: number, failure: Error): void {
    this.#failures.set(unit, failure);
  }

  /** @throws what the first unit that failed did. */
  check(): void {
    if (this.#failures.size > 0) throw this.#failures.get(Math.min(...this.#failures.keys()))!;
  }
}

class Thread {
  readonly #setting: Omit<ThreadData, 'progress' | 'first'>;
  readonly #limit: number;
  readonly #answered: (answer: Exclude<Answer, 'done'>) => void;
  #progress!: Int32Array;
  #worker!: Worker;
  #watch: NodeJS.Timeout | undefined;
  #job: Job = { unit: 0, exclusions: [] };
  #done!: { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void };

  constructor(
    setting: Omit<ThreadData, 'progress' | 'first'>,
    limit: number,
    answered: (answer: Exclude<Answer, 'done'>) => void,
  ) {
    this.#setting = setting;
    this.#limit = limit;
    this.#answered = answered;
    this.#begin();
    this.#start();
  }

  /** Settled when it has nothing left to do. */
  whenDone(): Promise<void> {
    return this.#done.promise;
  }

  /** Does one more job. */
  do(job: Job): Promise<void> {
    this.#begin();
    this.#job = job;
    this.#worker.postMessage(job);
    return this.#done.promise;
  }

  async stop(): Promise<void> {
    clearInterval(this.#watch);
    await this.#worker.terminate();
  }

  #begin(): void {
    this.#done = Promise.withResolvers<void>();
    this.#done.promise.catch(() => undefined);
    this.#watchOver();
  }

  #start(first?: Job): void {
    const progress = new SharedArrayBuffer(16);
    this.#progress = new Int32Array(progress);
    this.#progress[atPlace.shape] = noShape;
    const worker = new Worker(threadEntry('validate/worker'), {
      workerData: { ...this.#setting, progress, first } satisfies ThreadData,
      // A unit is soon done with: more room for what is young would only be filled with what is no longer needed.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    this.#worker = worker;
    worker.on('message', (answer: Answer) => {
      if (answer === 'done') {
        clearInterval(this.#watch);
        this.#done.resolve();
      } else this.#answered(answer);
    });
    worker.on('error', (error) => this.#done.reject(error));
  }

  /** Looks now and then whether the work goes on. */
  #watchOver(): void {
    let ticks = -1;
    let since = performance.now();
    this.#watch = setInterval(
      () => {
        const now = Atomics.load(this.#progress, atPlace.ticks);
        const isIdle = Atomics.load(this.#progress, atPlace.shape) === noShape;
        if (now !== ticks || isIdle) [ticks, since] = [now, performance.now()];
        else if (performance.now() - since > this.#limit) {
          since = performance.now();
          void this.#beginAnew();
        }
      },
      Math.min(100, this.#limit / 4),
    );
  }

  /** Does the unit at hand again without what did not come to an end, and then goes on. */
  async #beginAnew(): Promise<void> {
    const [, shape, focus, unit] = this.#progress as unknown as [number, number, number, number];
    const stuck = this.#worker;
    stuck.removeAllListeners('error');
    const known = this.#job.unit === unit ? this.#job : { unit, exclusions: [] };
    this.#job = {
      ...known,
      exclusions: [...known.exclusions, ...exclusionsFor(shape, focus, known.exclusions)],
    };
    this.#start(this.#job);
    await stuck.terminate();
  }
}

function exclusionsFor(shape: number, focus: number, known: readonly Exclusion[]): Exclusion[] {
  const tries = 1 + known.filter((each) => each.shape === shape).length;
  const exclusion: Exclusion = { shape, focus };
  return shape !== aQuery && tries >= patience ? [exclusion, { shape, focus: 'all' }] : [exclusion];
}
