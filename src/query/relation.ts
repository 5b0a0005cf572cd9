import type { Term } from '@rdfjs/types';
import type { Source } from './solutions.ts';

/**
 * Pairs of terms that stand in no triple. A pattern with a predicate of ours asks for them, so that whatever makes them
 * is joined like any other pattern, and Comunica hands it to our source with the rest.
 */
export interface Relation {
  /** How many pairs to expect where the subject or the object is known; Infinity where that is too little to ask it. */
  expected(source: Source, subject: boolean, object: boolean): number;
  /** The pairs with this subject and this object; with any where it is undefined. */
  pairs(
    source: Source,
    subject: Term | undefined,
    object: Term | undefined,
  ): Iterable<readonly [subject: Term, object: Term]>;
}

/** Relations by the predicate of the pattern that asks for each. */
export type Relations = ReadonlyMap<string, Relation>;

/** The pairs that keep a condition, which is asked of solutions that have what it looks at; the sooner the better. */
export const whoeverKeeps = (condition: (subject: Term, object: Term) => boolean): Relation => ({
  expected: (_, subject, object) => (subject && object ? 0 : Infinity),
  pairs(_, subject, object) {
    if (!subject || !object) throw new Error('A filter was asked of nothing');
    return condition(subject, object) ? [[subject, object]] : [];
  },
});

/** Each term with itself. */
export const itself: Relation = {
  expected: (_, subject, object) => (subject || object ? 1 : Infinity),
  pairs(_, subject = undefined, object = subject) {
    const term = subject ?? object;
    if (!term) throw new Error('A name was given to nothing');
    return !object || term.equals(object) ? [[term, term]] : [];
  },
};
