import { exit, Failure } from '../failure.ts';
import type { Evaluation } from '../query/evaluations.ts';

/** What each query of a command may take. */
export interface Limits {
  readonly seconds: number;
  /** Memory in MB beside what was taken when it began; no bound of ours where it is absent. */
  readonly megabytes?: number | undefined;
  /** The option that gives a query more time. */
  readonly secondsOption: string;
}

/** A remote service that is late is to be named, which takes its own deadline a moment. */
const grace = 1;

/** Keeps watch over the queries of another thread. */
export class Watch {
  readonly #limits: Limits;
  readonly #stop: (failure: Failure) => void;
  readonly #running = new Map<number, { readonly path: string; readonly deadline: number }>();
  #memoryBefore = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param stop is told of the first limit that is hit. */
  constructor(limits: Limits, stop: (failure: Failure) => void) {
    this.#limits = limits;
    this.#stop = stop;
  }

  begin(number: number, { path, remote }: Evaluation): void {
    if (this.#running.size === 0) this.#memoryBefore = process.memoryUsage.rss();
    const seconds = this.#limits.seconds + (remote ? grace : 0);
    this.#running.set(number, { path, deadline: performance.now() + seconds * 1000 });
    this.#timer ??= setInterval(() => this.#look(), 20);
  }

  end(number: number): void {
    this.#running.delete(number);
    if (this.#running.size === 0) this.stop();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** What an error of the thread means. */
  explain(error: NodeJS.ErrnoException): Error {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
    return this.#outOfMemory('There is not enough memory for this');
  }

  #look(): void {
    const { seconds, megabytes, secondsOption } = this.#limits;
    const late = [...this.#running.values()].find(({ deadline }) => performance.now() > deadline);
    if (late)
      this.#stop(
        new Failure(exit.limit, `The query did not get done within ${seconds} s`, {
          file: late.path,
          hint: `Ask for less, or give it more time with ${secondsOption} <seconds>.`,
        }),
      );
    else if (megabytes !== undefined && process.memoryUsage.rss() - this.#memoryBefore > megabytes * 2 ** 20)
      this.#stop(this.#outOfMemory(`The query took more than ${megabytes} MB of memory`));
  }

  #outOfMemory(message: string): Failure {
    const [first] = this.#running.values();
    return new Failure(exit.limit, message, {
      file: first?.path,
      hint:
        this.#limits.megabytes === undefined
          ? 'Ask for less at a time.'
          : 'Ask for less, or give it more with --memory <MB>.',
    });
  }
}
