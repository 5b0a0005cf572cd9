import type { Literal, NamedNode, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';

const interned = new Map<string, NamedNode>();

/** The same object for the same IRI: vocabulary terms are compared millions of times. */
export function iri(value: string): NamedNode {
  let term = interned.get(value);
  if (!term) interned.set(value, (term = DataFactory.namedNode(value)));
  return term;
}

/** An IRI of the data, of which there may be very many: it is not kept for the next who asks. */
export const passingIri = (value: string): NamedNode => DataFactory.namedNode(value);

/** The object of an IRI that the program itself has named, if it has. */
export const knownIri = (value: string): NamedNode | undefined => interned.get(value);

export const { namedNode, blankNode, literal, quad, variable, defaultGraph } = DataFactory;

/**
 * A string that two terms share exactly when they are the same RDF term (RDF 1.1 Concepts, §3).
 * An IRI is its own key; other kinds start with a character that no IRI starts with.
 */
export function termKey(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return term.value;
    case 'Literal':
      return `"${term.language ? languageOf(term) : `^${term.datatype.value}`} ${term.value}`;
    case 'BlankNode':
      return `_${term.value}`;
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object, term.graph].map(termKey).join(' ')}`;
    case 'Variable':
      return `?${term.value}`;
    case 'DefaultGraph':
      return '';
  }
}

/** The language of a literal with its direction, where it has one (RDF 1.2 Concepts, §3.4). */
const languageOf = ({ language, direction }: Literal): string =>
  direction ? `${language}--${direction}` : language;

/** The namespace of SHACL. */
export const shacl = 'http://www.w3.org/ns/shacl#';

/** Terms of the vocabularies that the program itself has to name. */
export const vocabulary = {
  rdf: {
    type: iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
    first: iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#first'),
    rest: iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#rest'),
    nil: iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#nil'),
  },
  rdfs: {
    class: iri('http://www.w3.org/2000/01/rdf-schema#Class'),
    label: iri('http://www.w3.org/2000/01/rdf-schema#label'),
    comment: iri('http://www.w3.org/2000/01/rdf-schema#comment'),
    subClassOf: iri('http://www.w3.org/2000/01/rdf-schema#subClassOf'),
  },
  owl: {
    ontology: iri('http://www.w3.org/2002/07/owl#Ontology'),
    imports: iri('http://www.w3.org/2002/07/owl#imports'),
    versionIri: iri('http://www.w3.org/2002/07/owl#versionIRI'),
    deprecated: iri('http://www.w3.org/2002/07/owl#deprecated'),
  },
  skos: { prefLabel: iri('http://www.w3.org/2004/02/skos/core#prefLabel') },
  schema: {
    report: iri('https://schema.org/Report'),
    mediaObject: iri('https://schema.org/MediaObject'),
    sha256: iri('https://schema.org/sha256'),
  },
  oa: {
    hasSource: iri('http://www.w3.org/ns/oa#hasSource'),
    hasSelector: iri('http://www.w3.org/ns/oa#hasSelector'),
    start: iri('http://www.w3.org/ns/oa#start'),
    end: iri('http://www.w3.org/ns/oa#end'),
  },
  sh: {
    nodeShape: iri(`${shacl}NodeShape`),
    propertyShape: iri(`${shacl}PropertyShape`),
    targetClass: iri(`${shacl}targetClass`),
    targetNode: iri(`${shacl}targetNode`),
    targetSubjectsOf: iri(`${shacl}targetSubjectsOf`),
    targetObjectsOf: iri(`${shacl}targetObjectsOf`),
    target: iri(`${shacl}target`),
    path: iri(`${shacl}path`),
    property: iri(`${shacl}property`),
    severity: iri(`${shacl}severity`),
    message: iri(`${shacl}message`),
    name: iri(`${shacl}name`),
    description: iri(`${shacl}description`),
    deactivated: iri(`${shacl}deactivated`),
    inversePath: iri(`${shacl}inversePath`),
    alternativePath: iri(`${shacl}alternativePath`),
    zeroOrMorePath: iri(`${shacl}zeroOrMorePath`),
    oneOrMorePath: iri(`${shacl}oneOrMorePath`),
    zeroOrOnePath: iri(`${shacl}zeroOrOnePath`),
    and: iri(`${shacl}and`),
    datatype: iri(`${shacl}datatype`),
    minLength: iri(`${shacl}minLength`),
    maxLength: iri(`${shacl}maxLength`),
    languageIn: iri(`${shacl}languageIn`),
    pattern: iri(`${shacl}pattern`),
    flags: iri(`${shacl}flags`),
  },
  prov: { softwareAgent: iri('http://www.w3.org/ns/prov#SoftwareAgent') },
  doco: { paragraph: iri('http://purl.org/spar/doco/Paragraph') },
  meent: {
    textAnchor: iri('https://w3id.org/meent/ns#TextAnchor'),
    textDigest: iri('https://w3id.org/meent/ns#textDigest'),
    anchoredIn: iri('https://w3id.org/meent/ns#anchoredIn'),
    contribution: iri('https://w3id.org/meent/ns#Contribution'),
    claim: iri('https://w3id.org/meent/ns#Claim'),
    assertedBy: iri('https://w3id.org/meent/ns#assertedBy'),
    attributionMode: iri('https://w3id.org/meent/ns#attributionMode'),
  },
} as const;
