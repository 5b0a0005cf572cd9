import type { Term } from '@rdfjs/types';
import { termKey } from '../graph/terms.ts';
import type { Solution, Solutions } from './solutions.ts';
import { certainVariables, type Operation, variablesOf } from './source-algebra.ts';

/** What MINUS takes away (SPARQL 1.1 §8.3): each solution that one on the right side agrees with in a variable that both have. */
export class Difference {
  /** Numbers of the shared variables that have a value on both sides whatever the solution, left and right. */
  readonly #certain: readonly (readonly [number, number])[];
  readonly #uncertain: readonly (readonly [number, number])[];
  readonly #right = new Map<string, Solution[]>();

  /**
   * @param numbers where the variables of the left side stand in its solutions.
   * @param left the left side.
   * @param right the solutions of the right side.
   */
  constructor(numbers: ReadonlyMap<string, number>, left: Operation, right: Solutions) {
    const certain = certainVariables(left);
    const shared = variablesOf(left).filter((name) => right.variables.includes(name));
    const numbered = (names: readonly string[]) =>
      names.map((name) => [numbers.get(name)!, right.variables.indexOf(name)] as const);
    const isCertain = (name: string) => certain.has(name) && !right.optional.has(name);
    this.#certain = numbered(shared.filter(isCertain));
    this.#uncertain = numbered(shared.filter((name) => !isCertain(name)));
    if (shared.length === 0) return;
    for (const solution of right.solutions) {
      const key = keyOf(this.#certain.map(([, number]) => solution[number]!));
      const others = this.#right.get(key);
      if (!others) this.#right.set(key, [solution]);
      // Where nothing else is compared, one of them is as good as all.
      else if (this.#uncertain.length > 0) others.push(solution);
    }
  }

  /** Whether a solution of the left side is taken away. */
  removes(solution: Solution): boolean {
    const candidates = this.#right.get(keyOf(this.#certain.map(([number]) => solution[number]!)));
    return candidates?.some((other) => this.#agrees(solution, other)) ?? false;
  }

  #agrees(solution: Solution, other: Solution): boolean {
    let shares = this.#certain.length > 0;
    for (const [left, right] of this.#uncertain) {
      const [value, otherValue] = [solution[left], other[right]];
      if (!value || !otherValue) continue;
      if (!value.equals(otherValue)) return false;
      shares = true;
    }
    return shares;
  }
}

const keyOf = (terms: readonly Term[]): string => terms.map(termKey).join('\u0000');
