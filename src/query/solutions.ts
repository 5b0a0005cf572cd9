import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';

/** What a query can be asked of. */
export type Source = Pick<Dataset, 'match' | 'countQuads'>;

/** The values of the variables, each at the variable's number; undefined where it has none. */
export type Solution = readonly (Term | undefined)[];

export interface Solutions {
  readonly variables: readonly string[];
  /** Which of the variables may be without a value in a solution. */
  readonly optional: ReadonlySet<string>;
  /** How many solutions to expect. */
  readonly expected: number;
  readonly solutions: Iterable<Solution>;
}

/** Two solutions as one, where no variable has two values. */
export function merge(one: Solution, other: Solution): Solution | undefined {
  const merged = [...one];
  for (const [number, value] of other.entries()) {
    if (value && merged[number] && !merged[number].equals(value)) return undefined;
    merged[number] ??= value;
  }
  return merged;
}
