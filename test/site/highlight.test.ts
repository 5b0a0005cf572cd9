import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight, inLines, type Part } from '../../src/browser/highlight.ts';

const kindsOf = (sparql: string): [Part['kind'], string][] =>
  highlight(sparql)
    .filter(({ text }) => text.trim())
    .map(({ kind, text }) => [kind, text.trim()]);

it.each<[string, [Part['kind'], string][]]>([
  ['SELECT ?a', [['keyword', 'SELECT'], ['variable', '?a']]],
  ['select $a', [['keyword', 'select'], ['variable', '$a']]],
  ['PREFIX ex: <https://example.org/#a>', [['keyword', 'PREFIX'], ['name', 'ex:'], ['iri', '<https://example.org/#a>']]],
  ['?a a :B', [['variable', '?a'], ['keyword', 'a'], ['name', ':B']]],
  ['"a # b"@nl # c', [['string', '"a # b"'], ['name', '@nl'], ['comment', '# c']]],
  ["'''a\n'b'''", [['string', "'''a\n'b'''"]]],
  ['1 < 2', [['number', '1'], ['plain', '<'], ['number', '2']]],
  ['-1.5e3', [['number', '-1.5e3']]],
  ['"open', [['plain', '"open']]],
  ['selection', [['plain', 'selection']]],
  ['ex:a-b.c .', [['name', 'ex:a-b.c'], ['plain', '.']]],
])('the parts of %j are %j', (sparql, parts) => {
  expect(kindsOf(sparql)).toEqual(parts);
}); // prettier-ignore

it('the parts of any text are that text, in lines as it has them', () => {
  const token = fc.constantFrom(
    'SELECT',
    '?a',
    '<b>',
    '"',
    "'''",
    '#',
    '\n',
    ' ',
    'ex:c',
    '1',
    '\\',
    'é',
    '𝒜',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(token).map((parts) => parts.join('')),
      ),
      (text) => {
        const parts = highlight(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        const lines = inLines(parts).map((line) => line.map((part) => part.text).join(''));
        expect(lines).toEqual(text.split('\n'));
      },
    ),
    { seed: 6 },
  );
});
