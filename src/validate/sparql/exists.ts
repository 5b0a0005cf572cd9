import type { Term } from '@rdfjs/types';
import { iri, literal, variable } from '../../graph/terms.ts';
import { type Expression, isTerm, type Operation } from '../../query/algebra.ts';

/**
 * A query whose EXISTS the engine evaluates rightly when it puts the values of a solution in place of the
 * variables (SPARQL 1.1 §18.6, *substitute*).
 * @param names the variables that have values beforehand.
 */
export function prepareExists<T>(part: T, names: readonly string[], inside = false): T {
  if (Array.isArray(part)) return part.map((each) => prepareExists(each, names, inside)) as T;
  if (typeof part !== 'object' || part === null || isTerm(part)) return part;
  const below = inside || ('subType' in part && part.subType === 'existence');
  const entries = Object.entries(part).map(([key, value]) => [key, prepareExists(value, names, below)]);
  const prepared = Object.fromEntries(entries);
  return inside && 'type' in prepared ? (prepareOperation(prepared, names) as T) : prepared;
}

function prepareOperation(operation: Operation, names: readonly string[]): Operation {
  // The engine puts nothing into a filter whose expression is of another kind than these two.
  if (operation.type === 'filter' && !['operator', 'existence'].includes(operation.expression.subType))
    return { ...operation, expression: and(operation.expression, isTrue) };
  if (operation.type !== 'group') return operation;
  // It takes a variable with a value out of the keys to group by. With no keys left, nothing makes a group too.
  let { input } = operation;
  const variables = operation.variables.map((each) => {
    if (!names.includes(each.value)) return each;
    const key = variable(`${each.value}_key`);
    input = { type: 'extend', input, variable: key, expression: asExpression(each) };
    return key;
  });
  return { ...operation, input, variables };
}

const asExpression = (term: Term): Expression => ({ type: 'expression', subType: 'term', term });
const isTrue = asExpression(literal('true', iri('http://www.w3.org/2001/XMLSchema#boolean')));
const and = (...args: Expression[]): Expression => ({
  type: 'expression',
  subType: 'operator',
  operator: '&&',
  args,
});
