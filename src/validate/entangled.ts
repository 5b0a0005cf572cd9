import type { Quad, Term } from '@rdfjs/types';
import { vocabulary } from '../graph/terms.ts';

const { rdf, rdfs, oa, schema, doco, meent } = vocabulary;

/**
 * The stems of the reports of whose evidence some quads speak; undefined where the quads may change what another unit
 * means: where they stand in a graph of their own choice, put classes in order, or speak of evidence whose name does not say which report it belongs to.
 * @param graph the graph that the unit's file belongs to.
 */
export function stemsOf(quads: readonly Quad[], graph: string | undefined): ReadonlySet<string> | undefined {
  const stems = new Set<string>();
  for (const { subject, predicate, object, graph: own } of quads) {
    if (own.value !== graph || predicate.equals(rdfs.subClassOf)) return undefined;
    const nodes = predicate.equals(rdf.type) ? types.get(object.value) : speaking.get(predicate.value);
    for (const node of nodes?.(subject, object) ?? []) {
      if (node.termType !== 'NamedNode') continue;
      const stem = stemOf(node);
      if (stem === undefined) return undefined;
      stems.add(stem);
    }
  }
  return stems;
}

/** What the names of all that belongs to a report begin with. */
export const stemOf = ({ value }: Term): string | undefined => /^.*?\/id\/report\/[^/]+\//.exec(value)?.[0];

type Nodes = (subject: Term, object: Term) => readonly Term[];

const itsSubject: Nodes = (subject) => [subject];
/** A media object that is no report's text has no evidence. */
const itsSubjectIfOfReport: Nodes = (subject) => (stemOf(subject) === undefined ? [] : [subject]);

/** The nodes of evidence in the statement of a type, by that type. */
const types = new Map<string, Nodes>([
  [meent.textAnchor.value, itsSubject],
  [doco.paragraph.value, itsSubject],
  [meent.claim.value, itsSubject],
  [schema.mediaObject.value, itsSubjectIfOfReport],
]);

/** The nodes of evidence in any other triple, by its predicate. */
const speaking = new Map<string, Nodes>([
  [oa.hasSource.value, (subject, object) => [subject, object]],
  [oa.hasSelector.value, (subject, object) => [subject, object]],
  [oa.start.value, itsSubject],
  [oa.end.value, itsSubject],
  [meent.textDigest.value, itsSubject],
  [meent.anchoredIn.value, (_subject, object) => [object]],
  [schema.sha256.value, itsSubjectIfOfReport],
]);
