import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { iri, vocabulary } from '../graph/terms.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { entriesOfGraph } from './authority/graph.ts';
import { decisionsIn } from './decisions.ts';
import type { Subject } from './rank/rank.ts';

/** The IRIs of the things in a dataset that have a class, or a class below it; in the order of their IRIs. */
export function membersOf(dataset: Dataset, type: string): string[] {
  const classes = new Set<string>();
  const add = (name: string): void => {
    if (classes.has(name)) return;
    classes.add(name);
    for (const { subject } of dataset.match(null, vocabulary.rdfs.subClassOf, iri(name))) add(subject.value);
  };
  add(type);
  const members = [...classes].flatMap((each) =>
    [...dataset.match(null, vocabulary.rdf.type, iri(each))].flatMap(({ subject }) =>
      subject.termType === 'NamedNode' ? [subject.value] : [],
    ),
  );
  return [...new Set(members)].sort();
}

/** How many things a dataset has of each class, the most first. */
export function countByClass(dataset: Dataset): [type: string, count: number][] {
  const counts = new Map<string, number>();
  const isNamed = ({ termType }: Term) => termType === 'NamedNode';
  for (const { subject, object } of dataset.match(null, vocabulary.rdf.type))
    if (isNamed(subject) && isNamed(object)) counts.set(object.value, (counts.get(object.value) ?? 0) + 1);
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
