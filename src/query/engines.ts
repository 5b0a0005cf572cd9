import type { QueryEngine } from '@comunica/query-sparql';

/** What an engine answers. */
export type Result = Awaited<ReturnType<QueryEngine['query']>>;
type Engine = Pick<QueryEngine, 'query' | 'explain' | 'invalidateHttpCache'>;

// Making an engine costs as much as a hundred queries, and importing it more: one of a kind, and only when asked.
let full: Promise<Engine> | undefined;
let light: Promise<Engine> | undefined;

/** The engine for a query: the whole of Comunica where others may be asked, and its light one where nobody is. */
export const start = ({ asksOthers = false } = {}): Promise<Engine> =>
  asksOthers
    ? (full ??= import('@comunica/query-sparql').then(({ QueryEngine }) => new QueryEngine()))
    : (light ??= import('./light-engine.ts').then(({ LightEngine }) => new LightEngine() as Engine));

/** Begins to load the query engine, so that it is ready when the first query comes. */
export function warmUp(): void {
  // A failure to load shows when the engine is used.
  start().catch(() => undefined);
}
