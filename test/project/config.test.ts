import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { readConfig } from '../../src/project/config.ts';
import { textOf } from '../support.ts';

const schema = JSON.parse(textOf('meent.schema.json')) as object & { properties: Record<string, unknown> };
const conforms = new Ajv.default({ allowUnionTypes: true }).compile(schema);
/** What reading refuses; undefined where it takes the settings. */
const refusal = (text: string): Failure | undefined => {
  try {
    readConfig(text, 'meent.json');
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
};

const good: readonly object[] = [
  {},
  { $schema: './meent.schema.json' },
  { base: 'https://w3id.org/meent/' },
  { base: 'http://example.org/a/b/' },
  { languages: ['nl'] },
  { languages: ['nl', 'en', 'fry', 'nl-BE', 'zh-Hant-TW'] },
  { allowedOrigins: [] },
  { allowedOrigins: ['https://query.wikidata.org', 'http://localhost:3030'] },
  { publisher: { name: 'Dorp', id: 'https://example.org/village' } },
  { contact: 'questions@example.org' },
  { reviewer: 'A. Gardener' },
  { site: 'https://example.org/site/' },
  { downloads: 'https://example.org/data/' },
  { licence: 'https://creativecommons.org/licenses/by/4.0/' },
  JSON.parse(textOf('meent.json')) as object,
];

const bad: readonly [what: string, settings: unknown, message: RegExp][] = [
  ['a list', [], /one JSON object/],
  ['nothing', null, /one JSON object/],
  ['a text', 'base', /one JSON object/],
  ['an unknown setting', { bases: 'https://example.org/' }, /^Unknown setting bases$/],
  ['a setting that every object has', { constructor: {} }, /^Unknown setting constructor$/],
  ['a setting called __proto__', JSON.parse('{ "__proto__": {} }'), /^Unknown setting __proto__$/],
  ['a base without slash', { base: 'https://example.org' }, /^The setting base is to be/],
  ['a base with a space', { base: 'https://example.org/a b/' }, /base/],
  ['a base that is no address', { base: 'urn:x/' }, /base/],
  ['a base that would break out of its brackets', { base: 'https://example.org/> <x/' }, /base/],
  ['a base that is no text', { base: 1 }, /base/],
  ['no language', { languages: [] }, /languages/],
  ['a language twice', { languages: ['nl', 'nl'] }, /languages/],
  ['a language that is a word', { languages: ['dutch'] }, /languages/],
  ['a language in capitals', { languages: ['NL'] }, /languages/],
  ['languages in one text', { languages: 'nl,en' }, /languages/],
  ['an origin with a path', { allowedOrigins: ['https://example.org/sparql'] }, /allowedOrigins/],
  ['an origin twice', { allowedOrigins: ['https://a.org', 'https://a.org'] }, /allowedOrigins/],
  ['a publisher that is a text', { publisher: 'Dorp' }, /publisher/],
  ['a publisher that is a list', { publisher: ['Dorp'] }, /publisher/],
  ['a publisher without IRI', { publisher: { name: 'Dorp' } }, /publisher/],
  ['a publisher without name', { publisher: { name: '', id: 'https://example.org/' } }, /publisher/],
  ['a publisher with more', { publisher: { name: 'a', id: 'https://a.org/', tel: '1' } }, /publisher/],
  ['a publisher whose IRI is none', { publisher: { name: 'a', id: 'a' } }, /publisher/],
  ['a contact that would break out of its brackets', { contact: 'a@b> <x' }, /contact/],
  ['a contact that is no address', { contact: 'the mayor' }, /contact/],
  ['a reviewer without a name', { reviewer: ' ' }, /reviewer/],
  ['a reviewer over two lines', { reviewer: 'A.\nGardener' }, /reviewer/],
  ['a site that is a folder', { site: 'dist/site' }, /site/],
  ['a site that would break out of its brackets', { site: 'https://example.org/>' }, /site/],
  ['downloads without slash', { downloads: 'https://example.org/data' }, /downloads/],
  ['a licence by its name', { licence: 'CC BY 4.0' }, /licence/],
];

describe('the settings', () => {
  it.each(good.map((settings) => [JSON.stringify(settings), settings]))(
    'take %s, and so does the schema',
    (text, settings) => {
      expect(refusal(text as string)).toBeUndefined();
      expect(conforms(settings)).toBe(true);
    },
  );

  it.each(bad)('refuse %s, and so does the schema', (_, settings, message) => {
    expect(refusal(JSON.stringify(settings))).toMatchObject({
      code: 3,
      file: 'meent.json',
      line: 1,
      message: expect.stringMatching(message),
      hint: expect.stringContaining('base, languages'),
    });
    expect(conforms(settings)).toBe(false);
  });

  it('agree with the schema whatever they are given', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'https://example.org/',
        'https://example.org',
        'nl',
        'a@b',
        '',
        ' ',
        '\n',
        'http://',
        'http:///',
      ),
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.constantFrom('nl', 'en', 'https://a.org', 'x y', ''), { maxLength: 3 }),
      fc.record({ name: fc.constantFrom('a', '', 1), id: fc.constantFrom('https://a.org/', 'a', null) }),
      fc.record({ name: fc.string() }),
    );
    const key = fc.constantFrom(...Object.keys(schema.properties), 'other');
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 3 }), (settings) => {
        expect(refusal(JSON.stringify(settings)) === undefined).toBe(conforms(settings));
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  it('have a description in the schema, each of them, for editors to show', () => {
    const { $schema: _, ...described } = schema.properties as Record<string, { description?: string }>;
    for (const each of Object.values(described)) expect(each.description).toMatch(/\.$/);
  });

  it('have defaults where they are not given, and where there is no file', () => {
    const defaults = {
      base: 'https://example.org/',
      languages: ['nl', 'en'],
      allowedOrigins: [],
    };
    expect(readConfig(undefined, 'meent.json')).toEqual(defaults);
    expect(readConfig('{}', 'meent.json')).toEqual(defaults);
    expect(readConfig('{ "$schema": "x", "languages": ["en"] }', 'meent.json')).toEqual({
      ...defaults,
      languages: ['en'],
    });
  });

  it.each([
    ['an unknown setting', '{\n  "base": "https://example.org/",\n  "colour": 1\n}', 3],
    ['a wrong value', '{\n\n\n  "contact": "x"\n}', 4],
    ['a comma too many', '{\n  "base": "https://example.org/",\n}', 3],
    ['a comma too few', '{\n  "site": "https://a.org/"\n  "contact": "a@b"\n}', 3],
    ['a bare word', '{\n  "site": "https://a.org/",\n  "contact": me\n}', 3],
    ['a setting twice', '{\n  "site": "https://a.org/",\n  "site": "https://b.org/"\n}', 3],
    ['a comment', '{\n  // ours\n  "site": "https://a.org/"\n}', 2],
    ['a string that does not end', '{\n  "site": "https://a.org/\n}', 2],
    ['a bracket too many', '{\n}\n}\n', 3],
    ['an end that comes too early', '{\n  "site": "https://a.org/",\n  "languages": ["nl",\n', 3],
    ['nothing', '', 1],
  ])('with %s are refused on the line where it stands', (_, text, line) => {
    const failure = refusal(text);
    expect(failure).toMatchObject({ code: 3, file: 'meent.json', line });
    expect(failure?.message).not.toMatch(/\n|position/);
  });
});
