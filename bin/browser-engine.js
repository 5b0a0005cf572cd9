// The query engine as a browser has it: Comunica's light one, which asks nobody, and besides that can show how a query
// was parsed, as ours wants to know.
import { ActorQueryProcessExplainParsed } from '@comunica/actor-query-process-explain-parsed';
import { QueryEngine as LightEngine } from '@comunica/query-sparql-rdfjs-lite';

export class QueryEngine extends LightEngine {
  constructor() {
    super();
    const { bus } = this.actorInitQuery.mediatorQueryProcess;
    const queryProcessor = bus.actors.find((actor) => 'parse' in actor);
    // It makes itself known to the bus.
    new ActorQueryProcessExplainParsed({ name: 'explain-parsed', bus, queryProcessor });
  }
}
