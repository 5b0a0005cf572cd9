import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { iri, quad } from '../../graph/terms.ts';

/** The prefixes that a description is written with. */
export const prefixes: ReadonlyMap<string, string> = new Map([
  ['dcat', 'http://www.w3.org/ns/dcat#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['foaf', 'http://xmlns.com/foaf/0.1/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['schema', 'https://schema.org/'],
  ['skos', 'http://www.w3.org/2004/02/skos/core#'],
  ['spdx', 'http://spdx.org/rdf/terms#'],
  ['vcard', 'http://www.w3.org/2006/vcard/ns#'],
  ['void', 'http://rdfs.org/ns/void#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
]);

/** The IRI that a prefixed name such as `dcat:Dataset` stands for. */
export function name(prefixed: string): NamedNode {
  const [, prefix, local] = /^(\w+):(.+)$/.exec(prefixed)!;
  return iri(prefixes.get(prefix!)! + local);
}

/** What is said of a thing: a value, several, or none where nobody knows. */
export type Values = Term | readonly Term[] | undefined;

/** Triples about one thing, the properties by their prefixed names; `a` is its class. */
export const about = (subject: NamedNode, properties: Readonly<Record<string, Values>>): Quad[] =>
  Object.entries(properties).flatMap(([property, values]) =>
    [values ?? []]
      .flat()
      .map((value) => quad(subject, name(property === 'a' ? 'rdf:type' : property), value as NamedNode)),
  );
