import { iri, literal } from '../../graph/terms.ts';
import { type Expression, isTerm, type Operation } from '../../query/algebra.ts';

/**
 * A query whose EXISTS the engine evaluates rightly: it puts the values of a solution in place of the variables
 * (SPARQL 1.1 §18.6, *substitute*), but not in a FILTER whose expression is a mere variable or a cast, nor in
 * the pattern that it filters. So there, `?x` becomes `?x && true`.
 */
export function prepareExists<T>(part: T, inside = false): T {
  if (Array.isArray(part)) return part.map((each) => prepareExists(each, inside)) as T;
  if (typeof part !== 'object' || part === null || isTerm(part)) return part;
  const below = inside || ('subType' in part && part.subType === 'existence');
  const entries = Object.entries(part).map(([key, value]) => [key, prepareExists(value, below)]);
  const prepared = Object.fromEntries(entries) as Operation;
  return (inside && prepared.type === 'filter' && !substituted.has(prepared.expression.subType)
    ? { ...prepared, expression: andTrue(prepared.expression) }
    : prepared) as unknown as T;
}

const substituted = new Set(['operator', 'existence']);

const andTrue = (expression: Expression): Expression => ({
  type: 'expression',
  subType: 'operator',
  operator: '&&',
  args: [
    expression,
    {
      type: 'expression',
      subType: 'term',
      term: literal('true', iri('http://www.w3.org/2001/XMLSchema#boolean')),
    },
  ],
});
