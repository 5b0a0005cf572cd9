import { expandCurie } from '../sssom/curies.ts';
import { deniedLinks, linkKey } from '../sssom/links.ts';
import type { Mapping } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { standingOf } from '../sssom/standing.ts';
import { canonicalIri, spaceOf } from './authority/entry.ts';
import { decisionsIn, endsOf } from './decisions.ts';
import { kindsOf } from './rank/kinds.ts';

/** What keeps a mapping from being accepted with a relation. */
export type Conflict =
  /** Somebody says that just this is not so. */
  | { readonly kind: 'denied'; readonly mapping: Mapping }
  /** Something else of the same authority was accepted as the same thing. */
  | { readonly kind: 'taken'; readonly iri: string }
  /** It would make a concept of an individual, or merge a concept with another. */
  | { readonly kind: 'unfit' };

/**
 * What keeps a mapping of a set from being accepted with a relation, if anything does (ADR 26).
 * @param types the classes of its subject, as far as they are known.
 */
export function conflictOf(
  sets: readonly MappingFile[],
  set: MappingFile,
  mapping: Mapping,
  relation: string,
  types: readonly string[] = [],
): Conflict | undefined {
  const ends = endsOf(mapping, set);
  if (!ends) return undefined;
  const predicate = expandCurie(relation, set.metadata.curieMap);
  if (predicate !== undefined) {
    const key = linkKey({ subject: ends[0], predicate, object: ends[1] });
    for (const each of sets) {
      const row = deniedLinks(each).get(key);
      if (row !== undefined) return { kind: 'denied', mapping: each.mappings[row]! };
    }
  }
  const kinds = kindsOf(types);
  const isConcept = kinds.has('concept');
  if (kinds.size > 0 && (isConcept ? relation === 'owl:sameAs' : /^skos:\w+Match$/.test(relation)))
    return { kind: 'unfit' };
  if (relation !== 'owl:sameAs' && relation !== 'skos:exactMatch') return undefined;
  const [subject, object] = ends;
  const taken = [...(decisionsIn(sets).accepted.get(subject) ?? [])].find(
    (iri) => spaceOf(iri) === spaceOf(object) && canonicalIri(iri) !== canonicalIri(object),
  );
  return taken === undefined ? undefined : { kind: 'taken', iri: taken };
}

/** Whether two pairs are of the same things, in whatever form their IRIs are written. */
export const areSame = (
  one: readonly [string, string],
  other: readonly [string, string] | undefined,
): boolean =>
  other !== undefined && one.every((iri, index) => canonicalIri(iri) === canonicalIri(other[index]!));

/** What was accepted for a thing: the relation as its set writes it, and the IRI of the other. */
export const acceptedFor = (
  sets: readonly MappingFile[],
  subject: string,
): { readonly relation: string; readonly iri: string }[] =>
  sets.flatMap((set) =>
    set.mappings.flatMap((mapping) => {
      const ends = endsOf(mapping, set);
      return ends?.[0] === subject && standingOf(mapping) === 'accepted'
        ? [{ relation: mapping.predicate_id ?? '', iri: ends[1] }]
        : [];
    }),
  );
