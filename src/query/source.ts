import { fromIterator } from 'asynciterator';
import { variable } from '../graph/terms.ts';
import { mapOperations, type Operation as Algebra } from './algebra.ts';
import type { Relations } from './relation.ts';
import { solve, type Source } from './join.ts';
import { SolutionBindings } from './solution-bindings.ts';
import type { Operation } from './source-algebra.ts';

/**
 * A dataset as a source for Comunica that answers whole joins, differences and what a pattern stands in for.
 * Given only patterns to answer, Comunica would make an object of every step of every join; most of the time of a query went there.
 */
export function querySource(
  dataset: Source,
  relations: Relations = new Map(),
  { patternsOnly = false } = {},
): object {
  const type = (name: string) => ({ type: 'operation', operation: { operationType: 'type', type: name } });
  const shape = {
    type: 'disjunction',
    children: (patternsOnly ? ['pattern'] : ['pattern', 'join', 'union', 'minus']).map(type),
  };
  const refuse = () => {
    throw new Error('A dataset answers bindings only');
  };
  return {
    referenceValue: dataset,
    getSelectorShape: async () => shape,
    getFilterFactor: async () => 0,
    queryBindings(operation: Operation) {
      const { variables, optional, expected, solutions } = solve(dataset, operation, relations);
      const keys = variables.map((name) => variable(name));
      const found = solutions[Symbol.iterator]();
      const first = take(found, looked);
      const complete = first.length < looked;
      const rows = complete ? first : chain(first, found);
      const bindings = (function* () {
        for (const solution of rows) yield new SolutionBindings(keys, solution);
      })();
      const stream = fromIterator(bindings);
      stream.setProperty('metadata', {
        state: unchanging,
        cardinality: complete
          ? { type: 'exact', value: first.length }
          : { type: 'estimate', value: Math.max(looked, Math.ceil(expected)) },
        requestTime: 0,
        variables: keys.map((key) => ({ variable: key, canBeUndef: optional.has(key.value) })),
      });
      return stream;
    },
    queryQuads: refuse,
    queryBoolean: refuse,
    queryVoid: refuse,
    toString: () => 'Dataset',
  };
}

/**
 * A query in which Comunica can hand every join to our source: it loses track of whose a join is when it puts
 * values into an OPTIONAL with a filter, but not of whose a union is. So that part becomes a union of one.
 */
export const asSourceNeeds = (query: Algebra): Algebra =>
  mapOperations(query, (operation) =>
    operation.type === 'leftjoin' && operation.expression
      ? { ...operation, input: [operation.input[0], { type: 'union', input: [operation.input[1]] }] }
      : operation,
  );

/** So many solutions are counted before the first is given: Comunica plans its own joins by their number. */
const looked = 1000;

function take<T>(iterator: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { done, value } = iterator.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* chain<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** What is told of an answer never changes. */
const unchanging = { valid: true, invalidate() {}, addInvalidateListener() {} };
