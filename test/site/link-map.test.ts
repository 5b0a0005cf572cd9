import { expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { noLinks } from '../../src/site/accepted-links.ts';
import { Model } from '../../src/site/model.ts';
import { linkMap } from '../../src/site/pictures/link-map.ts';
import { View } from '../../src/site/view.ts';
import { elementsOf, textIn, within } from './support.ts';

const prefixes = `@prefix meent: <https://w3id.org/meent/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix id: <https://example.org/id/> .
`;

async function mapOf(turtle: string): Promise<string | undefined> {
  const { quads } = await parse(prefixes + turtle, { path: 'links.ttl', base: undefined });
  const model = new Model(new Dataset(quads), 'https://example.org/');
  const show = linkMap(model);
  const stage = { model, placeOf: () => undefined, numberOf: () => undefined, links: noLinks };
  return show?.(new View(stage, 'en', 'dataset')).text;
}

it('a map of links shows which kinds of things are linked to where, with the same numbers in the picture and the table', async () => {
  const html = (await mapOf(`
<https://example.org/id/actor/a> a meent:Actor ; owl:sameAs <http://www.wikidata.org/entity/Q1> , <https://orcid.org/1> .
<https://example.org/id/actor/b> a meent:Actor ; owl:sameAs <http://www.wikidata.org/entity/Q2> .
<https://example.org/id/value/v> a meent:Value ; skos:exactMatch <http://eurovoc.europa.eu/1> ; skos:closeMatch <http://www.wikidata.org/entity/Q3> ;
  skos:broadMatch <https://example.org/id/value/w> ; rdfs:seeAlso <https://example.com/> .`))!;
  const elements = elementsOf(html);
  const rows = elements
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => within(row, ({ tagName }) => tagName === 'td').map((cell) => textIn(cell).trim()))
    .filter(({ length }) => length > 0);
  expect(rows).toEqual([
    ['actor', 'wikidata.org', 'same as', '2'],
    ['actor', 'orcid.org', 'same as', '1'],
    ['value', 'eurovoc.europa.eu', 'elsewhere: the same term', '1'],
    ['value', 'wikidata.org', 'elsewhere: nearly the same', '1'],
  ]);
  const bands = elements.flatMap((path) =>
    path.tagName === 'path' ? within(path, ({ tagName }) => tagName === 'title').map(textIn) : [],
  );
  expect(bands.sort()).toEqual([
    'actor – orcid.org: 1',
    'actor – wikidata.org: 2',
    'value – eurovoc.europa.eu: 1',
    'value – wikidata.org: 1',
  ]);
});

it('there is no map of links where nothing is linked', async () => {
  expect(
    await mapOf('<https://example.org/id/actor/a> a meent:Actor ; rdfs:seeAlso <https://example.com/> .'),
  ).toBe(undefined);
});
