import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { failureFrom, type PlainFailure } from '../failure.ts';
import { threadEntry } from '../package.ts';
import type { FromWorker, Job } from './command-worker.ts';
import { type Guard, seemsGuarded } from './guarded.ts';
import { Watch } from './watch-limits.ts';

/**
 * Runs commands in a thread of their own, from where even a regular expression that never ends can be stopped. What a
 * command prints comes when it has ended: one that is stopped prints nothing.
 * @param args the words after the program's name; where they seem to need the thread, it begins to load at once.
 * @returns a guard, which throws Failure 6 where a limit is hit.
 */
export function guardInThread(args: readonly string[]): Guard {
  let waiting = seemsGuarded(args) ? startThread() : undefined;
  // It may turn out not to be needed.
  waiting?.unref();
  return async (command, { console, ...setting }, given, limits) => {
    const { env, width, colour } = console;
    const job: Job = { command, setting, console: { env: { ...env }, width, colour }, given, limits };
    const worker = waiting && fits(limits.megabytes) ? waiting : startThread(limits.megabytes);
    if (worker !== waiting) void waiting?.terminate();
    waiting = undefined;
    worker.ref();
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const watch = new Watch(limits, reject);
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'begin':
          return watch.begin(message.number, message.evaluation);
        case 'end':
          return watch.end(message.number);
        case 'read':
          return void console.read().then((text) => worker.postMessage(text), reject);
        case 'done':
          for (const { stream, text } of message.written) console[stream](text);
          return resolve(message.code);
        case 'failed':
          return reject(failureOf(message.failure));
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => reject(watch.explain(error)));
    worker.postMessage(job);
    try {
      return await promise;
    } finally {
      watch.stop();
      // Nobody waits for that: inside native code a thread may not hear of it for long.
      void worker.terminate();
    }
  };
}

const heapLimit = getHeapStatistics().heap_size_limit / 2 ** 20;

/** Whether what a query may take leaves room for the data in a thread as it is. */
const fits = (megabytes = 0): boolean => megabytes <= heapLimit / 2;

/** The watch stops a query before the limit of the heap does; that is for what is read before there is a query. */
const startThread = (megabytes = 0): Worker =>
  new Worker(threadEntry('cli/command-worker'), {
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(heapLimit + (fits(megabytes) ? 0 : megabytes)) },
  });

/** An error that is no failure keeps the stack that it had in its thread. */
function failureOf(plain: PlainFailure): Error {
  const error = failureFrom(plain);
  if (plain.code === undefined) error.stack = plain.message;
  return error;
}
