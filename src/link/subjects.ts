import type { Quad } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { iri, vocabulary } from '../graph/terms.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { entriesOfGraph } from './authority/graph.ts';
import { decisionsIn } from './decisions.ts';
import type { Subject } from './rank/rank.ts';

/** The graph that is not about things but about how to speak of them. */
const isSaid = ({ graph }: Quad): boolean => !graph.value.endsWith('graph/ontology');

/** The IRIs of the things in the data that have a class, or a class below it; in the order of their IRIs. */
export function membersOf(dataset: Dataset, type: string): string[] {
  const classes = new Set<string>();
  const add = (name: string): void => {
    if (classes.has(name)) return;
    classes.add(name);
    for (const { subject } of dataset.match(null, vocabulary.rdfs.subClassOf, iri(name))) add(subject.value);
  };
  add(type);
  const types = typesSaid(dataset);
  const members = [...classes].flatMap((each) =>
    types.flatMap(({ subject, object }) => (object.value === each ? [subject.value] : [])),
  );
  return [...new Set(members)].sort();
}

/** Each class of each thing in the data. */
const typesSaid = (dataset: Dataset): Quad[] =>
  [...dataset].filter(
    (quad) =>
      quad.predicate.equals(vocabulary.rdf.type) &&
      quad.subject.termType === 'NamedNode' &&
      quad.object.termType === 'NamedNode' &&
      isSaid(quad),
  );

/** How many things the data has of each class, the most first. */
export function countByClass(dataset: Dataset): [type: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { object } of typesSaid(dataset)) counts.set(object.value, (counts.get(object.value) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}

/**
 * What is known of things that identifiers are looked for: their labels, classes, descriptions and pages, and what people have
 * accepted for them. Those without a label are left out.
 */
export function subjectsOf(
  dataset: Dataset,
  iris: readonly string[],
  sets: readonly MappingFile[],
): Subject[] {
  const known = new Map(entriesOfGraph(dataset).map((entry) => [entry.iri, entry]));
  const { accepted } = decisionsIn(sets);
  return iris.flatMap((name) => {
    const entry = known.get(name);
    return entry ? [{ ...entry, accepted: [...(accepted.get(name) ?? [])] }] : [];
  });
}
