import type { Quad } from '@rdfjs/types';
import { iri, vocabulary } from '../../graph/terms.ts';
import { loadOnlyData, loadOwnOntology, loadOwnShapes } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import { defines, deprecates } from './mentions.ts';

const { rdf } = vocabulary;
const concepts = ['Concept', 'ConceptScheme'].map((name) =>
  iri(`http://www.w3.org/2004/02/skos/core#${name}`),
);

/**
 * The terms that a project gives to others, in one order: what its own ontology and shapes define, and the concepts and
 * their schemes in its data, as far as their IRIs are the project's own and not deprecated.
 */
export async function termsOf(project: Project): Promise<string[]> {
  const { base } = project.config;
  const [ontology, shapes, data] = [
    await loadOwnOntology(project),
    await loadOwnShapes(project),
    await loadOnlyData(project),
  ];
  const defined = [
    ...[...ontology.dataset, ...shapes.dataset].filter(defines),
    ...[...data.dataset].filter(isConcept),
  ];
  const all = [ontology, shapes, data].flatMap(({ dataset }) => [...dataset]);
  const deprecated = new Set(all.filter(deprecates).map(({ subject }) => subject.value));
  const own = defined
    .filter(({ subject }) => subject.termType === 'NamedNode')
    .map(({ subject }) => subject.value)
    .filter((value) => value.startsWith(base) && value !== base && !deprecated.has(value));
  return [...new Set(own)].sort();
}

const isConcept = ({ predicate, object }: Quad): boolean =>
  predicate.equals(rdf.type) && concepts.some((concept) => concept.equals(object));
