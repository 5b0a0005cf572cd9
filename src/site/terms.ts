import type { NamedNode } from '@rdfjs/types';
import { iri } from '../graph/terms.ts';

const spaces = {
  adms: 'http://www.w3.org/ns/adms#',
  cito: 'http://purl.org/spar/cito/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  doco: 'http://purl.org/spar/doco/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  meent: 'https://w3id.org/meent/ns#',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vann: 'http://purl.org/vocab/vann/',
} as const;

/** A term of a vocabulary that pages know how to show, as `schema:about`. */
export type TermName = `${keyof typeof spaces}:${string}`;

/** The IRI of a term by its prefixed name. */
export function term(name: TermName): NamedNode {
  const colon = name.indexOf(':');
  return iri(spaces[name.slice(0, colon) as keyof typeof spaces] + name.slice(colon + 1));
}

/** The prefixed name of a term; undefined where its vocabulary is none of these. */
export function termName(value: string): TermName | undefined {
  const end = Math.max(value.lastIndexOf('#'), value.lastIndexOf('/')) + 1;
  const prefix = prefixOf.get(value.slice(0, end));
  return prefix && `${prefix}:${value.slice(end)}`;
}

const prefixOf = new Map(
  Object.entries(spaces).map(([prefix, space]) => [space as string, prefix as keyof typeof spaces]),
);
