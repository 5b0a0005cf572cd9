import type { Term } from '@rdfjs/types';
import { termKey } from '../graph/terms.ts';
import type { Relation } from './relation.ts';

type Pair = readonly [subject: Term, object: Term];

/** The rows of VALUES (SPARQL 1.1 §10) as a relation, each as often as it is listed. */
export function listedPairs(rows: readonly Pair[]): Relation {
  const [bySubject, byObject] = [index(rows, 0), index(rows, 1)];
  return {
    expected: (_, subject, object) =>
      rows.length / (subject ? Math.max(1, bySubject.size) : 1) / (object ? Math.max(1, byObject.size) : 1),
    pairs(_, subject, object) {
      if (subject) {
        const found = bySubject.get(termKey(subject)) ?? [];
        return object ? found.filter((pair) => pair[1].equals(object)) : found;
      }
      return object ? (byObject.get(termKey(object)) ?? []) : rows;
    },
  };
}

function index(rows: readonly Pair[], place: 0 | 1): ReadonlyMap<string, readonly Pair[]> {
  return Map.groupBy(rows, (row) => termKey(row[place]));
}
