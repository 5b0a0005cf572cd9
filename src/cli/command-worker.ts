// Runs a command in a thread of its own; see command-thread.ts.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { type PlainFailure, plainFailure } from '../failure.ts';
import { type Evaluation, listen } from '../query/evaluations.ts';
import type { Setting } from './command.ts';
import type { Console } from './console.ts';
import { type GuardedCommand, unguarded } from './guarded.ts';
import type { Limits } from './watch-limits.ts';

export interface Job {
  readonly command: GuardedCommand;
  readonly setting: Omit<Setting, 'console'>;
  readonly console: Pick<Console, 'env' | 'width' | 'colour'>;
  /** What the command is given after its setting. */
  readonly given: readonly unknown[];
  readonly limits: Limits;
}

export interface Written {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

export type FromWorker =
  | { readonly type: 'begin'; readonly number: number; readonly evaluation: Evaluation }
  | { readonly type: 'end'; readonly number: number }
  | { readonly type: 'read' }
  | { readonly type: 'done'; readonly code: number; readonly written: readonly Written[] }
  | { readonly type: 'failed'; readonly failure: PlainFailure };

const port = parentPort!;
const tell = (message: FromWorker) => port.postMessage(message);

// A document with the key __proto__ would otherwise reach every object of this thread.
delete (Object.prototype as { __proto__?: unknown }).__proto__;

const numbers = new Map<Evaluation, number>();
let begun = 0;
listen({
  begin(evaluation) {
    numbers.set(evaluation, begun);
    tell({ type: 'begin', number: begun++, evaluation });
  },
  end(evaluation) {
    tell({ type: 'end', number: numbers.get(evaluation)! });
    numbers.delete(evaluation);
  },
});

const [{ command, setting, console: shown, given, limits }] = (await once(port, 'message')) as [Job];
const written: Written[] = [];
const console: Console = {
  ...shown,
  out: (text) => void written.push({ stream: 'out', text }),
  err: (text) => void written.push({ stream: 'err', text }),
  read: () =>
    new Promise((resolve) => {
      port.once('message', resolve);
      tell({ type: 'read' });
    }),
  // No command of this thread holds a dialogue.
  async *lines() {
    yield* (await console.read()).split(/\r?\n/);
  },
  isTyped: false,
};

try {
  tell({ type: 'done', code: await unguarded(command, { ...setting, console }, given, limits), written });
} catch (error) {
  tell({ type: 'failed', failure: plainFailure(error) });
}
