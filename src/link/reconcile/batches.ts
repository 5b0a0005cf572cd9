import { exit, Failure } from '../../failure.ts';
import { Unwilling } from '../../fetch/fetch-whole.ts';
import { notNow } from '../../fetch/politely.ts';
import { notKept } from '../answers.ts';

export interface Batches<Question, Outcome> {
  /** Who is asked. */
  readonly address: string;
  /** Most questions in a request, where the service says. */
  readonly size?: number | undefined;
  /** What came of questions before, by their keys; what comes now is added. */
  readonly known: Map<string, Outcome>;
  readonly keyOf: (question: Question) => string;
  /** Asks some questions in one request, and gives what came of each by its key; absent where nobody may be asked. */
  readonly ask?: ((batch: readonly Question[]) => Promise<ReadonlyMap<string, Outcome>>) | undefined;
}

/** A service that fails so often in a row is not asked any more. */
const mostFailures = 2;
const usualSize = 10;

/** Asks many questions in batches, and gives what came of each, in their order and as it comes; what is known is not asked. */
export async function* inBatches<Question, Outcome extends object>(
  questions: readonly Question[],
  { address, size: most = usualSize, known, keyOf, ask }: Batches<Question, Outcome>,
): AsyncGenerator<{ question: Question; outcome: Outcome | { failure: Failure }; asked: boolean }> {
  let size = most;
  let failures = 0;
  let last: Failure | undefined;
  for (let at = 0; at < questions.length;) {
    const question = questions[at]!;
    const outcome = known.get(keyOf(question));
    if (outcome || !ask) {
      yield { question, outcome: outcome ?? { failure: notKept(address) }, asked: false };
      at++;
      continue;
    }
    // Up to the next question whose answer is known, so that answers come in the order of the questions.
    const next = questions.slice(at, at + size);
    const end = next.findIndex((each) => known.has(keyOf(each)));
    const batch = end === -1 ? next : next.slice(0, end);
    if (failures >= mostFailures) {
      for (const each of batch)
        yield { question: each, outcome: { failure: givenUp(address, last!) }, asked: false };
      at += batch.length;
      continue;
    }
    try {
      const outcomes = await ask(batch);
      failures = 0;
      for (const [key, each] of outcomes) known.set(key, each);
      for (const each of batch) yield { question: each, outcome: outcomes.get(keyOf(each))!, asked: true };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== exit.remote) throw error;
      // 413: the batch is larger than the service takes.
      if (error instanceof Unwilling && error.status === 413 && batch.length > 1) {
        size = Math.ceil(batch.length / 2);
        continue;
      }
      const wantsNoMore = error instanceof Unwilling && notNow.has(error.status);
      failures = wantsNoMore ? mostFailures : failures + 1;
      last = error;
      for (const each of batch) yield { question: each, outcome: { failure: error }, asked: true };
    }
    at += batch.length;
  }
}

const givenUp = (address: string, { message, hint }: Failure): Failure =>
  new Failure(exit.remote, `${address} was not asked any more, since ${message.replace(address, 'it')}`, {
    hint,
  });
