import type { Quad, Term } from '@rdfjs/types';
import { vocabulary } from '../../src/graph/terms.ts';
import { filesBelow, textOf } from '../support.ts';

/** The IRIs of the terms of each vocabulary that we borrow from, by namespace; where they come from says ontology/known-terms/README.md. */
export const termLists: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  filesBelow('ontology/known-terms', /\.txt$/).map((file) => {
    const [namespace, ...names] = textOf(file).trim().split('\n') as [string, ...string[]];
    return [namespace, new Set(names.map((name) => namespace + name))];
  }),
);

const listOf = (iri: string) => {
  const namespace = [...termLists.keys()].find((each) => iri.startsWith(each) && iri !== each);
  return namespace === undefined ? undefined : termLists.get(namespace);
};

/** Those of the IRIs that stand in the namespace of a vocabulary that has no such term. */
export const invented = (iris: Iterable<string>): string[] =>
  [...new Set(iris)].filter((iri) => listOf(iri)?.has(iri) === false).sort();

/** The classes and properties that are neither our own nor of a vocabulary whose terms are listed. */
export const unknown = (iris: Iterable<string>, own: string): string[] =>
  [...new Set(iris)].filter((iri) => !iri.startsWith(own) && !listOf(iri)).sort();

/** Every IRI in the quads, datatypes included. */
export const irisIn = (quads: Iterable<Quad>): string[] =>
  [...quads].flatMap(({ subject, predicate, object }) =>
    [subject, predicate, object, ...(object.termType === 'Literal' ? [object.datatype] : [])]
      .filter(({ termType }: Term) => termType === 'NamedNode')
      .map(({ value }) => value),
  );

/** The properties that the quads use and the classes that they name as a type. */
export const schemaTermsIn = (quads: Iterable<Quad>): string[] =>
  [...quads].flatMap(({ predicate, object }) =>
    predicate.equals(vocabulary.rdf.type) ? [predicate.value, object.value] : [predicate.value],
  );
