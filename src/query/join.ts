import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { defaultGraph, termKey } from '../graph/terms.ts';

/** What a query can be asked of. */
export type Source = Pick<Dataset, 'match' | 'countQuads'>;

/** The parts of an algebra operation (SPARQL 1.1 §18.2) that a dataset answers by itself. */
export type Operation =
  | {
      readonly type: 'pattern';
      readonly subject: Term;
      readonly predicate: Term;
      readonly object: Term;
      readonly graph: Term;
    }
  | { readonly type: 'join'; readonly input: readonly Operation[] }
  | { readonly type: 'union'; readonly input: readonly Operation[] };

type Pattern = Extract<Operation, { type: 'pattern' }>;

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

/**
 * The solutions of an operation over a dataset, as SPARQL has them: a bag, found one by one as they are asked for.
 * Patterns are joined by looking each solution up in the indexes, the pattern with the fewest matches first.
 */
export function solve(dataset: Source, operation: Operation): Solutions {
  const variables = variablesOf(operation);
  const numbers = new Map(variables.map((name, number) => [name, number]));
  const solver = new Solver(dataset, numbers);
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

const places = ['subject', 'predicate', 'object', 'graph'] as const;

function variablesOf(operation: Operation): string[] {
  const names = new Set<string>();
  const visitTerm = (term: Term): void => {
    if (term.termType === 'Variable') names.add(term.value);
    else if (term.termType === 'Quad') places.forEach((place) => visitTerm(term[place]));
  };
  const visit = (each: Operation): void => {
    if (each.type === 'pattern') places.forEach((place) => visitTerm(each[place]));
    else each.input.forEach(visit);
  };
  visit(operation);
  return [...names];
}

/** The variables that have a value in every solution. */
function certainVariables(operation: Operation): Set<string> {
  if (operation.type === 'pattern') return new Set(variablesOf(operation));
  const sets = operation.input.map(certainVariables);
  if (operation.type === 'join') return new Set(sets.flatMap((set) => [...set]));
  return sets.length === 0
    ? new Set()
    : sets.reduce((both, set) => new Set([...both].filter((name) => set.has(name))));
}

/** An operation with its joins in the order in which to do them. */
type Plan =
  | { readonly type: 'pattern'; readonly pattern: Pattern; readonly expected: number }
  | { readonly type: 'join' | 'union'; readonly parts: readonly Plan[]; readonly expected: number };

class Solver {
  readonly #dataset: Source;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(dataset: Source, numbers: ReadonlyMap<string, number>) {
    this.#dataset = dataset;
    this.#numbers = numbers;
  }

  /** @param known the variables that have a value before. */
  plan(operation: Operation, known: ReadonlySet<string>): Plan {
    switch (operation.type) {
      case 'pattern':
        return { type: 'pattern', pattern: operation, expected: this.#cost(operation, known) };
      case 'union': {
        const parts = operation.input.map((each) => this.plan(each, known));
        return { type: 'union', parts, expected: parts.reduce((sum, { expected }) => sum + expected, 0) };
      }
      case 'join':
        return this.#planJoin(operation.input, known);
    }
  }

  #planJoin(operations: readonly Operation[], known: ReadonlySet<string>): Plan {
    const left = [...operations];
    const bound = new Set(known);
    const parts: Plan[] = [];
    while (left.length > 0) {
      const costs = left.map((operation) => this.#cost(operation, bound));
      const [next] = left.splice(costs.indexOf(Math.min(...costs)), 1);
      parts.push(this.plan(next!, bound));
      for (const name of certainVariables(next!)) bound.add(name);
    }
    return { type: 'join', parts, expected: parts.reduce((product, { expected }) => product * expected, 1) };
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

  /** How many solutions to expect for each one so far. */
  #cost(operation: Operation, known: ReadonlySet<string>): number {
    if (operation.type === 'union')
      return operation.input.reduce((sum, each) => sum + this.#cost(each, known), 0);
    if (operation.type === 'join') return Math.min(...operation.input.map((each) => this.#cost(each, known)));
    const [subject, predicate, object, graph] = places.map((place) =>
      isFixed(operation[place]) ? operation[place] : undefined,
    );
    const matches = this.#dataset.countQuads(subject, predicate, object, graph);
    const { subjects, objects } = spreadOf(this.#dataset, predicate);
    const looksUp = (place: 'subject' | 'object', fixed: Term | undefined) =>
      !fixed && isKnown(operation[place], known);
    return (
      matches /
      (looksUp('subject', subject) ? Math.max(1, subjects) : 1) /
      (looksUp('object', object) ? Math.max(1, objects) : 1)
    );
  }

  *#matches(pattern: Pattern, solution: Solution): Iterable<readonly Term[]> {
    const [subject, predicate, object, graph] = places.map((place) => this.#value(pattern[place], solution));
    for (const quad of this.#dataset.match(subject, predicate, object, graph)) {
      // GRAPH ?g ranges over named graphs only (SPARQL 1.1 §13.3).
      if (!graph && quad.graph.termType === 'DefaultGraph') continue;
      yield [quad.subject, quad.predicate, quad.object, quad.graph];
    }
  }

  #extend(pattern: Pattern, solution: Solution): Solution[] {
    const found: Solution[] = [];
    for (const terms of this.#matches(pattern, solution)) {
      let extended: (Term | undefined)[] | undefined = [...solution];
      for (let place = 0; extended && place < places.length; place++)
        extended = this.#unify(pattern[places[place]!], terms[place]!, extended);
      if (extended) found.push(extended);
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

const isFixed = (term: Term): boolean =>
  term.termType === 'Quad' ? places.every((place) => isFixed(term[place])) : term.termType !== 'Variable';

const isKnown = (term: Term, known: ReadonlySet<string>): boolean =>
  term.termType === 'Variable' ? known.has(term.value) : isFixed(term);

interface Spread {
  readonly subjects: number;
  readonly objects: number;
}

const spreads = new WeakMap<Source, { readonly size: number; readonly byPredicate: Map<string, Spread> }>();

/** How many subjects and objects the quads with a predicate have, or all quads; counted once. */
function spreadOf(dataset: Source, predicate: Term | undefined): Spread {
  const size = dataset.countQuads();
  let known = spreads.get(dataset);
  if (known?.size !== size) spreads.set(dataset, (known = { size, byPredicate: new Map() }));
  const key = predicate ? termKey(predicate) : '';
  let spread = known.byPredicate.get(key);
  if (!spread) {
    const quads = [...dataset.match(undefined, predicate, undefined, defaultGraph())];
    const count = (place: 'subject' | 'object') => new Set(quads.map((quad) => termKey(quad[place]))).size;
    known.byPredicate.set(key, (spread = { subjects: count('subject'), objects: count('object') }));
  }
  return spread;
}
