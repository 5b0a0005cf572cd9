import type { Term } from '@rdfjs/types';
import { costOf, isFixed } from './cost.ts';
import { Difference } from './difference.ts';
import type { Relation, Relations } from './relation.ts';
import { merge, type Solution, type Solutions, type Source } from './solutions.ts';
import { certainVariables, type Operation, type Pattern, places, variablesOf } from './source-algebra.ts';

export type { Source };

/**
 * The solutions of an operation over a dataset, as SPARQL has them: a bag, found one by one as they are asked for.
 * Patterns are joined by looking each solution up in the indexes, the pattern with the fewest matches first.
 * @param relations what some patterns ask for instead of the dataset.
 */
export function solve(dataset: Source, operation: Operation, relations: Relations = new Map()): Solutions {
  const variables = variablesOf(operation);
  const numbers = new Map(variables.map((name, number) => [name, number]));
  const solver = new Solver(dataset, numbers, relations);
  const plan = solver.plan(operation, new Set());
  const always = certainVariables(operation);
  return {
    variables,
    optional: new Set(variables.filter((name) => !always.has(name))),
    expected: plan.expected,
    solutions: solver.run(
      plan,
      variables.map(() => undefined),
    ),
  };
}

/** An operation with its joins in the order in which to do them. */
type Plan =
  | { readonly type: 'pattern'; readonly pattern: Pattern; readonly expected: number }
  | { readonly type: 'join' | 'union'; readonly parts: readonly Plan[]; readonly expected: number }
  | {
      readonly type: 'minus';
      readonly part: Plan;
      readonly keeps: (solution: Solution) => boolean;
      /** Whether all that is compared has a value in the part itself, so that what was known before shows through nowhere. */
      readonly isCertain: boolean;
      readonly expected: number;
    };

class Solver {
  readonly #dataset: Source;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #relations: Relations;

  constructor(dataset: Source, numbers: ReadonlyMap<string, number>, relations: Relations) {
    this.#dataset = dataset;
    this.#numbers = numbers;
    this.#relations = relations;
  }

  /** @param known the variables that have a value before. */
  plan(operation: Operation, known: ReadonlySet<string>): Plan {
    switch (operation.type) {
      case 'pattern': {
        const cost = this.#cost(operation, known);
        // What is told of a condition is when to ask it; it may keep all.
        const expected = this.#relations.has(operation.predicate.value) ? Math.max(1, cost) : cost;
        return { type: 'pattern', pattern: operation, expected };
      }
      case 'union': {
        const parts = operation.input.map((each) => this.plan(each, known));
        return { type: 'union', parts, expected: parts.reduce((sum, { expected }) => sum + expected, 0) };
      }
      case 'join':
        return this.#planJoin(operation.input, known);
      case 'minus': {
        const [left, right] = operation.input;
        const shared = variablesOf(right);
        const certain = certainVariables(left);
        const isCertain = variablesOf(left).every((name) => certain.has(name) || !shared.includes(name));
        const part = this.plan(left, isCertain ? known : new Set());
        const keeps = this.#difference(left, right);
        return { type: 'minus', part, keeps, isCertain, expected: part.expected };
      }
    }
  }

  #cost(operation: Operation, known: ReadonlySet<string>): number {
    return costOf(this.#dataset, operation, known, this.#relations);
  }

  #difference(left: Operation, right: Operation): (solution: Solution) => boolean {
    let difference: Difference | undefined;
    return (solution) => {
      difference ??= new Difference(this.#numbers, left, solve(this.#dataset, right, this.#relations));
      return !difference.removes(solution);
    };
  }

  #planJoin(operations: readonly Operation[], known: ReadonlySet<string>): Plan {
    const left = operations.flatMap(parts);
    const bound = new Set(known);
    const plans: Plan[] = [];
    while (left.length > 0) {
      const costs = left.map((operation) => this.#cost(operation, bound));
      const [next] = left.splice(costs.indexOf(Math.min(...costs)), 1);
      plans.push(this.plan(next!, bound));
      for (const name of certainVariables(next!)) bound.add(name);
    }
    return {
      type: 'join',
      parts: plans,
      expected: plans.reduce((product, { expected }) => product * expected, 1),
    };
  }

  *run(plan: Plan, solution: Solution): Iterable<Solution> {
    switch (plan.type) {
      case 'pattern':
        return yield* this.#extend(plan.pattern, solution);
      case 'union':
        for (const part of plan.parts) yield* this.run(part, solution);
        return;
      case 'join':
        return yield* this.#runFrom(plan.parts, 0, solution);
      case 'minus':
        if (plan.isCertain) {
          for (const extended of this.run(plan.part, solution)) if (plan.keeps(extended)) yield extended;
          return;
        }
        for (const own of this.run(
          plan.part,
          solution.map(() => undefined),
        )) {
          const merged = plan.keeps(own) ? merge(solution, own) : undefined;
          if (merged) yield merged;
        }
    }
  }

  *#runFrom(parts: readonly Plan[], number: number, solution: Solution): Iterable<Solution> {
    const part = parts[number];
    if (!part) return yield solution;
    // The last part is not worth a generator for each of its solutions.
    if (part.type === 'pattern' && number === parts.length - 1)
      return yield* this.#extend(part.pattern, solution);
    for (const extended of this.run(part, solution)) yield* this.#runFrom(parts, number + 1, extended);
  }

  *#matches(pattern: Pattern, solution: Solution): Iterable<readonly Term[]> {
    const [subject, predicate, object, graph] = places.map((place) => this.#value(pattern[place], solution));
    for (const quad of this.#dataset.match(subject, predicate, object, graph)) {
      // GRAPH ?g ranges over named graphs only (SPARQL 1.1 §13.3).
      if (!graph && quad.graph.termType === 'DefaultGraph') continue;
      yield [quad.subject, quad.predicate, quad.object, quad.graph];
    }
  }

  #extend(pattern: Pattern, solution: Solution): readonly Solution[] {
    const relation = this.#relations.get(pattern.predicate.value);
    if (relation) return this.#relate(relation, pattern, solution);
    const found: Solution[] = [];
    for (const terms of this.#matches(pattern, solution)) {
      let extended: (Term | undefined)[] | undefined = [...solution];
      for (let place = 0; extended && place < places.length; place++)
        extended = this.#unify(pattern[places[place]!], terms[place]!, extended);
      if (extended) found.push(extended);
    }
    return found;
  }

  #relate(relation: Relation, pattern: Pattern, solution: Solution): readonly Solution[] {
    const [subject, object] = [pattern.subject, pattern.object].map((term) => this.#value(term, solution));
    const found: Solution[] = [];
    for (const pair of relation.pairs(this.#dataset, subject, object)) {
      const extended = this.#unify(pattern.subject, pair[0], [...solution]);
      const both = extended && this.#unify(pattern.object, pair[1], extended);
      if (both) found.push(both);
    }
    return found;
  }

  /** What a place of a pattern has to equal; undefined where anything will do for the index. */
  #value(term: Term, solution: Solution): Term | undefined {
    if (term.termType === 'Variable') return solution[this.#numbers.get(term.value)!];
    return isFixed(term) ? term : undefined;
  }

  #unify(pattern: Term, term: Term, solution: (Term | undefined)[]): (Term | undefined)[] | undefined {
    if (pattern.termType === 'Variable') {
      const number = this.#numbers.get(pattern.value)!;
      const value = solution[number];
      if (value) return value === term || value.equals(term) ? solution : undefined;
      solution[number] = term;
      return solution;
    }
    if (pattern.termType !== 'Quad') return solution;
    if (term.termType !== 'Quad') return undefined;
    let unified: (Term | undefined)[] | undefined = solution;
    for (const place of places)
      unified &&=
        isFixed(pattern[place]) && !pattern[place].equals(term[place])
          ? undefined
          : this.#unify(pattern[place], term[place], unified);
    return unified;
  }
}

/** The parts of a join, and of the joins in it. */
const parts = (operation: Operation): readonly Operation[] =>
  operation.type === 'join' ? operation.input.flatMap(parts) : [operation];
