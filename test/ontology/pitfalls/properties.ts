import type { Ontology, Rule } from '../ontology.ts';
import { namesakes } from './classes.ts';

const from = (ontology: Ontology, property: string) => ontology.classesOf(property, 'rdfs:domain').join();
const to = (ontology: Ontology, property: string) => ontology.classesOf(property, 'rdfs:range').join();
const kind = (ontology: Ontology, property: string) => ontology.is(property, 'owl:ObjectProperty');
const sides = ['rdfs:domain', 'rdfs:range'] as const;
const betweenUnlikes =
  (type: string): Rule =>
  (ontology) =>
    ontology.properties.filter(
      (property) => ontology.is(property, type) && from(ontology, property) !== to(ontology, property),
    );

/** Pitfalls in properties. */
export const pitfallsOfProperties: Readonly<Record<string, Rule>> = {
  'P05 an inverse that does not lead back': (ontology) =>
    ontology.properties.filter((property) =>
      ontology
        .links(property, 'owl:inverseOf')
        .some(
          (inverse) =>
            from(ontology, property) !== to(ontology, inverse) ||
            to(ontology, property) !== from(ontology, inverse),
        ),
    ),

  'P11 a property without domain or range': (ontology) =>
    ontology.properties.filter((property) =>
      sides.some((side) => ontology.objects(property, side).length === 0),
    ),

  'P12 a property that is silent about its namesake elsewhere': (ontology) =>
    ontology.properties.filter((property) => {
      const related = ['rdfs:subPropertyOf', 'owl:equivalentProperty', 'rdfs:seeAlso'].flatMap((each) =>
        ontology.links(property, each),
      );
      return namesakes(ontology, property).some((namesake) => !related.includes(namesake));
    }),

  'P19 several domains or ranges, which would all hold at once': (ontology) =>
    ontology.properties.filter((property) =>
      sides.some((side) => ontology.objects(property, side).length > 1),
    ),

  'P25 a property that is its own inverse': (ontology) =>
    ontology.properties.filter((property) => ontology.links(property, 'owl:inverseOf').includes(property)),

  'P26 an inverse of a symmetric property': (ontology) =>
    ontology.properties.filter(
      (property) =>
        ontology.is(property, 'owl:SymmetricProperty') &&
        ontology.objects(property, 'owl:inverseOf').length > 0,
    ),

  'P27 properties that are called equivalent and are not': (ontology) =>
    ontology.properties.filter((property) =>
      ontology
        .links(property, 'owl:equivalentProperty')
        .filter((other) => ontology.isOwn(other))
        .some((other) => [kind, from, to].some((of) => of(ontology, property) !== of(ontology, other))),
    ),

  'P28 a symmetric property between unlike things': betweenUnlikes('owl:SymmetricProperty'),

  'P29 a transitive property between unlike things': betweenUnlikes('owl:TransitiveProperty'),

  'P33 a chain of one property': (ontology) =>
    ontology.properties.filter((property) =>
      ontology.objects(property, 'owl:propertyChainAxiom').some((chain) => ontology.list(chain).length === 1),
    ),

  'P35 a property without a type': (ontology) => {
    const asProperty = new Set([
      ...ontology.quads.map(({ predicate }) => predicate.value),
      ...sides.flatMap((side) => ontology.pairs(side).map(([{ value }]) => value)),
      ...['rdfs:subPropertyOf', 'owl:inverseOf', 'owl:equivalentProperty'].flatMap((each) =>
        ontology.pairs(each).flatMap((pair) => pair.map(({ value }) => value)),
      ),
    ]);
    return [...asProperty].filter((term) => ontology.isOwn(term) && !ontology.properties.includes(term));
  },
};
