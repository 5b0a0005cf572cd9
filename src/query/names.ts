import type { NamedNode } from '@rdfjs/types';
import { nearest } from '../graph/nearest.ts';
import { endingIn, resolveIri } from '../graph/resolve-iri.ts';
import { shorten } from '../graph/shorten.ts';
import { iri } from '../graph/terms.ts';

/** The IRIs that people can mean by less than the whole. */
export interface Names {
  readonly prefixes: ReadonlyMap<string, string>;
  /** The IRIs of the data; asked for only when one is looked up. */
  readonly iris: () => Iterable<string>;
}

/**
 * The IRI that a person means by a value of a parameter. The parameter's own name helps: `nextcloud` as an actor is
 * `…/actor/nextcloud` where there is one, whatever else is called so.
 * @param refuse what to do, with a message and a hint, where there is none or more than one.
 */
export function resolveName(
  parameter: string,
  value: string,
  { prefixes, iris }: Names,
  refuse: (message: string, hint: string) => never,
): NamedNode {
  const whole = resolveIri(value, prefixes, []);
  if (whole !== undefined) return iri(whole);
  const known = [...iris()];
  const ofKind = endingIn(`${parameter}/${value}`, known);
  const found = ofKind.length > 0 ? ofKind : endingIn(value, known);
  if (found.length === 1) return iri(found[0]!);
  if (found.length > 1)
    return refuse(
      `The value of ${parameter} can be several things: ${value}`,
      `Give one of ${found
        .slice(0, 5)
        .map((name) => shorten(name, prefixes))
        .join(', ')}${found.length > 5 ? ', …' : ''}.`,
    );
  const near = nearest(value, lastParts(parameter, known)) ?? nearest(value, known.map(lastPart));
  const forms = 'Give an IRI, a prefixed name or the last part of an IRI in the data.';
  return refuse(
    `The value of ${parameter} is not an IRI, a prefixed name or the last part of an IRI in the data: ${value}`,
    near === undefined ? forms : `Did you mean ${near}? ${forms}`,
  );
}

const lastPart = (name: string): string => name.replace(/^.*[/#]/, '');

/** The last parts of IRIs whose part before it is the parameter's name. */
const lastParts = (parameter: string, names: readonly string[]): string[] =>
  names.filter((name) => name.includes(`/${parameter}/`)).map(lastPart);
