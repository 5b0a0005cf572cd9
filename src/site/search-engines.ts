import type { Quad } from '@rdfjs/types';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { evaluate } from '../query/engine.ts';
import { readQueries } from '../query/library.ts';

/** What search engines are told of a thing, by its IRI. */
export type Embedded = (iri: string) => object | undefined;

const space = 'https://schema.org/';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** A page is not to grow by what it says to machines alone. */
const mostValues = 24;

/**
 * What the export for schema.org says, thing by thing, as JSON-LD to stand in pages: nothing that the data do not say,
 * and so no date or place of an event that nobody knows. A project without that export tells search engines nothing.
 */
export async function embeddedFor(project: Project, { dataset }: Pick<Loaded, 'dataset'>): Promise<Embedded> {
  const query = (await readQueries(project, 'exports')).find(({ name }) => name === 'schema-org');
  const answer = query && (await evaluate(query.sparql, dataset, { path: query.path }));
  if (answer?.form !== 'CONSTRUCT') return () => undefined;
  const bySubject = Map.groupBy(answer.quads, ({ subject }) => subject.value);
  return (iri) => {
    const quads = bySubject.get(iri);
    return quads && asNode(iri, quads);
  };
}

function asNode(iri: string, quads: readonly Quad[]): object {
  const groups = [...Map.groupBy(quads, ({ predicate }) => predicate.value)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    '@context': { '@vocab': space },
    '@id': iri,
    ...Object.fromEntries(
      groups.map(([property, group]) =>
        property === type
          ? ['@type', group.map(({ object }) => object.value.replace(space, '')).sort()]
          : [property.replace(space, ''), valuesOf(group)],
      ),
    ),
  };
}

function valuesOf(quads: readonly Quad[]): object {
  const values = quads.map(({ object }) => {
    if (object.termType !== 'Literal') return { '@id': object.value };
    if (object.language) return { '@value': object.value, '@language': object.language };
    const datatype = object.datatype.value;
    return datatype.endsWith('#string')
      ? { '@value': object.value }
      : { '@value': object.value, '@type': datatype };
  });
  return values.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)).slice(0, mostValues);
}
