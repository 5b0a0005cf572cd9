import { tracingChannel } from 'node:diagnostics_channel';

/** A query that is being answered. */
export interface Evaluation {
  /** The query's file, or another name for it in messages. */
  readonly path: string;
  /** Whether others are asked for parts of the answer. */
  readonly remote: boolean;
}

/** Tells whoever listens when a query begins to be answered, and when that has ended, well or badly. */
const channel = tracingChannel<unknown, Evaluation>('meent.query.evaluate');

/** Does the work of an evaluation, in the hearing of whoever listens. */
export const told = <T>(evaluation: Evaluation, work: () => Promise<T>): Promise<T> =>
  channel.tracePromise(work, evaluation);

/** Listens to all evaluations of this thread. */
export function listen(on: {
  readonly begin: (evaluation: Evaluation) => void;
  readonly end: (evaluation: Evaluation) => void;
}): void {
  channel.start.subscribe((evaluation) => on.begin(evaluation as Evaluation));
  channel.asyncEnd.subscribe((evaluation) => on.end(evaluation as Evaluation));
}
