import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { assertTerm } from '../graph/assert-term.ts';
import { literal, variable } from '../graph/terms.ts';
import type { Expression } from './algebra.ts';

// The engine writes the terms of a solution into the queries that it sends as they are. So no term may come into being
// that would say other things there than its own: not in the data, not as a parameter, not by a function.

/** @throws Failure 4 where a term cannot be written into a query that another is asked. */
export function assertSendable(terms: Iterable<Term>, file: string): void {
  try {
    for (const term of terms)
      if (term.termType === 'NamedNode' || term.termType === 'Literal') assertTerm(term);
  } catch (cause) {
    const message = (cause as Error).message.replace(/^.*?: /, '');
    throw new Failure(exit.unsupported, `Cannot ask others about this data: ${message}`, { file, cause });
  }
}

const guarded: Readonly<Record<string, { readonly argument: number; readonly pattern: string }>> = {
  iri: { argument: 0, pattern: '^[^\\u0000-\\u0020<>"{}|^`\\\\]*$' },
  uri: { argument: 0, pattern: '^[^\\u0000-\\u0020<>"{}|^`\\\\]*$' },
  strlang: { argument: 1, pattern: '^[A-Za-z]+(-[A-Za-z0-9]+)*$' },
  strlangdir: { argument: 1, pattern: '^[A-Za-z]+(-[A-Za-z0-9]+)*$' },
};

/** A query in which functions that make IRIs or language tags have no value where the text is none (SPARQL 1.1 §17.4.2). */
export function guardFunctions<T>(part: T): T {
  if (Array.isArray(part)) return part.map(guardFunctions) as T;
  if (typeof part !== 'object' || part === null || 'termType' in part) return part;
  const mapped = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, guardFunctions(value)]));
  if (mapped['type'] !== 'expression' || mapped['subType'] !== 'operator') return mapped as T;
  const call = mapped as unknown as Extract<Expression, { subType: 'operator' }>;
  const rule = Object.hasOwn(guarded, call.operator) ? guarded[call.operator] : undefined;
  if (!rule) return mapped as T;
  const text = operator('str', call.args[rule.argument]!);
  return operator('if', operator('regex', text, term(literal(rule.pattern))), call, nothing) as T;
}

const operator = (name: string, ...args: Expression[]): Expression => ({
  type: 'expression',
  subType: 'operator',
  operator: name,
  args,
});
const term = (value: Term): Expression => ({ type: 'expression', subType: 'term', term: value });

/** A variable that never has a value: to ask for it is an error, which is what a function without value is. */
const nothing = term(variable('__none'));

const token =
  /<[^<>"{}|^`\\\s]*>|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|_:[^\s(){};,]+|[(){}]|[^\s(){}<"'_]+|[^]/gu;

/**
 * The text of a query that the engine sends, without the rows of VALUES that hold a blank node: nobody else knows it, so
 * that nothing can be said of it there.
 * @throws Failure 4 where a blank node stands elsewhere, since there it would be taken for a variable.
 */
export function withoutBlankNodes(sparql: string, file: string): string {
  if (!sparql.includes('_:')) return sparql;
  let values: 'no' | 'begins' | 'rows' = 'no';
  let row: string[] | undefined;
  const kept: string[] = [];
  for (const [each] of sparql.matchAll(token)) {
    if (/^VALUES$/i.test(each)) values = 'begins';
    else if (values === 'begins' && each === '{') values = 'rows';
    else if (values === 'rows' && each === '}') values = 'no';
    else if (values === 'rows' && each === '(') {
      row = [each];
      continue;
    } else if (row) {
      row.push(each);
      if (each !== ')') continue;
      if (!row.some((part) => part.startsWith('_:'))) kept.push(...row);
      row = undefined;
      continue;
    } else if (each.startsWith('_:')) {
      if (values === 'rows') continue;
      throw new Failure(exit.unsupported, 'A blank node of one answer cannot be asked for in another', {
        file,
        hint: 'Ask for a blank node and for what is said of it in one SERVICE.',
      });
    }
    kept.push(each);
  }
  return kept.join('');
}
