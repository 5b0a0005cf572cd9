import type { Term } from '@rdfjs/types';
import { iri, variable } from '../graph/terms.ts';
import {
  type Expression,
  mapOperations,
  type Operation,
  operationsIn,
  pattern,
  type TriplePattern,
  variablesIn,
} from './algebra.ts';
import { certainIn } from './certain.ts';
import { type Test, testOf } from './condition.ts';

/** The filters of a query that are ours, by the predicate of the pattern that stands for each. */
export type Conditions = ReadonlyMap<string, (subject: Term, object: Term) => boolean>;

/**
 * A query with those filters that we can answer made part of its basic graph patterns, so that Comunica hands them to
 * our source with the joins: of each a pattern, with the filter's one or two variables as subject and object and a
 * predicate that nobody can write. (Handed over as filters, Comunica 5.4 moves them to where they do not belong.)
 */
export function withConditions(query: Operation): { query: Operation; conditions: Conditions } {
  const conditions = new Map<string, (subject: Term, object: Term) => boolean>();
  // What another is asked is not ours to answer.
  for (const { type } of operationsIn(query)) if (type === 'service') return { query, conditions };
  const standIn = (test: Test, [subject, object = subject]: readonly string[]) => {
    const predicate = `condition ${conditions.size}`;
    conditions.set(
      predicate,
      (first, second) => test((name) => (name === subject ? first : second)) === true,
    );
    return pattern(variable(subject!), iri(predicate), variable(object!));
  };
  const change = (operation: Operation): Operation => {
    if (operation.type === 'filter') {
      const { left, input } = place(operation.expression, operation.input, standIn);
      return left ? { ...operation, expression: left, input } : input;
    }
    if (operation.type === 'leftjoin' && operation.expression) {
      const { left, input } = place(operation.expression, operation.input[1], standIn);
      const { expression: _, ...rest } = operation;
      return { ...rest, input: [operation.input[0], input], ...(left && { expression: left }) } as Operation;
    }
    return operation;
  };
  // Comunica asks the patterns inside EXISTS one by one, so that a filter would be asked of nothing.
  return { query: mapOperations(query, change, { existence: false }), conditions };
}

type StandIn = (test: Test, variables: readonly string[]) => TriplePattern;

/** Puts as much of a filter as can be into what is filtered. */
function place(
  expression: Expression,
  input: Operation,
  standIn: StandIn,
): { left: Expression | undefined; input: Operation } {
  if (expression.subType === 'operator' && expression.operator === '&&') {
    const [first, second] = expression.args as [Expression, Expression];
    const one = place(first, input, standIn);
    const both = place(second, one.input, standIn);
    const left =
      one.left && both.left ? { ...expression, args: [one.left, both.left] } : (one.left ?? both.left);
    return { left, input: both.input };
  }
  const test = testOf(expression);
  const variables = [...variablesIn(expression)];
  if (!test || variables.length < 1 || variables.length > 2) return { left: expression, input };
  const placed = attach(input, variables, () => standIn(test, variables));
  return placed ? { left: undefined, input: placed } : { left: expression, input };
}

/** An operation with a pattern added where all of some variables have a value; undefined where that is nowhere. */
function attach(
  operation: Operation,
  variables: readonly string[],
  make: () => TriplePattern,
): Operation | undefined {
  const certain = certainIn(operation);
  if (!variables.every((name) => certain.has(name))) return undefined;
  switch (operation.type) {
    case 'bgp':
      return { ...operation, patterns: [...operation.patterns, make()] };
    case 'join': {
      for (const [number, part] of operation.input.entries()) {
        const attached = attach(part, variables, make);
        if (attached) return { ...operation, input: operation.input.with(number, attached) };
      }
      return undefined;
    }
    case 'union': {
      const parts = operation.input.map((part) => attach(part, variables, make));
      return parts.every((part) => part !== undefined) ? { ...operation, input: parts } : undefined;
    }
    case 'leftjoin':
    case 'minus': {
      const attached = attach(operation.input[0], variables, make);
      return attached && { ...operation, input: [attached, operation.input[1]] };
    }
    case 'filter':
    case 'extend': {
      const attached = attach(operation.input, variables, make);
      return attached && ({ ...operation, input: attached } as Operation);
    }
    default:
      return undefined;
  }
}
