import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';

/** The relations that a person may say is right, the strongest first (ADR 26). */
export const relations = [
  'owl:sameAs',
  'skos:exactMatch',
  'skos:closeMatch',
  'skos:broadMatch',
  'skos:narrowMatch',
  'skos:relatedMatch',
  'rdfs:seeAlso',
] as const;

export type Relation = (typeof relations)[number];

/** The relation that a person means by its CURIE or the part after the colon; undefined where it is none of them. */
export const relationNamed = (name: string): Relation | undefined =>
  relations.find((relation) => relation === name || localOf(relation) === name);

/** What to say of a name that is no relation. */
export function noRelation(name: string): Failure {
  const near = nearest(name, [...relations, ...relations.map(localOf)]);
  return new Failure(exit.usage, `Not a relation between things: ${name}`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Relations are ${relations.join(', ')}.`,
  });
}

const localOf = (relation: string): string => relation.replace(/^.*:/, '');
