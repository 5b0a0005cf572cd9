import { type Mapping, noTermFound } from '../sssom/mapping.ts';
import { expandCurie } from '../sssom/curies.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { standingOf } from '../sssom/standing.ts';
import { canonicalIri } from './authority/entry.ts';

/** What mapping sets say of pairs of things. */
export interface Decisions {
  /** Pairs of which something is said: accepted, rejected, doubted or still open; none of them is new. */
  readonly known: ReadonlySet<string>;
  /** What was accepted as the same thing, by the subject. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Relations that say that two things are one, or as good as one. */
export const identifying: ReadonlySet<string> = new Set(['owl:sameAs', 'skos:exactMatch']);

/** A key of a pair, in whatever form its IRIs are written and whichever stands first. */
export const pairOf = (one: string, other: string): string =>
  [canonicalIri(one), canonicalIri(other)].sort().join(' ');

/** The two IRIs of a mapping; undefined where a side is a text, or was not found. */
export function endsOf(
  mapping: Mapping,
  { metadata }: Pick<MappingFile, 'metadata'>,
): [string, string] | undefined {
  const { subject_id: subject = '', object_id: object = '' } = mapping;
  if (subject === noTermFound || object === noTermFound) return undefined;
  const ends = [subject, object].map((curie) => expandCurie(curie, metadata.curieMap));
  return ends[0] && ends[1] ? [ends[0], ends[1]] : undefined;
}

/** All that mapping sets have decided or leave open. */
export function decisionsIn(sets: readonly MappingFile[]): Decisions {
  const known = new Set<string>();
  const accepted = new Map<string, Set<string>>();
  for (const set of sets)
    for (const mapping of set.mappings) {
      const ends = endsOf(mapping, set);
      if (!ends) continue;
      known.add(pairOf(...ends));
      if (standingOf(mapping) !== 'accepted' || !identifying.has(mapping.predicate_id ?? '')) continue;
      const before = accepted.get(ends[0]);
      if (before) before.add(ends[1]);
      else accepted.set(ends[0], new Set([ends[1]]));
    }
  return { known, accepted };
}
