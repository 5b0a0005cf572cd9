import { ActorQueryProcessExplainParsed } from '@comunica/actor-query-process-explain-parsed';
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';

/** What is inside an engine, as far as we look. */
interface Inside {
  readonly actorInitQuery: {
    readonly mediatorQueryProcess: { readonly bus: { readonly actors: readonly object[] } };
  };
}

/**
 * Comunica's light engine, which asks nobody and so begins in two thirds of the time, able besides to show how a query
 * was parsed, as ours wants to know.
 */
export class LightEngine extends QueryEngine {
  constructor() {
    super();
    const { bus } = (this as unknown as Inside).actorInitQuery.mediatorQueryProcess;
    const queryProcessor = bus.actors.find((actor) => 'parse' in actor);
    // It makes itself known to the bus.
    new ActorQueryProcessExplainParsed({ name: 'explain-parsed', bus, queryProcessor } as never);
  }
}
