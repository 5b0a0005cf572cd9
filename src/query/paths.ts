import type { Term } from '@rdfjs/types';
import { type Operation, type PathPattern, pattern, type TriplePattern } from './algebra.ts';
import { isRepeated, reach } from './reach.ts';
import type { Relation } from './relation.ts';

/** What a path is made of, beside patterns of the data. */
export interface PathParts {
  /** A variable that nothing else mentions. */
  readonly variable: () => Term;
  /** A pattern that asks for a relation. */
  readonly related: (relation: Relation, subject: Term, object: Term) => TriplePattern;
  /** A pattern that a filter of ours stands in for. */
  readonly unlike: (term: Term, iris: readonly Term[]) => TriplePattern;
}

/**
 * A path pattern as the patterns, joins and unions that it is short for (SPARQL 1.1 §18.2.2.4). A path of any length
 * stays a path where it is for a named graph.
 */
export function expandPath(path: PathPattern, parts: PathParts): Operation {
  const { subject, predicate, object, graph } = path;
  const triple = (along: Term): TriplePattern => ({ ...pattern(subject, along, object), graph });
  switch (predicate.type) {
    case 'link':
      return bgp(triple(predicate.iri));
    case 'nps': {
      const along = parts.variable();
      return bgp(triple(along), parts.unlike(along, predicate.iris));
    }
    case 'inv':
      return expandPath({ ...path, subject: object, predicate: predicate.path, object: subject }, parts);
    case 'alt':
      return {
        type: 'union',
        input: predicate.input.map((each) => expandPath({ ...path, predicate: each }, parts)),
      };
    case 'seq': {
      const stops = [subject, ...predicate.input.slice(1).map(() => parts.variable()), object];
      const steps = predicate.input.map((each, number) =>
        expandPath({ ...path, subject: stops[number]!, predicate: each, object: stops[number + 1]! }, parts),
      );
      return steps.every((step) => step.type === 'bgp')
        ? bgp(...steps.flatMap(({ patterns }) => patterns))
        : { type: 'join', input: steps };
    }
    default: {
      if (graph.termType !== 'DefaultGraph' || !isRepeated(predicate)) return path;
      const isNamed = { subject: subject.termType !== 'Variable', object: object.termType !== 'Variable' };
      return bgp(parts.related(reach(predicate, isNamed), subject, object));
    }
  }
}

/** Patterns of which all hold. */
export const bgp = (...patterns: TriplePattern[]): Extract<Operation, { type: 'bgp' }> => ({
  type: 'bgp',
  patterns,
});
