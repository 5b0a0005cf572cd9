import type { Term } from '@rdfjs/types';
import { iri, variable } from '../graph/terms.ts';
import { fromEngine } from './blank-nodes.ts';
import { listedPairs } from './listed-pairs.ts';
import { bgp, expandPath } from './paths.ts';
import { itself, type Relation, type Relations, whoeverKeeps } from './relation.ts';
import {
  choosesGraphs,
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
import type { Operation as SourceOperation } from './source-algebra.ts';
import { isWhole, relationsOf, type SubQuery } from './sub-query.ts';

/**
 * A query with more of it made part of its basic graph patterns, so that Comunica hands it to our source with the joins:
 * paths are written out (SPARQL 1.1 §18.2.2.4), and for a filter that we can answer, for short rows of VALUES and for a
 * path of any length stands a pattern, with their one or two variables as subject and object and a predicate that nobody
 * can write. (Handed over as filters, Comunica 5.4 moves them to where they do not belong; the others it keeps.)
 */
export function withStandIns(query: Operation): { query: Operation; relations: Relations } {
  const relations = new Map<string, Relation>();
  // What another is asked is not ours to answer.
  for (const { type } of operationsIn(query)) if (type === 'service') return { query, relations };
  if (choosesGraphs(query)) return { query, relations };
  let variables = 0;
  const newVariable = () => variable(`new ${variables++}`);
  const related = (relation: Relation, subject: Term, object: Term): TriplePattern => {
    const predicate = `relation ${relations.size}`;
    relations.set(predicate, relation);
    return pattern(subject, iri(predicate), object);
  };
  const standIn = (test: Test, [subject, object = subject]: readonly string[]) =>
    related(
      whoeverKeeps((first, second) => test((name) => (name === subject ? first : second)) === true),
      variable(subject!),
      variable(object!),
    );
  const unlike = (term: Term, iris: readonly Term[]) =>
    related(
      whoeverKeeps((other) => !iris.some((each) => each.equals(other))),
      term,
      term,
    );
  const pathParts = { variable: newVariable, related, unlike };
  // Who counts whole solutions apart would count by what nobody wrote too.
  const expands = !countsWholeSolutions(query);
  // By what stands in for them: what is distinct of one is told of it.
  const subQueries = new Map<Operation, SubQuery>();
  const asked = (query: SubQuery): Operation => {
    const terms = query.variables.map((name) => variable(name));
    const row = terms.length > 2 ? newVariable() : terms[0]!;
    const columns = terms.length > 2 ? terms : [terms.at(-1)!];
    const stands = bgp(
      ...relationsOf(query, relations).map((relation, at) => related(relation, row, columns[at]!)),
    );
    subQueries.set(stands, query);
    return stands;
  };
  const change = (operation: Operation): Operation => {
    switch (operation.type) {
      case 'project': {
        const inner = inSource(operation.input);
        const variables = operation.variables.map(({ value }) => value);
        const query = inner && { operation: inner, variables, isDistinct: false };
        return query && isWhole(query) ? asked(query) : operation;
      }
      case 'distinct': {
        const query = subQueries.get(operation.input);
        return query ? asked({ ...query, isDistinct: true }) : operation;
      }
      case 'path':
        return expands && isPlain(operation.subject) && isPlain(operation.object)
          ? expandPath(operation, pathParts)
          : operation;
      case 'values': {
        const rows = pairsIn(operation);
        const [subject, object = subject] = operation.variables;
        return rows ? { type: 'bgp', patterns: [related(listedPairs(rows), subject!, object!)] } : operation;
      }
      case 'extend': {
        const term = renamedBy(operation);
        if (!term) return operation;
        const same =
          term.termType === 'Variable' ? itself : listedPairs([[fromEngine(term), fromEngine(term)]]);
        const from = term.termType === 'Variable' ? term : operation.variable;
        return { type: 'join', input: [operation.input, bgp(related(same, from, operation.variable))] };
      }
      case 'filter': {
        const { left, input } = place(operation.expression, operation.input, standIn);
        return left ? { ...operation, expression: left, input } : input;
      }
      case 'leftjoin': {
        if (!operation.expression) return operation;
        const { left, input } = place(operation.expression, operation.input[1], standIn);
        const { expression: _, ...rest } = operation;
        return {
          ...rest,
          input: [operation.input[0], input],
          ...(left && { expression: left }),
        } as Operation;
      }
      default:
        return operation;
    }
  };
  // Comunica asks the patterns inside EXISTS one by one, so that a filter would be asked of nothing.
  return { query: mapInside(query, (each) => mapOperations(each, change, { existence: false })), relations };
}

/** A query with what it asks changed, but not what becomes of the answer. */
function mapInside(query: Operation, change: (operation: Operation) => Operation): Operation {
  switch (query.type) {
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'slice':
    case 'orderby':
      return { ...query, input: mapInside(query.input, change) };
    default:
      return change(query);
  }
}

/** An operation as our source takes it; undefined where Comunica is needed for a part of it. */
function inSource(operation: Operation): SourceOperation | undefined {
  switch (operation.type) {
    case 'bgp':
      return { type: 'join', input: operation.patterns };
    case 'join':
    case 'union':
    case 'minus': {
      const input = operation.input.map(inSource);
      return input.every((each) => each !== undefined)
        ? ({ type: operation.type, input } as SourceOperation)
        : undefined;
    }
    default:
      return undefined;
  }
}

const isPlain = ({ termType }: Term): boolean => termType !== 'Quad';

/** The rows of VALUES with one or two variables, each of which has a value in all; undefined for others. */
function pairsIn({ variables, bindings }: Extract<Operation, { type: 'values' }>) {
  const [first, second = first] = variables.map(({ value }) => value);
  if (first === undefined || variables.length > 2) return undefined;
  const rows = bindings.map((row) => [row[first], row[second!]].map((term) => term && fromEngine(term)));
  return rows.every((row) => row.every((term) => term !== undefined)) ? (rows as [Term, Term][]) : undefined;
}

/** What BIND gives another name, where our source answers all of it: a term, or a variable that always has a value. */
function renamedBy({ input, expression }: Extract<Operation, { type: 'extend' }>): Term | undefined {
  if (expression.subType !== 'term' || !isPlain(expression.term) || !inSource(input)) return undefined;
  const { term } = expression;
  return term.termType !== 'Variable' || certainIn(input).has(term.value) ? term : undefined;
}

/** Whether COUNT(DISTINCT *) stands in a query. */
const countsWholeSolutions = (query: Operation): boolean =>
  [...operationsIn(query)].some(
    (operation) =>
      operation.type === 'group' &&
      operation.aggregates.some((each) => {
        const { distinct, expression } = each as { distinct?: boolean; expression?: Expression };
        return distinct === true && expression?.subType === 'wildcard';
      }),
  );

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
    case 'extend':
    case 'distinct':
    case 'project': {
      const attached = attach(operation.input, variables, make);
      return attached && ({ ...operation, input: attached } as Operation);
    }
    default:
      return undefined;
  }
}
