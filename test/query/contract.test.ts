import { describe, expect, it } from 'vitest';
import { blankNode, iri, literal } from '../../src/graph/terms.ts';
import { assertColumns, breachesOf, columnsOf } from '../../src/query/contract.ts';
import { parseQuery } from '../../src/query/engine.ts';
import { readQuery } from '../../src/query/library.ts';

const xsd = (name: string) => iri(`http://www.w3.org/2001/XMLSchema#${name}`);
const path = 'q.rq';

describe('the columns of a query are', () => {
  it.each([
    ['SELECT ?b (1 AS ?a) { ?b ?c ?d }', ['b', 'a']],
    ['SELECT DISTINCT ?b { ?b ?c ?d } ORDER BY ?b LIMIT 1', ['b']],
    ['SELECT REDUCED ?b FROM <urn:g> { ?b ?c ?d }', ['b']],
    ['CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }', ['subject', 'predicate', 'object']],
    ['DESCRIBE <urn:a>', ['subject', 'predicate', 'object']],
    ['ASK {}', []],
  ])('those of %s', async (sparql, expected) => {
    expect(columnsOf(await parseQuery(sparql, { path }))).toEqual(expected);
  });
});

describe('a query is refused with file and line', () => {
  it.each([
    [
      'that declares a column too many',
      '#+ columns:\n#+   a: iri\n#+   b: iri\nSELECT ?a { ?a ?b ?c }',
      3,
      /are a, b, and the query has a/,
    ],
    [
      'that leaves a column out',
      '#+ tags: [x]\n#+ columns:\n#+   a: iri\nSELECT ?a ?b { ?a ?b ?c }',
      2,
      /are a, and the query has a, b/,
    ],
    [
      'that has them in another order',
      '#+ columns:\n#+   b: iri\n#+   a: iri\nSELECT ?a ?b { ?a ?b ?c }',
      1,
      /are b, a, and/,
    ],
    ['that has none', '#+ columns:\n#+   b: iri\nASK {}', 2, /and the query has none/],
    [
      'with a type that is none',
      '#+ columns:\n#+   a: irri\nSELECT ?a { ?a ?b ?c }',
      2,
      /the column a has no type: irri is none/,
    ],
    [
      'with a datatype that nobody declared',
      '#+ columns:\n#+   a: ex:b?\nSELECT ?a { ?a ?b ?c }',
      2,
      /ex:b is none/,
    ],
  ])('%s', async (_, sparql, line, message) => {
    const algebra = await parseQuery(sparql, { path });
    expect(() => assertColumns(readQuery(sparql, path), algebra)).toThrow(
      expect.objectContaining({ code: 3, file: path, line, message: expect.stringMatching(message) }),
    );
  });
});

describe('a column of type', () => {
  const [text, number, blank, name] = [
    literal('x'),
    literal('1', xsd('integer')),
    blankNode('b'),
    iri('urn:x'),
  ];
  it.each([
    ['iri', [name], [text, blank]],
    ['blank', [blank], [name, text]],
    ['term', [name, blank, text], []],
    ['literal', [text, number, literal('x', 'nl')], [name, blank]],
    ['text', [text], [number, literal('x', 'nl'), name]],
    ['words', [literal('x', 'nl'), literal('x', 'en')], [text]],
    ['nl', [literal('x', 'nl')], [literal('x', 'nl-BE'), literal('x', 'en'), text]],
    ['@nl-BE', [literal('x', 'nl-be')], [literal('x', 'nl')]],
    ['integer', [number], [literal('1.0', xsd('decimal')), literal('one', xsd('integer')), text]],
    [
      'number',
      [number, literal('1.0', xsd('decimal')), literal('2', xsd('nonNegativeInteger'))],
      [text, literal('x', xsd('decimal'))],
    ],
    ['date', [literal('2024-02-29', xsd('date'))], [literal('2023-02-29', xsd('date'))]],
    ['ex:wkt', [literal('POINT', iri('urn:ex:wkt'))], [text]],
  ])('%s holds what is of it', (type, right, wrong) => {
    const query = readQuery(
      `#+ columns:\n#+   a: "${type}"\nPREFIX ex: <urn:ex:>\nSELECT ?a { ?a ?b ?c }`,
      path,
    );
    const breaches = (term: typeof name | typeof text | typeof blank) =>
      breachesOf(query, { form: 'SELECT', variables: ['a'], rows: [{ a: term }] });
    for (const term of right) expect(breaches(term)).toEqual([]);
    for (const term of wrong) expect(breaches(term)).toHaveLength(1);
  });
});

describe('an answer', () => {
  const query = readQuery(
    '#+ columns: { a: iri, b: text? }\n#+ cardinality: 1..2\nSELECT ?a ?b { ?a ?c ?b }',
    path,
  );
  const row = { a: iri('urn:a'), b: literal('b') };

  it.each([
    ['with as many rows as declared', ['a', 'b'], [row], []],
    ['with a row that has not all', ['a', 'b'], [{ a: row.a }], []],
    ['with no rows', ['a', 'b'], [], ['has 0 rows, and declares 1..2']],
    ['with too many rows', ['a', 'b'], [row, row, row], ['has 3 rows, and declares 1..2']],
    ['without what each row has', ['a', 'b'], [row, { b: row.b }], ['has no a in row 2']],
    [
      'with what is not of its type',
      ['a', 'b'],
      [{ ...row, b: literal('b', 'en') }],
      ['has "b", which is not text, in b of row 1'],
    ],
    ['without a column', ['a'], [{ a: row.a }], ['has no column b']],
  ])('%s', (_, variables, rows, expected) => {
    expect(breachesOf(query, { form: 'SELECT', variables, rows: rows as never })).toEqual(expected);
  });

  it('of triples is held against their number', () => {
    const one = readQuery('#+ cardinality: 1\nCONSTRUCT { ?a ?b ?c } { ?a ?b ?c }', path);
    expect(breachesOf(one, { form: 'CONSTRUCT', quads: [] })).toEqual(['has 0 triples, and declares 1']);
  });
});
