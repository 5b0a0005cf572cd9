import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { blankNode, iri, literal } from '../../src/graph/terms.ts';
import { toCsv, toJsonLines, toSparqlJson, toTsv } from '../../src/query/format.ts';
import { toTable } from '../../src/query/table.ts';

const answer = {
  form: 'SELECT',
  variables: ['thing', 'name', 'count'],
  rows: [
    {
      thing: iri('https://example.org/a'),
      name: literal('a "name", with\ta tab\nand a line', 'en'),
      count: literal('3', iri('http://www.w3.org/2001/XMLSchema#integer')),
    },
    { thing: iri('https://example.org/b') },
  ],
} as const;

describe('rows', () => {
  it('as CSV are plain values, quoted where they must be', () => {
    expect(toCsv(answer)).toBe(
      'thing,name,count\r\nhttps://example.org/a,"a ""name"", with\ta tab\nand a line",3\r\nhttps://example.org/b,,\r\n',
    );
  });

  it('as TSV are terms that lose nothing', () => {
    expect(toTsv(answer)).toBe(
      '?thing\t?name\t?count\n' +
        '<https://example.org/a>\t"a \\"name\\", with\\ta tab\\nand a line"@en\t"3"^^<http://www.w3.org/2001/XMLSchema#integer>\n' +
        '<https://example.org/b>\t\t\n',
    );
  });

  it.each([
    ['an IRI that ends early', iri('https://example.org/a> <https://example.org/b')],
    ['an IRI with a line end', iri('https://example.org/a\nb')],
    ['an IRI with a tab', iri('https://example.org/a\tb')],
    ['an IRI with a space', iri('https://example.org/a b')],
    ['a relative IRI', iri('a')],
    ['a datatype with a line end', literal('a', iri('https://example.org/a\nb'))],
    ['a language that is none', literal('a', 'en\tnl')],
    ['half a character', literal('\ud834')],
    ['a blank node with a space', blankNode('a b')],
  ])('as TSV are refused with %s', (_, term) => {
    const write = () => toTsv({ form: 'SELECT', variables: ['x'], rows: [{ x: term }] });
    expect(write).toThrow(expect.objectContaining({ code: exit.unwritable }));
  });

  it('as TSV and back are the same, whatever the text', () => {
    const texts = ['a\tb', 'a\nb', 'a\r\nb', '"', '\\', '\\t', '\u0000', '>', '𝄞', ''];
    const tsv = toTsv({
      form: 'SELECT',
      variables: ['x'],
      rows: texts.map((text) => ({ x: literal(text) })),
    });
    const [, ...fields] = tsv.split('\n').slice(0, -1);
    const triples = fields.map((field) => `<urn:s> <urn:p> ${field} .`).join('\n');
    expect(new Parser({ format: 'text/turtle' }).parse(triples).map(({ object }) => object.value)).toEqual(
      texts,
    );
  });

  it('as SPARQL JSON leave out what is unbound', () => {
    expect(JSON.parse(toSparqlJson(answer))).toEqual({
      head: { vars: ['thing', 'name', 'count'] },
      results: {
        bindings: [
          {
            thing: { type: 'uri', value: 'https://example.org/a' },
            name: { type: 'literal', value: 'a "name", with\ta tab\nand a line', 'xml:lang': 'en' },
            count: { type: 'literal', value: '3', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
          },
          { thing: { type: 'uri', value: 'https://example.org/b' } },
        ],
      },
    });
  });

  it('as JSON Lines are plain values, numbers and truths those of JSON where it has them', () => {
    const typed = (value: string, type: string) =>
      literal(value, iri(`http://www.w3.org/2001/XMLSchema#${type}`));
    const rows = [
      { a: iri('urn:x'), b: typed('3', 'integer'), __proto__: null },
      { a: literal('line\nend', 'en'), b: typed('12345678901234567890', 'integer') },
      { a: typed('true', 'boolean'), b: typed('0.50', 'decimal') },
      { a: typed('INF', 'double') },
    ] as never[];
    expect(toJsonLines({ form: 'SELECT', variables: ['a', 'b'], rows })).toBe(
      '{"a":"urn:x","b":3}\n{"a":"line\\nend","b":"12345678901234567890"}\n{"a":true,"b":0.5}\n{"a":"INF"}\n',
    );
  });

  it('as a table fit the screen, with names shortened and long words cut', () => {
    const shorten = (name: string) => name.replace('https://example.org/', 'ex:');
    const table = toTable(answer, { width: 34, shorten });
    expect(table).toMatchInlineSnapshot(`
      "thing  name                  count
      ─────  ────────────────────  ─────
      ex:a   a "name", with a tab  3
             and a line
      ex:b
      "
    `);
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(34);
  });
});
