import type { Term } from '@rdfjs/types';
import { defaultGraph, termKey } from '../graph/terms.ts';
import type { Relations } from './relation.ts';
import type { Source } from './solutions.ts';
import { type Operation, type Pattern, places } from './source-algebra.ts';

/**
 * How many solutions of an operation to expect for each one so far.
 * @param known the variables that have a value in the solutions so far.
 */
export function costOf(
  dataset: Source,
  operation: Operation,
  known: ReadonlySet<string>,
  relations: Relations,
): number {
  const cost = (each: Operation) => costOf(dataset, each, known, relations);
  switch (operation.type) {
    case 'pattern': {
      const { subject, object } = operation;
      const relation = relations.get(operation.predicate.value);
      return relation
        ? relation.expected(dataset, isKnown(subject, known), isKnown(object, known))
        : costOfPattern(dataset, operation, known);
    }
    case 'union':
      return operation.input.reduce((sum, each) => sum + cost(each), 0);
    case 'join':
      return Math.min(...operation.input.map(cost));
    case 'minus':
      return cost(operation.input[0]);
  }
}

function costOfPattern(dataset: Source, pattern: Pattern, known: ReadonlySet<string>): number {
  const [subject, predicate, object, graph] = places.map((place) =>
    isFixed(pattern[place]) ? pattern[place] : undefined,
  );
  const matches = dataset.countQuads(subject, predicate, object, graph);
  const { subjects, objects } = spreadOf(dataset, predicate);
  const looksUp = (place: 'subject' | 'object', fixed: Term | undefined) =>
    !fixed && isKnown(pattern[place], known);
  return (
    matches /
    (looksUp('subject', subject) ? Math.max(1, subjects) : 1) /
    (looksUp('object', object) ? Math.max(1, objects) : 1)
  );
}

/** Whether a term of a pattern has no variable in it. */
export const isFixed = (term: Term): boolean =>
  term.termType === 'Quad' ? places.every((place) => isFixed(term[place])) : term.termType !== 'Variable';

const isKnown = (term: Term, known: ReadonlySet<string>): boolean =>
  term.termType === 'Variable' ? known.has(term.value) : isFixed(term);

interface Spread {
  readonly subjects: number;
  readonly objects: number;
}

const spreads = new WeakMap<Source, { readonly size: number; readonly byPredicate: Map<string, Spread> }>();

/** How many subjects and objects the quads with a predicate have, or all quads; counted once. */
function spreadOf(dataset: Source, predicate: Term | undefined): Spread {
  const size = dataset.countQuads();
  let known = spreads.get(dataset);
  if (known?.size !== size) spreads.set(dataset, (known = { size, byPredicate: new Map() }));
  const key = predicate ? termKey(predicate) : '';
  let spread = known.byPredicate.get(key);
  if (!spread) {
    const quads = [...dataset.match(undefined, predicate, undefined, defaultGraph())];
    const count = (place: 'subject' | 'object') => new Set(quads.map((quad) => termKey(quad[place]))).size;
    known.byPredicate.set(key, (spread = { subjects: count('subject'), objects: count('object') }));
  }
  return spread;
}
