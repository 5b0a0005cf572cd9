import type { Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/graph/terms.ts';
import { namesIn } from '../ontology/names-in-text.ts';
import { irisIn } from '../ontology/term-lists.ts';
import { filesBelow, ownGraph, ownProject, quadsOf, textOf } from '../support.ts';

const { base } = ownProject().config;
const { dataset } = await ownGraph();
const data = await Promise.all(
  filesBelow('data', /\.ttl$/).map(async (file) => ({ file, quads: await quadsOf(file) })),
);
const shapes = await Promise.all(
  filesBelow('shapes', /\.ttl$/).map(async (file) => ({ file, quads: await quadsOf(file) })),
);
const queries = filesBelow('queries', /\.rq$/);

// A query may name a graph, which nothing need describe.
const described = new Set([
  ...[...dataset, ...shapes.flatMap(({ quads }) => quads)]
    .filter(({ predicate }) => predicate.equals(vocabulary.rdf.type))
    .map(({ subject }) => subject.value),
  ...[...dataset].map(({ graph }) => graph.value),
]);
const undescribed = (iris: Iterable<string>) =>
  [...new Set(iris)].filter((iri) => iri.startsWith(base) && !described.has(iri));

const isBlank = ({ termType }: Term) => termType === 'BlankNode';
const word = '[a-z]+[0-9]*';
const key = `${word}(-(${word}|[0-9]+))*`;
const keyed = new RegExp(`^[a-z]+(/${key})*(/(anchor|selector)/\\d+-\\d+)?$`);

describe('each IRI of our own is described that is used in', () => {
  it.each([...data, ...shapes])('$file', ({ quads }) => {
    expect(undescribed(irisIn(quads))).toEqual([]);
  });

  // A query also names folders of IRIs, such as id/report/, to compare with.
  it.each(queries)('%s', (file) => {
    expect(undescribed(namesIn(textOf(file)).iris).filter((iri) => !/[#/]$/.test(iri))).toEqual([]);
  });
});

describe('the data', () => {
  const subjects = data.flatMap(({ quads }) => quads.map(({ subject }) => subject as Term));

  it('has no blank nodes', () => {
    const nameless = data
      .filter(({ quads }) => quads.some((quad) => [quad.subject, quad.object].some(isBlank)))
      .map(({ file }) => file);
    expect(nameless).toEqual([]);
  });

  it('has keys of lower-case words with hyphens; only anchors carry positions', () => {
    const odd = [...new Set(subjects.map(({ value }) => value))].filter(
      (iri) => iri.startsWith(base) && !keyed.test(iri.slice(base.length)),
    );
    expect(odd).toEqual([]);
  });

  it('says of what a report says no date, since the reports give none', () => {
    const dated = data
      .filter(({ file }) => file.startsWith('data/reports/'))
      .flatMap(({ quads }) => quads)
      .filter(
        ({ predicate, object }) =>
          /date|created|issued|modified|time$/i.test(predicate.value) ||
          (object.termType === 'Literal' && /#(date|g[YMD]|time)/.test(object.datatype.value)),
      );
    expect(dated).toEqual([]);
  });
});
