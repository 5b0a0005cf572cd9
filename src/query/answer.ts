import type { Quad, Term } from '@rdfjs/types';

/** What a query answers, by the form of the query. */
export type Answer =
  | { readonly form: 'SELECT'; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly form: 'CONSTRUCT'; readonly quads: readonly Quad[] }
  | { readonly form: 'ASK'; readonly truth: boolean };

/** The terms bound in one solution, by variable name without question mark. */
export type Row = Readonly<Record<string, Term>>;
