import { describe, expect, it } from 'vitest';
import { canonicalJsonLd, toJsonLd } from '../../src/export/json-ld.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';

const context = {
  '@context': {
    id: '@id',
    type: '@type',
    ex: 'https://example.org/',
    label: { '@id': 'ex:label', '@container': '@language' },
    count: { '@id': 'ex:count', '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
    part: { '@id': 'ex:part', '@type': '@id' },
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    many: { '@id': 'ex:many', '@type': 'xsd:integer' },
  },
} as const;

const read = async (turtle: string) =>
  (await parse(`@prefix ex: <https://example.org/> . ${turtle}`, { path: 'a.ttl', base: 'urn:x:' })).quads;
const written = async (turtle: string, frame?: object) => {
  const { '@context': own, ...document } = JSON.parse(await toJsonLd(await read(turtle), context, frame));
  expect(own).toEqual(context['@context']);
  return document;
};

describe('JSON-LD', () => {
  it('says first what a thing is and is called, then the rest by name', async () => {
    const document = await written('ex:a ex:zeta 1 ; ex:alpha "x" ; ex:label "a"@en ; a ex:T .');
    expect(Object.keys(document['@graph'][0])).toEqual(['id', 'type', 'label', 'ex:alpha', 'ex:zeta']);
  });

  it('nests what a frame nests, and leaves out what a frame would only fill in', async () => {
    expect(
      await written('ex:a a ex:T ; ex:part ex:b . ex:b ex:label "b"@nl .', {
        '@type': 'ex:T',
        part: { '@embed': '@always' },
        'ex:absent': {},
      }),
    ).toEqual({ '@graph': [{ id: 'ex:a', type: 'ex:T', part: { id: 'ex:b', label: { nl: 'b' } } }] });
  });

  it('writes integers that the context types as numbers, and decimals as they are', async () => {
    const document = await written('ex:a ex:many 12 ; ex:share 0.90 .');
    expect(document['@graph']).toEqual([
      { id: 'ex:a', many: 12, 'ex:share': { '@value': '0.90', type: 'xsd:decimal' } },
    ]);
  });

  it.each([
    ['an integer with a sign', 'ex:a ex:many "+12"^^<http://www.w3.org/2001/XMLSchema#integer> .'],
    ['an integer with zeros in front', 'ex:a ex:many 012 .'],
    ['an integer that no number holds', 'ex:a ex:many 9007199254740993 .'],
    ['a decimal', 'ex:a ex:share 1.0 .'],
    ['a double in its canonical form', 'ex:a ex:share 1.0E0 .'],
    ['a boolean', 'ex:a ex:open true .'],
    ['a date', 'ex:a ex:on "2024-04-25"^^<http://www.w3.org/2001/XMLSchema#date> .'],
    ['a text in a language with a region', 'ex:a ex:label "x"@nl-BE .'],
    ['two texts in one language', 'ex:a ex:label "x"@nl , "y"@nl .'],
    ['a list', 'ex:a ex:part ( ex:b ex:c ) .'],
    ['an empty list', 'ex:a ex:part () .'],
    ['a blank node', 'ex:a ex:part [ ex:many 1 ] .'],
    ['blank nodes in a circle', '_:a ex:part _:b . _:b ex:part _:a .'],
    ['line ends, quotes and characters of all planes', 'ex:a ex:text "a\\n\\"b\\"\\\\ \\t🍎" .'],
    ['names that every object has', 'ex:constructor ex:toString "valueOf" .'],
    ['text with markup', 'ex:a ex:text "<script>alert(1)</script>" .'],
  ])('gives back %s', async (_, turtle) => {
    const quads = await read(turtle);
    expect(await canonicalJsonLd(await toJsonLd(quads, context))).toBe(await canonicalNQuads(quads));
  });

  it('fetches nothing', async () => {
    await expect(canonicalJsonLd('{ "@context": "https://example.org/context" }')).rejects.toThrow();
    await expect(
      written('ex:a ex:b 1 .', { '@context': 'https://example.org/context', '@type': 'ex:T' }),
    ).resolves.toBeDefined();
  });
});
