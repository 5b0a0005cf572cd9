import type { NamedNode } from '@rdfjs/types';
import {
  mapOperations,
  type PathPattern,
  type Operation,
  type PathExpression,
  type TriplePattern,
} from '../../query/algebra.ts';
import type { Path } from '../path.ts';

/** A query with the path of its property shape wherever `$PATH` stands as a predicate (SHACL §5.3.1). */
export const substitutePath = (query: Operation, path: Path): Operation =>
  mapOperations(query, (operation) => {
    if (operation.type !== 'bgp' || !operation.patterns.some(isPlaceholder)) return operation;
    if (path.kind === 'predicate')
      return {
        ...operation,
        patterns: operation.patterns.map((each) => withPredicate(each, path.predicate)),
      };
    const rest = operation.patterns.filter((pattern) => !isPlaceholder(pattern));
    const predicate = pathExpression(path);
    const along = operation.patterns
      .filter(isPlaceholder)
      .map(({ subject, object, graph }) => ({ type: 'path', subject, predicate, object, graph }) as const);
    return {
      type: 'join',
      input: [...(rest.length > 0 ? [{ ...operation, patterns: rest }] : []), ...along],
    };
  });

const isPlaceholder = ({ predicate }: TriplePattern) =>
  predicate.termType === 'Variable' && predicate.value === 'PATH';

const withPredicate = (pattern: TriplePattern, predicate: NamedNode): TriplePattern =>
  isPlaceholder(pattern) ? changed(pattern, { predicate }) : pattern;

/** A query that looks into this graph wherever it says `GRAPH $shapesGraph`. */
export const substituteShapesGraph = (query: Operation, graph: NamedNode): Operation =>
  mapOperations(query, (operation) => {
    const replace = <T extends TriplePattern | PathPattern>(pattern: T): T =>
      pattern.graph.termType === 'Variable' && pattern.graph.value === 'shapesGraph'
        ? changed(pattern, { graph } as Partial<T>)
        : pattern;
    if (operation.type === 'bgp') return { ...operation, patterns: operation.patterns.map(replace) };
    return operation.type === 'path' ? replace(operation) : operation;
  });

// The engine's patterns are objects of a class, whose methods are to stay.
const changed = <T extends object>(pattern: T, change: Partial<T>): T =>
  Object.assign(Object.create(Object.getPrototypeOf(pattern)), pattern, change);

function pathExpression(path: Path): PathExpression {
  switch (path.kind) {
    case 'predicate':
      return { type: 'link', iri: path.predicate };
    case 'inverse':
      return { type: 'inv', path: pathExpression(path.path) };
    case 'repeat':
      return { type: repeats[path.mark], path: pathExpression(path.path) };
    case 'sequence':
      return { type: 'seq', input: path.paths.map(pathExpression) };
    case 'alternative':
      return { type: 'alt', input: path.paths.map(pathExpression) };
  }
}

const repeats = { '*': 'ZeroOrMorePath', '+': 'OneOrMorePath', '?': 'ZeroOrOnePath' } as const;
