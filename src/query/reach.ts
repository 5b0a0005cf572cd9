import type { Term } from '@rdfjs/types';
import { defaultGraph, termKey } from '../graph/terms.ts';
import type { PathExpression } from './algebra.ts';
import type { Relation } from './relation.ts';
import type { Source } from './solutions.ts';

/** A path that is gone along any number of times, or once or not at all. */
export type RepeatedPath = PathExpression & { type: keyof typeof repeats };

const repeats = {
  ZeroOrMorePath: { isEmptyToo: true, isOften: true },
  OneOrMorePath: { isEmptyToo: false, isOften: true },
  ZeroOrOnePath: { isEmptyToo: true, isOften: false },
} as const;

export const isRepeated = (path: PathExpression): path is RepeatedPath => Object.hasOwn(repeats, path.type);

/**
 * What a path of any length connects in the default graph, each pair once (SPARQL 1.1 §9.3, §18.4). The empty way leads
 * from each node of the graph to itself, and from a term that the query names though the graph may not have it.
 * @param isNamed whether a term is the query's own, for subject and object.
 */
export function reach(path: RepeatedPath, isNamed: { subject: boolean; object: boolean }): Relation {
  const { isEmptyToo } = repeats[path.type];
  const from = (source: Source, start: Term, named: boolean, back: boolean): Term[] => {
    const reached = follow(source, start, path, back);
    return isEmptyToo && !named && !isNode(source, start)
      ? reached.filter((term) => !term.equals(start))
      : reached;
  };
  return {
    expected: (source, subject, object) =>
      subject && object ? 0.5 : subject || object ? 2 : 2 * source.countQuads(),
    pairs(source, subject, object) {
      if (subject) {
        const ends = from(source, subject, isNamed.subject || (isNamed.object && !!object), false);
        return ends.filter((end) => !object || end.equals(object)).map((end) => [subject, end] as const);
      }
      if (object) return from(source, object, isNamed.object, true).map((start) => [start, object] as const);
      return everywhere(source, path);
    },
  };
}

function* everywhere(source: Source, path: RepeatedPath): Generator<readonly [Term, Term]> {
  const nodes = new Map<string, Term>();
  for (const { subject, object } of source.match(undefined, undefined, undefined, defaultGraph())) {
    nodes.set(termKey(subject), subject);
    nodes.set(termKey(object), object);
  }
  for (const node of nodes.values()) for (const end of follow(source, node, path, false)) yield [node, end];
}

const isNode = (source: Source, term: Term): boolean =>
  source.countQuads(term, undefined, undefined, defaultGraph()) > 0 ||
  source.countQuads(undefined, undefined, term, defaultGraph()) > 0;

/** Where a path leads from a term; of a repeated path each end once. */
function follow(source: Source, start: Term, path: PathExpression, back: boolean): Term[] {
  switch (path.type) {
    case 'link':
    case 'nps': {
      const predicate = path.type === 'link' ? path.iri : undefined;
      const found = back
        ? source.match(undefined, predicate, start, defaultGraph())
        : source.match(start, predicate, undefined, defaultGraph());
      const quads =
        path.type === 'link'
          ? [...found]
          : [...found].filter((quad) => !path.iris.some((iri) => iri.equals(quad.predicate)));
      return quads.map(({ subject, object }) => (back ? subject : object));
    }
    case 'inv':
      return follow(source, start, path.path, !back);
    case 'seq':
      return (back ? path.input.toReversed() : path.input).reduce<Term[]>(
        (terms, step) => terms.flatMap((term) => follow(source, term, step, back)),
        [start],
      );
    case 'alt':
      return path.input.flatMap((each) => follow(source, start, each, back));
    default: {
      const { isEmptyToo, isOften } = repeats[path.type];
      const reached = new Map<string, Term>(isEmptyToo ? [[termKey(start), start]] : []);
      const open = [start];
      for (let term; (term = open.pop());)
        for (const next of follow(source, term, path.path, back)) {
          const key = termKey(next);
          if (reached.has(key)) continue;
          reached.set(key, next);
          if (isOften) open.push(next);
        }
      return [...reached.values()];
    }
  }
}
