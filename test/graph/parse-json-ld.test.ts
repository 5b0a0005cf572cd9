import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { canonicalForm, canonicalNQuads } from '../../src/graph/canonical.ts';
import type { Json } from '../../src/graph/json.ts';
import { quadsOf } from '../../src/graph/json-ld.ts';
import { parse, type Parsed } from '../../src/graph/parse.ts';
import { iri } from '../../src/graph/terms.ts';
import { textOf } from '../support.ts';

const options = { path: 'a.jsonld', base: 'https://example.org/' };
const read = (text: string): Promise<Parsed> => parse(text, options);
const context = `"@context": {"@vocab": "urn:v:", "id": "@id", "type": "@type",
  "label": {"@id": "urn:v:label", "@container": "@language"},
  "byKey": {"@id": "urn:v:byKey", "@container": "@index"},
  "byId": {"@id": "urn:v:byId", "@container": "@id"},
  "raw": {"@id": "urn:v:raw", "@type": "@json"},
  "more": "@nest", "of": {"@reverse": "urn:v:has"}, "also": "@included"}`;

const nameless = (value: string) => value.replace(/^n3-\d+$/, '_');
/** Each quad as its subject, predicate and object with the lines that they stand on; the context is line 1. */
async function located(text: string): Promise<string[]> {
  const { quads, positions } = await read(`{${context.replace(/\n/g, ' ')},\n${text}}`);
  const line = (number: number, part: 'subject' | 'object') => positions.at(number, part).line;
  return quads
    .map(
      ({ subject, predicate, object }, number) =>
        `${nameless(subject.value)}:${line(number, 'subject')} ${predicate.value.replace(/^.*[:#]/, '')} ${nameless(object.value)}:${line(number, 'object')}`,
    )
    .sort();
}

describe('JSON-LD', () => {
  it.each([
    ['aliases', '"id": "urn:a", "type": "T",\n"name": "x"'],
    ['nested nodes without a name', '"knows": {"name": "b", "knows": {"name": "c"}}'],
    [
      'blank nodes with a name',
      '"id": "_:b0", "knows": ["_:b0", {"id": "_:b0", "l": {"@list": [1, {"id": "_:b1"}]}}]',
    ],
    ['graphs', '"id": "urn:g", "@graph": [{"id": "urn:a", "name": "x"}, {"name": "y"}]'],
    ['a graph without a name', '"has": {"@graph": {"id": "urn:a", "name": "x"}}'],
    [
      'language and index maps',
      '"label": {"nl": ["x", "y"], "en": "z"}, "byKey": {"k": {"name": "n"}}, "byId": {"urn:i": {"name": "n"}}',
    ],
    [
      'reverse and included nodes, and nests',
      '"id": "urn:a", "of": {"id": "urn:b"}, "also": [{"id": "urn:c", "name": "c"}], "more": {"name": "d"}, "@reverse": {"e": {"name": "f"}}',
    ],
    ['lists of lists and empty lists', '"l": {"@list": [{"@list": [1, 2]}, {"@list": []}]}'],
    ['JSON literals', '"raw": {"id": [1.50, null], "name": "__proto__"}'],
    [
      'typed values',
      '"n": [1, 1.5, true, {"@value": "x", "@type": "T"}, {"@value": "y", "@language": "nl"}]',
    ],
  ])('with %s gives the quads that the processor gives', async (_, members) => {
    const text = `{${context}, ${members}}`;
    expect(await canonicalNQuads((await read(text)).quads)).toBe(
      await canonicalForm(await quadsOf(JSON.parse(text) as Json)),
    );
  });

  it('with every construct gives the quads that the processor gives, and finds each text on its line', async () => {
    const text = textOf('test/graph/every-construct.jsonld');
    const { quads, positions, losses } = await parse(text, { path: 'a.jsonld' });
    expect(await canonicalNQuads(quads)).toBe(await canonicalForm(await quadsOf(JSON.parse(text) as Json)));
    expect(losses).toEqual([]);
    const lines = text.split('\n');
    for (const [number, { object }] of quads.entries())
      if (object.termType === 'Literal' && /^[A-Z]/.test(object.value))
        expect(lines[positions.at(number, 'object').line - 1]).toContain(`"${object.value}"`);
  });

  it('knows on which line a node stands, and a value where it is spelled', async () => {
    expect(
      await located(`"id": "urn:a", "type": "T",
"label": {"nl": "x",
          "en": "y"},
"knows": {
  "name": ["b",
           "c"],
  "n": 5},
"list": {"@list": ["d",
                   {"id": "urn:e",
                    "type": "F"}]}`),
    ).toEqual(
      [
        'urn:a:1 type urn:v:T:2',
        'urn:a:1 label x:3',
        'urn:a:1 label y:4',
        'urn:a:1 knows _:5',
        '_:5 name b:6',
        '_:5 name c:7',
        '_:5 n 5:8',
        // A list stands at its key, its cells where the node that has it does.
        'urn:a:1 list _:9',
        '_:1 first d:9',
        '_:1 rest _:1',
        '_:1 first urn:e:10',
        '_:1 rest http://www.w3.org/1999/02/22-rdf-syntax-ns#nil:1',
        'urn:e:10 type urn:v:F:11',
      ].sort(),
    );
  });

  it('finds the object that says it, where several describe one node', async () => {
    expect(
      await located(`"@graph": [
{"id": "urn:a", "name": "x"},
{"id": "urn:b", "of": {
  "id": "urn:a"}},
{"id": "urn:a", "size": 1}],
"also": [
{"id": "urn:c", "name": "z"}]`),
    ).toEqual(['urn:a:3 name x:3', 'urn:a:4 has urn:b:4', 'urn:a:6 size 1:6', 'urn:c:8 name z:8'].sort());
  });

  it('says that it knows the place of a node, not of a token', async () => {
    expect((await read('{}')).precision).toBe('node');
  });

  it('puts triples without a graph of their own in the graph of the file', async () => {
    const graph = iri('urn:g');
    const { quads } = await parse(
      '[{"@id": "urn:a", "urn:p": 1}, {"@id": "urn:h", "@graph": {"urn:p": 2}}]',
      {
        ...options,
        graph,
      },
    );
    expect(quads.map((quad) => [quad.object.value, quad.graph.value])).toEqual([
      ['1', 'urn:g'],
      ['2', 'urn:h'],
    ]);
  });

  it('resolves relative IRIs against the base of the context, else of the project, and keeps them without', async () => {
    const text = '{"@id": "a", "urn:p": {"@context": {"@base": "https://other.example/"}, "@id": "b"}}';
    const subjects = async (base: string | undefined) =>
      (await parse(text, { path: 'a.jsonld', base })).quads.map(({ subject, object }) => [
        subject.value,
        object.value,
      ]);
    expect(await subjects('https://example.org/')).toEqual([
      ['https://example.org/a', 'https://other.example/b'],
    ]);
    expect(await subjects(undefined)).toEqual([['a', 'https://other.example/b']]);
  });

  it('lets no name reach every object', async () => {
    const { quads } = await parse(
      '{"@id": "__proto__", "urn:polluted": [{"@id": "constructor", "urn:p": "x"}]}',
      {
        path: 'a.jsonld',
      },
    );
    expect(quads.map(({ subject }) => subject.value).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['urn:polluted']).toBeUndefined();
  });

  it('keeps a string that is typed as a double as it is', async () => {
    const { quads } = await read(
      '{"urn:p": [{"@value": "1.0", "@type": "http://www.w3.org/2001/XMLSchema#double"}, {"@value": "abc", "@type": "http://www.w3.org/2001/XMLSchema#double"}]}',
    );
    expect(quads.map(({ object }) => object.value)).toEqual(['1.0', 'abc']);
  });

  it.each([
    ['a key that the context does not know', '{"@id": "urn:a",\n "name": "x"}', 'dropped-key', 'name', 2],
    ['a blank node as predicate', '{"@id": "urn:a",\n "_:p": "x"}', 'dropped-key', '_:p', 2],
    ['a value on its own', '["x",\n{}]', 'dropped-value', 'x', 1],
    ['a direction', '{"urn:p":\n{"@value": "x", "@direction": "rtl"}}', 'dropped-value', 'x', 2],
    ['a number that is rounded', '{"urn:p":\n9007199254740993}', 'changed-number', '9007199254740993', 2],
    ['a number that is too large', '{"urn:p":\n1e400}', 'changed-number', '1e400', 2],
  ])('tells that %s is lost', async (_, text, rule, value, line) => {
    expect((await read(text)).losses).toMatchObject([{ rule, value, line }]);
  });

  it.each([
    [
      'a context elsewhere',
      '{\n"@context": "https://schema.org/"}',
      /https:\/\/schema\.org\/ would have to be fetched/,
      2,
    ],
    [
      'a context that imports',
      '{"@context": {\n"@import": "https://x.example/c"}}',
      /x\.example\/c would have to be/,
      2,
    ],
    [
      'a context beside it',
      '{"@context":\n"context.jsonld"}',
      /context\.jsonld would have to be fetched/,
      undefined,
    ],
    ['a name that is a number', '{\n"@id": 5}', /@id/, 2],
    ['a scalar', '"https://example.org/a.jsonld"', /an object or an array/, 1],
    ['what is not JSON', '{\n', /Not valid JSON/, 1],
  ])('refuses %s', async (_, text, message, line) => {
    const failure = await read(text).then(
      () => undefined,
      (error: Failure) => error,
    );
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 3, file: 'a.jsonld', line });
    expect(failure?.message).toMatch(message);
  });
});
