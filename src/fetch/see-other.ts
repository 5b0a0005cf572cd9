import { exit, Failure } from '../failure.ts';
import { Moved, type Question, type Reply } from './fetch-whole.ts';
import { reachOf } from './origins.ts';
import { askPolitely, type Manners } from './politely.ts';

/** As many times an answer may be said to stand somewhere else. */
const mostSteps = 5;

/**
 * Asks for what is said of a thing, which may stand in a document of its own: 303 leads from the thing to that (RFC 9110
 * §15.4.4), and the document may stand elsewhere again. Each step is asked politely, and of allowed origins only.
 * @returns the answer, with the address of the document where that is another one.
 * @throws Failure as `askPolitely` does; 5 where it leads to whom nobody has allowed, or on and on.
 */
export async function askForDocument(
  question: Question,
  manners: Manners,
): Promise<Reply & { readonly document?: string }> {
  let address = question.address;
  for (let steps = 0; ; steps++) {
    try {
      const reply = await askPolitely({ ...question, address }, manners);
      return steps === 0 ? reply : { ...reply, document: address };
    } catch (error) {
      if (!(error instanceof Moved) || (steps === 0 && error.status !== 303)) throw error;
      const next = error.location === undefined ? null : URL.parse(error.location, address);
      if (!next || steps === mostSteps)
        throw new Failure(exit.remote, `${question.address} leads ${next ? 'on and on' : 'nowhere'}`, {
          cause: error,
        });
      next.hash = '';
      assertAllowed(next, question.address, manners);
      address = next.href;
    }
  }
}

function assertAllowed(next: URL, from: string, { bounds }: Manners): void {
  try {
    reachOf(next, next.href, bounds.origins);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure(exit.remote, `${from} leads to ${next.href}, which nobody has allowed to be asked`, {
      hint: cause.hint,
      cause,
    });
  }
}
