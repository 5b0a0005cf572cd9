import type { Quad, Term } from '@rdfjs/types';

/** What a query answers, by the form of the query. */
export type Answer =
  | Rows
  | { readonly form: 'CONSTRUCT'; readonly quads: readonly Quad[] }
  | { readonly form: 'ASK'; readonly truth: boolean };

export interface Rows {
  readonly form: 'SELECT';
  readonly variables: readonly string[];
  readonly rows: readonly Row[];
}

/** The terms bound in one solution, by variable name without question mark. */
export type Row = Readonly<Record<string, Term>>;

/** An answer as rows: triples are rows of three columns, and a truth has none. */
export function rowsOf(answer: Answer): Rows {
  if (answer.form === 'SELECT') return answer;
  const rows =
    answer.form === 'ASK'
      ? []
      : answer.quads.map(({ subject, predicate, object }) => ({ subject, predicate, object }));
  return { form: 'SELECT', variables: ['subject', 'predicate', 'object'], rows };
}
