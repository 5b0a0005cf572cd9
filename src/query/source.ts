import { ArrayIterator } from 'asynciterator';
import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { defaultGraph, termKey, variable } from '../graph/terms.ts';
import { SolutionBindings } from './solution-bindings.ts';

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
type Solution = readonly (Term | undefined)[];

/**
 * The solutions of an operation over a dataset, as SPARQL has them: a bag.
 * Patterns are joined by looking each solution up in the indexes, the pattern with the fewest matches first.
 */
export function solve(
  dataset: Dataset,
  operation: Operation,
): { variables: readonly string[]; solutions: readonly Solution[] } {
  const variables = variablesOf(operation);
  const numbers = new Map(variables.map((name, number) => [name, number]));
  const solver = new Solver(dataset, numbers);
  return { variables, solutions: solver.solve(operation, [variables.map(() => undefined)], new Set()) };
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

class Solver {
  readonly #dataset: Dataset;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(dataset: Dataset, numbers: ReadonlyMap<string, number>) {
    this.#dataset = dataset;
    this.#numbers = numbers;
  }

  /** @param bound the variables that have a value in every one of the solutions. */
  solve(
    operation: Operation,
    solutions: readonly Solution[],
    bound: ReadonlySet<string>,
  ): readonly Solution[] {
    switch (operation.type) {
      case 'pattern':
        return solutions.flatMap((solution) => this.#extend(operation, solution));
      case 'union':
        return operation.input.flatMap((each) => this.solve(each, solutions, bound));
      case 'join':
        return this.#join(operation.input, solutions, bound);
    }
  }

  #join(
    operations: readonly Operation[],
    solutions: readonly Solution[],
    bound: ReadonlySet<string>,
  ): readonly Solution[] {
    const left = [...operations];
    const known = new Set(bound);
    let found = solutions;
    while (left.length > 0 && found.length > 0) {
      const [next] = left.splice(this.#cheapest(left, known), 1);
      found = this.solve(next!, found, known);
      if (next!.type === 'pattern') variablesOf(next!).forEach((name) => known.add(name));
    }
    return found;
  }

  /** Which operation to do next. */
  #cheapest(operations: readonly Operation[], known: ReadonlySet<string>): number {
    const costs = operations.map((operation) => this.#cost(operation, known));
    return costs.indexOf(Math.min(...costs));
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

const spreads = new WeakMap<Dataset, { readonly size: number; readonly byPredicate: Map<string, Spread> }>();

/** How many subjects and objects the quads with a predicate have, or all quads; counted once. */
function spreadOf(dataset: Dataset, predicate: Term | undefined): Spread {
  let known = spreads.get(dataset);
  if (known?.size !== dataset.size)
    spreads.set(dataset, (known = { size: dataset.size, byPredicate: new Map() }));
  const key = predicate ? termKey(predicate) : '';
  let spread = known.byPredicate.get(key);
  if (!spread) {
    const quads = [...dataset.match(undefined, predicate, undefined, defaultGraph())];
    const count = (place: 'subject' | 'object') => new Set(quads.map((quad) => termKey(quad[place]))).size;
    known.byPredicate.set(key, (spread = { subjects: count('subject'), objects: count('object') }));
  }
  return spread;
}

/**
 * A dataset as a source for Comunica that answers whole joins. Given only patterns to answer, Comunica
 * would make an object of every step of every join; most of the time of a query went there.
 */
export function querySource(dataset: Dataset): object {
  const type = (name: string) => ({ type: 'operation', operation: { operationType: 'type', type: name } });
  const shape = { type: 'disjunction', children: ['pattern', 'join', 'union'].map(type) };
  const refuse = () => {
    throw new Error('A dataset answers patterns, joins and unions');
  };
  return {
    referenceValue: dataset,
    getSelectorShape: async () => shape,
    getFilterFactor: async () => 0,
    queryBindings(operation: Operation) {
      const { variables, solutions } = solve(dataset, operation);
      const keys = variables.map((name) => variable(name));
      const rows = solutions.map((solution) => new SolutionBindings(keys, solution));
      const stream = new ArrayIterator(rows, { autoStart: false });
      const unbound = new Set(
        variables.filter((_, number) => solutions.some((solution) => !solution[number])),
      );
      stream.setProperty('metadata', {
        state: unchanging,
        cardinality: { type: 'exact', value: rows.length },
        requestTime: 0,
        variables: keys.map((key, number) => ({
          variable: key,
          canBeUndef: unbound.has(variables[number]!),
        })),
      });
      return stream;
    },
    queryQuads: refuse,
    queryBoolean: refuse,
    queryVoid: refuse,
    toString: () => 'Dataset',
  };
}

/** The metadata of an answer that is complete never changes. */
const unchanging = { valid: true, invalidate() {}, addInvalidateListener() {} };
