import type { Dataset } from '../../graph/dataset.ts';
import { type Position } from '../../graph/positions.ts';
import { expandCurie } from '../../sssom/curies.ts';
import { linkOf } from '../../sssom/links.ts';
import type { MappingFile } from '../../sssom/sssom.ts';
import { type Standing, standingOf } from '../../sssom/standing.ts';
import type { Label } from '../authority/entry.ts';
import { entriesOfGraph } from '../authority/graph.ts';
import { type Kind, kindsOf } from '../rank/kinds.ts';

/** A row of a mapping set that leads to something elsewhere. */
export interface LinkRow extends Position {
  readonly file: string;
  readonly predicate: string;
  /** What the data says of its side. */
  readonly own: string;
  /** The label of the other side, as somebody read it there. */
  readonly label: string | undefined;
}

/** Something elsewhere that links lead to, with what is to be found there. */
export interface Target {
  readonly iri: string;
  readonly rows: readonly LinkRow[];
  /** The names that our side has. */
  readonly ownLabels: readonly Label[];
  /** What our side is; a relation that says less than being the same does not ask that the other be so. */
  readonly kinds: ReadonlySet<Kind>;
  /** The other IRIs that rows which are not rejected give for our side. */
  readonly beside: ReadonlySet<string>;
}

/** Relations between things of one kind. */
const identifying = new Set(['owl:sameAs', 'skos:exactMatch']);

/**
 * What links with some standings lead to, by IRI.
 * @param base where our own things have their IRIs: the other side of a row is the one that stands elsewhere.
 */
export function targetsOf(
  sets: readonly MappingFile[],
  dataset: Dataset,
  base: string,
  standings: ReadonlySet<Standing>,
): Target[] {
  const entries = new Map(entriesOfGraph(dataset).map((entry) => [entry.iri, entry]));
  const rows: (LinkRow & { other: string })[] = [];
  const besides = new Map<string, Set<string>>();
  for (const set of sets)
    for (const { mapping, places } of set.rows) {
      const link = linkOf(set, mapping);
      if (!link || standingOf(mapping) === 'rejected') continue;
      const isInward = link.object.startsWith(base);
      const [own, other] = isInward ? [link.object, link.subject] : [link.subject, link.object];
      if (other.startsWith(base)) continue;
      besides.set(own, (besides.get(own) ?? new Set()).add(other));
      if (!standings.has(standingOf(mapping))) continue;
      const slot = isInward ? 'subject_id' : 'object_id';
      rows.push({
        ...(places[set.columns.indexOf(slot)] ?? { line: 1, column: 1 }),
        file: set.file,
        predicate: mapping.predicate_id!,
        own,
        other,
        label: isInward ? mapping.subject_label : mapping.object_label,
      });
    }
  return [...Map.groupBy(rows, ({ other }) => other)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iri, ofIri]) => ({
      iri,
      rows: ofIri,
      ownLabels: ofIri.flatMap(({ own }) => entries.get(own)?.labels ?? []),
      kinds: kindsOf(
        ofIri.flatMap(({ own, predicate }) =>
          identifying.has(predicate) ? (entries.get(own)?.types ?? []) : [],
        ),
      ),
      beside: new Set(
        ofIri.flatMap(({ own }) => [...(besides.get(own) ?? [])]).filter((each) => each !== iri),
      ),
    }));
}

/** The namespace that a person means by a prefix of a mapping set, or writes out. */
export function namespaceOf(name: string, sets: readonly MappingFile[]): string | undefined {
  if (/^https?:\/\//.test(name)) return name;
  for (const { metadata } of sets) {
    const found = expandCurie(`${name.replace(/:$/, '')}:`, metadata.curieMap) ?? metadata.curieMap.get(name);
    if (found) return found;
  }
  return undefined;
}
