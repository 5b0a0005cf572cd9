import type { NamedNode, Term, Variable } from '@rdfjs/types';
import { defaultGraph } from '../graph/terms.ts';

/**
 * A query as an expression of the SPARQL algebra (SPARQL 1.1 §18.2), in the form that the engine reads and
 * writes. What nobody here looks at is left out; `GRAPH` stands in the patterns.
 */
export type Operation =
  | { readonly type: 'bgp'; readonly patterns: readonly TriplePattern[] }
  | PathPattern
  | {
      readonly type: 'values';
      readonly variables: readonly Variable[];
      readonly bindings: readonly Binding[];
    }
  | { readonly type: 'join' | 'union'; readonly input: readonly Operation[] }
  | {
      readonly type: 'leftjoin' | 'minus';
      readonly input: readonly [Operation, Operation];
      readonly expression?: Expression;
    }
  | { readonly type: 'filter'; readonly input: Operation; readonly expression: Expression }
  | {
      readonly type: 'extend';
      readonly input: Operation;
      readonly variable: Variable;
      readonly expression: Expression;
    }
  | {
      readonly type: 'group';
      readonly input: Operation;
      readonly variables: readonly Variable[];
      readonly aggregates: readonly Expression[];
    }
  | { readonly type: 'orderby'; readonly input: Operation; readonly expressions: readonly Expression[] }
  | { readonly type: 'project'; readonly input: Operation; readonly variables: readonly Variable[] }
  | {
      readonly type: 'construct';
      readonly input: Operation;
      readonly template: readonly TriplePattern[];
    }
  | { readonly type: 'describe'; readonly input: Operation; readonly terms: readonly Term[] }
  | { readonly type: 'service'; readonly input: Operation; readonly name: Term; readonly silent: boolean }
  | {
      readonly type: 'slice';
      readonly input: Operation;
      readonly start: number;
      readonly length?: number | undefined;
    }
  | {
      readonly type: 'distinct' | 'reduced' | 'ask' | 'from';
      readonly input: Operation;
    }
  | { readonly type: Update };

/** The operations of SPARQL 1.1 Update. */
const updates = [
  'compositeupdate',
  'deleteinsert',
  'load',
  'clear',
  'create',
  'drop',
  'add',
  'move',
  'copy',
] as const;
type Update = (typeof updates)[number];

/** Whether an operation would change data instead of asking for it. */
export const isUpdate = ({ type }: Operation): boolean => (updates as readonly string[]).includes(type);

export interface TriplePattern {
  readonly type: 'pattern';
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

export interface PathPattern {
  readonly type: 'path';
  readonly subject: Term;
  readonly predicate: PathExpression;
  readonly object: Term;
  readonly graph: Term;
}

export type PathExpression =
  | { readonly type: 'link'; readonly iri: NamedNode }
  | { readonly type: 'seq' | 'alt'; readonly input: readonly PathExpression[] }
  | { readonly type: 'nps'; readonly iris: readonly NamedNode[] }
  | {
      readonly type: 'inv' | 'ZeroOrMorePath' | 'OneOrMorePath' | 'ZeroOrOnePath';
      readonly path: PathExpression;
    };

export type Expression = { readonly type: 'expression' } & (
  | { readonly subType: 'term'; readonly term: Term }
  | { readonly subType: 'operator'; readonly operator: string; readonly args: readonly Expression[] }
  | { readonly subType: 'named' | 'aggregate' | 'wildcard' }
  | { readonly subType: 'existence'; readonly not: boolean; readonly input: Operation }
);

/** A pattern in the default graph, like the engine's own: a term as well, whose parts are properties of the object. */
export const pattern = (subject: Term, predicate: Term, object: Term): TriplePattern =>
  ({
    type: 'pattern',
    termType: 'Quad',
    value: '',
    subject,
    predicate,
    object,
    graph: defaultGraph(),
  }) as TriplePattern;

/** The terms of one row of VALUES, by variable name. */
export type Binding = Readonly<Record<string, Term>>;

/** The names of the variables that occur anywhere in a piece of a query, also inside EXISTS and triple terms. */
export function variablesIn(part: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(part)) for (const each of part) variablesIn(each, found);
  else if (isTerm(part)) {
    if (part.termType === 'Variable') found.add(part.value);
    if (part.termType === 'Quad') variablesIn([part.subject, part.predicate, part.object, part.graph], found);
  } else if (typeof part === 'object' && part !== null) variablesIn(Object.values(part), found);
  return found;
}

/** Every term in a piece of a query. */
export function* termsIn(part: unknown): Generator<Term> {
  if (Array.isArray(part)) for (const each of part) yield* termsIn(each);
  else if (typeof part === 'object' && part !== null) {
    if (isTerm(part) && part.termType !== 'Quad') yield part;
    else yield* termsIn(Object.values(part));
  }
}

/** Every operation in a piece of a query, outermost first, also inside EXISTS. */
export function* operationsIn(part: unknown): Generator<Operation> {
  if (Array.isArray(part)) for (const each of part) yield* operationsIn(each);
  else if (typeof part === 'object' && part !== null && !isTerm(part)) {
    if ('type' in part && part.type !== 'expression') yield part as Operation;
    yield* operationsIn(Object.values(part));
  }
}

/**
 * Whether a query says which graphs it is asked of (SPARQL 1.1 §13.2). Comunica puts them into the patterns while it
 * answers: what stands for something else would mean another graph, and whose a join is is forgotten.
 */
export const choosesGraphs = (query: Operation): boolean =>
  [...operationsIn(query)].some(({ type }) => type === 'from');

/** A piece of a query with each operation in it changed, innermost first, also inside EXISTS if not told otherwise. */
export function mapOperations<T>(
  part: T,
  change: (operation: Operation) => Operation,
  { existence = true }: { existence?: boolean } = {},
): T {
  const map = <Part>(each: Part): Part => mapOperations(each, change, { existence });
  if (Array.isArray(part)) return part.map(map) as T;
  if (typeof part !== 'object' || part === null || isTerm(part)) return part;
  if (!existence && 'subType' in part && part.subType === 'existence') return part;
  const mapped = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, map(value)]));
  return ('type' in mapped && mapped['type'] !== 'expression' ? change(mapped as Operation) : mapped) as T;
}

/** The names of the variables that a query selects, in its order; undefined where it does something else. */
export function selectedBy(query: Operation): string[] | undefined {
  switch (query.type) {
    case 'project':
      return query.variables.map(({ value }) => value);
    case 'slice':
    case 'distinct':
    case 'reduced':
    case 'from':
      return selectedBy(query.input);
    default:
      return undefined;
  }
}

/** Whether a piece of a query is a term, and not something made of terms. */
export const isTerm = (part: unknown): part is Term =>
  typeof part === 'object' && part !== null && 'termType' in part;
