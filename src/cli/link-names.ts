import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { canonicalIri } from '../link/authority/entry.ts';
import { endsOf } from '../link/decisions.ts';
import { resolveName } from '../query/names.ts';
import { builtInPrefixes } from '../sssom/curies.ts';
import type { MappingFile } from '../sssom/sssom.ts';

/**
 * The IRIs of things that people name by IRI, CURIE or the last part of an IRI, as far as sets speak of them.
 * @throws Failure 2 where no mapping is of one, with the name that was meant perhaps.
 */
export const subjectsNamed = (
  names: readonly string[],
  sets: readonly MappingFile[],
  prefixes: ReadonlyMap<string, string>,
): string[] =>
  names.map((name) =>
    named(
      'subject',
      name,
      endsIn(sets).map(([subject]) => subject),
      sets,
      prefixes,
    ),
  );

/** The IRI of the other side, among what sets link a thing to. */
export const objectNamed = (
  name: string,
  subject: string,
  sets: readonly MappingFile[],
  prefixes: ReadonlyMap<string, string>,
): string => {
  const objects = endsIn(sets).flatMap(([mine, object]) => (mine === subject ? [object] : []));
  return named('object', name, objects, sets, prefixes);
};

const endsIn = (sets: readonly MappingFile[]): [string, string][] =>
  sets.flatMap((set) =>
    set.mappings.flatMap((mapping) => {
      const ends = endsOf(mapping, set);
      return ends ? [ends] : [];
    }),
  );

function named(
  side: string,
  name: string,
  among: readonly string[],
  sets: readonly MappingFile[],
  own: ReadonlyMap<string, string>,
): string {
  const known = [...new Set(among)];
  const prefixes = new Map([
    ...builtInPrefixes,
    ...own,
    ...sets.flatMap(({ metadata }) => [...metadata.curieMap]),
  ]);
  const refuse = (message: string, hint: string): never => {
    throw new Failure(exit.usage, message, { hint });
  };
  const meant = canonicalIri(resolveName(side, name, { prefixes, iris: () => known }, refuse).value);
  const found = known.find((iri) => canonicalIri(iri) === meant);
  if (found !== undefined) return found;
  const near = nearest(meant, known);
  return refuse(
    `No mapping has this ${side}: ${name}`,
    near === undefined ? `There are ${known.length} in the mapping sets.` : `Did you mean ${near}?`,
  );
}

/** Says of a name that it names nothing: Failure 2. */
export const refuseName = (name: string): never => {
  throw new Failure(exit.usage, `${name} is no IRI, and no name with a prefix of this project`, {
    hint: 'Write the whole IRI, such as http://www.wikidata.org/prop/direct/P31, or declare its prefix in a file of data/.',
  });
};
