import type { Ontology, Rule } from '../ontology.ts';
import { invented, irisIn, schemaTermsIn, unknown } from '../term-lists.ts';

const declared = (ontology: Ontology) => ontology.instances('owl:Ontology');

/** Pitfalls in what an ontology says of itself and takes from others. */
export const pitfallsOfTheDeclaration: Readonly<Record<string, Rule>> = {
  'P36 an IRI that ends like a file': (ontology) =>
    [...declared(ontology), ...ontology.terms].filter((iri) =>
      /\.(owl|rdf|rdfs|ttl|n3|nt|xml|jsonld)([#/]|$)/i.test(iri),
    ),

  'P38 a file that declares no ontology, or several': (ontology) =>
    declared(ontology).length === 1 ? [] : [ontology.namespace],

  'P39 a namespace that is not clear': (ontology) => [
    ...declared(ontology).filter(
      (iri) =>
        `${iri}#` !== ontology.namespace ||
        ontology
          .objects(iri, 'vann:preferredNamespaceUri')
          .some((said) => said.termType !== 'Literal' || said.value !== ontology.namespace),
    ),
    ...[...ontology.instances('owl:Class'), ...ontology.properties].filter(
      (term) => ontology.links(term, 'rdfs:isDefinedBy').join() !== declared(ontology).join(),
    ),
  ],

  'P40 a term in a namespace that has no such term': (ontology) => [
    ...invented(irisIn(ontology.quads)),
    ...unknown(schemaTermsIn(ontology.quads), ontology.namespace),
  ],

  'P41 an ontology without a licence': (ontology) =>
    declared(ontology).filter((iri) => ontology.links(iri, 'dcterms:license').length !== 1),
};
