import type { Ontology, Rule } from '../ontology.ts';
import { termLists } from '../term-lists.ts';

/** The terms of other vocabularies that have the name of this one. */
export const namesakes = (ontology: Ontology, term: string): string[] =>
  [...termLists].flatMap(([namespace, terms]) =>
    [namespace + ontology.short(term)].filter((namesake) => terms.has(namesake)),
  );

const parents = (ontology: Ontology, term: string) =>
  ontology
    .links(term, 'rdfs:subClassOf')
    .filter((parent) => ontology.isOwn(parent))
    .join();

/** Pitfalls in classes and how they stand to each other. */
export const pitfallsOfClasses: Readonly<Record<string, Rule>> = {
  'P02 synonyms as classes': (ontology) =>
    ontology.classes.filter((term) =>
      ontology.links(term, 'owl:equivalentClass').some((other) => ontology.isOwn(other)),
    ),

  'P04 a term that nothing connects to the others': (ontology) => {
    const connected = new Set([
      ...ontology.properties.flatMap((property) => [
        ...ontology.classesOf(property, 'rdfs:domain'),
        ...ontology.classesOf(property, 'rdfs:range'),
      ]),
      ...ontology
        .pairs('rdfs:subClassOf')
        .filter((pair) => pair.every(({ value }) => ontology.isOwn(value)))
        .flatMap((pair) => pair.map(({ value }) => value)),
    ]);
    const loose = ontology.properties.filter(
      (property) =>
        !ontology.objects(property, 'rdfs:domain').length && !ontology.objects(property, 'rdfs:range').length,
    );
    return [...ontology.classes.filter((term) => !connected.has(term)), ...loose];
  },

  'P06 a cycle in the hierarchy': (ontology) =>
    ontology.terms.filter((term) =>
      ['rdfs:subClassOf', 'rdfs:subPropertyOf'].some((property) => ontology.above(term, property).has(term)),
    ),

  'P10 classes side by side that are not disjoint': (ontology) =>
    ontology.classes.filter((one) =>
      ontology.classes.some(
        (other) =>
          other !== one &&
          parents(ontology, other) === parents(ontology, one) &&
          !ontology.areDisjoint(one, other),
      ),
    ),

  // With no restriction there is none to misuse: allValuesFrom alone, “some not” for “not some”, a necessary for a sufficient condition.
  'P14, P15, P16 a class by restriction': (ontology) =>
    ontology.classes.filter((term) =>
      ['rdfs:subClassOf', 'owl:equivalentClass'].some((property) =>
        ontology
          .objects(term, property)
          .some((above) => ontology.objects(above, 'owl:onProperty').length > 0),
      ),
    ),

  'P30 a class that is silent about its namesake elsewhere': (ontology) =>
    ontology.classes.filter((term) => {
      const related = ['rdfs:subClassOf', 'owl:equivalentClass', 'rdfs:seeAlso'].flatMap((property) =>
        ontology.links(term, property),
      );
      return namesakes(ontology, term).some((namesake) => !related.includes(namesake));
    }),

  'P31 classes that are called equivalent and are not': (ontology) =>
    ontology.classes.filter((term) =>
      ontology
        .links(term, 'owl:equivalentClass')
        .some(
          (other) => ontology.areDisjoint(term, other) || ontology.above(term, 'rdfs:subClassOf').has(other),
        ),
    ),

  'P34 a class without a type': (ontology) => {
    const asClass = new Set([
      ...ontology.pairs('rdfs:subClassOf').flatMap((pair) => pair.map(({ value }) => value)),
      ...ontology.pairs('owl:disjointWith').flatMap((pair) => pair.map(({ value }) => value)),
      ...['owl:members', 'owl:unionOf'].flatMap((property) =>
        ontology.pairs(property).flatMap(([, head]) => ontology.list(head).map(({ value }) => value)),
      ),
      ...['rdf:type', 'rdfs:domain', 'rdfs:range'].flatMap((property) =>
        ontology.pairs(property).map(([, { value }]) => value),
      ),
    ]);
    return [...asClass].filter((term) => ontology.isOwn(term) && !ontology.is(term, 'owl:Class'));
  },
};
