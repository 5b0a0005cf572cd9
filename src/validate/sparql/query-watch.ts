import type { Term } from '@rdfjs/types';

/** What stands outside and stops a query that does not come to an end. */
export interface QueryWatch {
  /** Numbers of the queries that are not to be asked: an earlier time they did not come to an end. */
  readonly excluded: ReadonlySet<number>;
  /** Told before a query is asked; with -1 when it has been answered. */
  readonly onQuery: (number: number) => void;
}

/** Asks the queries of shapes one at a time, so that whoever watches knows which it is that takes its time. */
export class WatchedQueries {
  readonly #watch: QueryWatch | undefined;
  readonly #numbers: ReadonlyMap<object, number>;
  readonly #leftOut = new Map<number, Term>();

  /** @param queries everything that has a query, in the same order each time. */
  constructor(queries: readonly object[], watch: QueryWatch | undefined) {
    this.#numbers = new Map(queries.map((query, number) => [query, number]));
    this.#watch = watch;
  }

  /** The shapes that had a query left out. */
  get leftOut(): readonly Term[] {
    return [...this.#leftOut.values()];
  }

  /** What a query answers; nothing where it is left out. */
  async ask<T>(query: { readonly shape: Term }, answer: () => Promise<readonly T[]>): Promise<readonly T[]> {
    const number = this.#numbers.get(query)!;
    if (this.#watch?.excluded.has(number)) {
      this.#leftOut.set(number, query.shape);
      return [];
    }
    this.#watch?.onQuery(number);
    const answers = await answer();
    this.#watch?.onQuery(-1);
    return answers;
  }
}
