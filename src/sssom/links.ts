import { expandCurie } from './curies.ts';
import { type Mapping, type MappingSet, noTermFound } from './mapping.ts';
import { standingOf } from './standing.ts';

/** What a mapping says, in IRIs. */
export interface Link {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** A link that has been accepted, with the number of its row, counted from 0. */
export interface AcceptedLink extends Link {
  readonly row: number;
}

/** What a mapping says, in IRIs; undefined where a side is a literal, nothing, or a CURIE that stands for no IRI. */
export function linkOf(set: MappingSet, mapping: Mapping): Link | undefined {
  const { subject_id, predicate_id, object_id, subject_type, object_type } = mapping;
  if ([subject_type, object_type].includes('rdfs literal')) return undefined;
  if (subject_id === noTermFound || object_id === noTermFound) return undefined;
  const [subject, predicate, object] = [subject_id, predicate_id, object_id].map((curie) =>
    curie === undefined ? undefined : expandCurie(curie, set.metadata.curieMap),
  );
  return subject && predicate && object ? { subject, predicate, object } : undefined;
}

/** Relations that hold the other way round too. */
const symmetric: ReadonlySet<string> = new Set([
  'http://www.w3.org/2002/07/owl#sameAs',
  'http://www.w3.org/2004/02/skos/core#exactMatch',
  'http://www.w3.org/2004/02/skos/core#closeMatch',
  'http://www.w3.org/2004/02/skos/core#relatedMatch',
]);

/** A text that two links share exactly when they say the same. */
export function linkKey({ subject, predicate, object }: Link): string {
  const sides = [subject, object];
  return [predicate, ...(symmetric.has(predicate) ? sides.sort() : sides)].join(' ');
}

/** The keys of the links that a set says are not so, with the number of the row that says it. */
export const deniedLinks = (set: MappingSet): ReadonlyMap<string, number> =>
  new Map(
    set.mappings.flatMap((mapping, row) => {
      const link = mapping.predicate_modifier === undefined ? undefined : linkOf(set, mapping);
      return link ? [[linkKey(link), row] as const] : [];
    }),
  );

/** The links that have been accepted, each once; one that is denied too is not among them. */
export function acceptedLinks(
  set: MappingSet,
  deniedElsewhere: ReadonlySet<string> = new Set(),
): AcceptedLink[] {
  const denied = deniedLinks(set);
  const found = new Map<string, AcceptedLink>();
  for (const [row, mapping] of set.mappings.entries()) {
    if (standingOf(mapping) !== 'accepted') continue;
    const link = linkOf(set, mapping);
    if (!link) continue;
    const key = linkKey(link);
    if (denied.has(key) || deniedElsewhere.has(key)) continue;
    const spelt = `${link.subject} ${link.predicate} ${link.object}`;
    if (!found.has(spelt)) found.set(spelt, { ...link, row });
  }
  return [...found.values()];
}
