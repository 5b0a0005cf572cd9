import type { Quad, Term } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import { type Loaded, loadOwnOntology, loadOwnShapes } from '../project/load.ts';
import type { Project } from '../project/project.ts';

/** The files of a project that define terms, with what tells which of them are its own. */
export type OwnFiles = Pick<Project, 'root' | 'config' | 'ontology' | 'shapes' | 'descriptionShapes'>;

/** What a project brings itself, without what the package lends it: that is for the package to publish. */
export interface OwnTerms {
  readonly ontology: Pick<Loaded, 'dataset' | 'prefixes'>;
  readonly shapes: Pick<Loaded, 'dataset' | 'prefixes'>;
}

/**
 * Reads the ontology and the shapes of a project. What the ontology says of names in the namespace of the shapes, as of the
 * components that reports refer to, goes with the shapes: a name leads to one document.
 */
export async function readOwnTerms(project: OwnFiles): Promise<OwnTerms> {
  const ontology = await loadOwnOntology(project);
  const shapes = await loadOwnShapes(project);
  const [own, other] = [countNames(ontology.dataset), countNames(shapes.dataset)];
  const isOfShapes = (term: Term) => {
    const document = documentOf(term);
    return document !== undefined && (other.get(document) ?? 0) > (own.get(document) ?? 0);
  };
  const moved = withBlankNodes(ontology.dataset, isOfShapes);
  return {
    ontology: { ...ontology, dataset: new Dataset([...ontology.dataset].filter((quad) => !moved.has(quad))) },
    shapes: {
      dataset: new Dataset([...shapes.dataset, ...moved]),
      prefixes: new Map([...ontology.prefixes, ...shapes.prefixes]),
    },
  };
}

/** The names that a project gives its own terms, as far as it is to be known where they lead. */
export interface OwnNames {
  readonly ontology: ReadonlySet<string>;
  readonly shapes: ReadonlySet<string>;
  /** IRIs of the versions of ontologies. */
  readonly versions: readonly string[];
}

/** The names of a project's own terms. */
export const namesIn = ({ ontology, shapes }: OwnTerms): OwnNames => ({
  ontology: subjectsOf(ontology.dataset),
  shapes: subjectsOf(shapes.dataset),
  versions: [...ontology.dataset.match(null, vocabulary.owl.versionIri)].map(({ object }) => object.value),
});

/** The IRIs of what some quads are about. */
function subjectsOf(quads: Iterable<Quad>): Set<string> {
  const found = new Set<string>();
  for (const { subject } of quads) if (subject.termType === 'NamedNode') found.add(subject.value);
  return found;
}

/** The document that defines a name after a `#`. */
const documentOf = ({ termType, value }: Term): string | undefined =>
  termType === 'NamedNode' ? /^([^#]*)#/.exec(value)?.[1] : undefined;

/** How many names are defined in each document. */
function countNames(quads: Iterable<Quad>): Map<string, number> {
  const names = new Set([...quads].map(({ subject }) => subject));
  const counts = new Map<string, number>();
  for (const name of new Map([...names].map((term) => [termKey(term), term])).values()) {
    const document = documentOf(name);
    if (document !== undefined) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return counts;
}

/** The quads about some subjects and about the blank nodes that those lead to. */
function withBlankNodes(dataset: Dataset, isWanted: (subject: Term) => boolean): Set<Quad> {
  const found = new Set([...dataset].filter(({ subject }) => isWanted(subject)));
  for (const { object } of found)
    if (object.termType === 'BlankNode') for (const quad of dataset.match(object)) found.add(quad);
  return found;
}
