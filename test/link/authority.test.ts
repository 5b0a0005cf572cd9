import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalIri } from '../../src/link/authority/entry.ts';
import { readAuthority } from '../../src/link/authority/read-authority.ts';
import { newFolder } from '../cli/support.ts';
import { root } from '../support.ts';

const folder = join(root, 'test/link/authorities');
const template = 'https://example.org/town/{id}';

/** Each label as `text@language`, with a plus where it is not preferred. */
const read = async (path: string, how: string | undefined = template) =>
  Object.fromEntries(
    (await readAuthority(join(folder, path), how)).entries.map(({ iri, labels }) => [
      iri.replace(/.*\//, ''),
      labels
        .map(({ text, language, preferred }) => `${preferred ? '' : '+'}${text}@${language ?? ''}`)
        .sort(),
    ]),
  );

describe('an authority in files', () => {
  const towns = { T1: ['+Elm Bridge@en', 'Elmbridge@en', 'Olmbrug@nl'], T3: ['Eikheim@nl', 'Oakham@en'] };

  it.each(['towns.ttl', 'towns.csv', 'towns.json'])('says the same as %s', async (path) => {
    expect(await read(path)).toEqual(towns);
  });

  it('may have a file of labels for each language', async () => {
    expect(await read('labels')).toEqual({
      T1: ['Elmbridge@en', 'Olmbrug@nl'],
      T3: ['Eikheim@nl', 'Oakham@en'],
    });
  });

  it.each(['towns.ttl', 'towns.csv'])(
    'tells type, description and other names for the thing in %s',
    async (path) => {
      const [first] = (await readAuthority(join(folder, path), template)).entries;
      expect(first).toMatchObject({
        iri: 'https://example.org/town/T1',
        types: ['http://www.w3.org/2004/02/skos/core#Concept'],
        descriptions: [{ text: expect.stringContaining('town on the river') as string, language: 'en' }],
      });
      expect(first!.same.map(canonicalIri)).toEqual(['http://www.wikidata.org/entity/Q1']);
    },
  );

  it('may be records of ROR, of either version of their schema', async () => {
    expect(await readAuthority(join(folder, 'registry'), undefined)).toMatchObject({
      name: 'registry',
      entries: [
        {
          iri: 'https://ror.org/0aaaaaa11',
          labels: [
            { text: 'Orchard Trust', language: 'en', preferred: true },
            { text: 'OT', preferred: false },
          ],
          types: ['https://ror.org/type/organization', 'https://ror.org/type/nonprofit'],
          same: ['http://www.wikidata.org/entity/Q7'],
          pages: ['https://orchard.example/'],
        },
        {
          iri: 'https://ror.org/0bbbbbb22',
          labels: [
            { text: 'School of Trees', preferred: true },
            { text: 'Bomenschool', language: 'nl', preferred: true },
            { text: 'SoT', preferred: false },
          ],
          // Two Wikidata ids, of which none is preferred, are none.
          same: [],
          pages: ['https://trees.example/'],
        },
      ],
    });
  });

  it.each([
    ['x.csv', 'id,label\n1,"a"b\n', 3, 'Not CSV', 2],
    ['x.csv', 'id,name\n1,a\n', 3, 'The column name is not known', 1],
    ['x.csv', 'id,label\n1,a\n,b\n', 3, 'A row has no id', 3],
    ['x.csv', 'id\n1\n', 3, 'There is no column label', 1],
    ['x.json', '[1]', 3, 'Neither an object', undefined],
    ['x.json', '{"a": 1}', 3, 'The label of a is neither', undefined],
    ['x.json', '{"a": "b",}', 3, 'Not valid JSON', 1],
    ['x.ttl', '<a> <b> ', 3, '', 1],
    [
      'x.ttl',
      '<https://example.org/a> <https://example.org/b> 1 .',
      3,
      'Nothing in the file has a label',
      undefined,
    ],
    ['x.xml', '<a/>', 3, 'There is no file', undefined],
  ])('%s with %j is refused with %i: %s', async (name, text, code, message, line) => {
    const at = newFolder();
    mkdirSync(join(at, 'authority'));
    writeFileSync(join(at, 'authority', name), text);
    await expect(readAuthority(join(at, 'authority'), template)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
      ...(line && { line }),
    });
  });

  it.each([
    ['there is no template', 'T1', undefined],
    ['an IRI cannot be made', 'T1', 'no/{id}'],
  ])('is refused with 2 where %s for an id that is none', async (_, id, how) => {
    const at = newFolder();
    writeFileSync(join(at, 'x.json'), JSON.stringify({ [id]: 'Elmbridge' }));
    await expect(readAuthority(at, how)).rejects.toMatchObject({ code: 2 });
  });
});

it.each([
  ['https://www.wikidata.org/wiki/Q55', 'http://www.wikidata.org/entity/Q55'],
  ['https://wikidata.org/entity/Q55', 'http://www.wikidata.org/entity/Q55'],
  ['http://sws.geonames.org/2750405', 'https://sws.geonames.org/2750405/'],
  ['https://www.geonames.org/2750405/netherlands.html', 'https://sws.geonames.org/2750405/'],
  ['https://eurovoc.europa.eu/2286', 'http://eurovoc.europa.eu/2286'],
  ['http://ror.org/04b8v1s79', 'https://ror.org/04b8v1s79'],
  ['https://example.org/x', 'https://example.org/x'],
])('%s is the same as %s', (written, canonical) => {
  expect(canonicalIri(written)).toBe(canonical);
});
