import { type Place, placeIn, type ReadDocument } from '../../graph/locator.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import type { Finding } from '../problem.ts';
import { finding } from './finding.ts';

/** What documents leave to others to describe, with where they say so. */
export interface Wanted {
  readonly as: 'thing' | 'person';
  readonly iris: readonly string[];
  readonly place: Place;
}

/** Of some IRIs, those that documents describe, and those that they describe as software. */
export interface Known {
  readonly described: readonly string[];
  readonly software: readonly string[];
}

/** What documents want of all the data. */
export const wantsOf = (documents: readonly ReadDocument[]): Wanted[] =>
  documents.flatMap((document) =>
    (document.wants ?? []).map(({ as, iris, ...position }) => ({
      as,
      iris,
      place: placeIn(document, position),
    })),
  );

/** What documents say of the IRIs that some want. */
export function knownIn(documents: readonly ReadDocument[], wanted: ReadonlySet<string>): Known {
  const described = new Set<string>();
  const software = new Set<string>();
  if (wanted.size > 0)
    for (const { quads } of documents)
      for (const { subject, predicate, object } of quads)
        if (predicate.equals(vocabulary.rdf.type) && wanted.has(subject.value)) {
          described.add(subject.value);
          if (object.equals(vocabulary.prov.softwareAgent)) software.add(subject.value);
        }
  return { described: [...described], software: [...software] };
}

/** The wants that nobody meets. */
export function checkWants(wants: readonly Wanted[], known: readonly Known[]): Finding[] {
  const described = new Set(known.flatMap((each) => each.described));
  const software = new Set(known.flatMap((each) => each.software));
  return wants.flatMap(({ as, iris, place }) => {
    const [first] = iris;
    if (as === 'thing' ? iris.some((each) => described.has(each)) : !software.has(first!)) return [];
    const rule = as === 'thing' ? 'unknown-subject' : 'review-by-software';
    return [finding({ rule, detail: first! }, { focus: iri(first!), places: [place] })];
  });
}
