import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, tokenAt } from '../../src/report/excerpt.ts';
import { visible } from '../../src/report/visible.ts';

describe('the token at a column', () => {
  it.each([
    ['an IRI', ':a :b <https://example.org/x.y> .', 7, '<https://example.org/x.y>'],
    ['a prefixed name, without the full stop after it', ':a :b meent:c.d.', 7, 'meent:c.d'],
    ['a text with an escaped quotation mark', ':a :b "x \\" y" ;', 7, '"x \\" y"'],
    ['a text with its language', ':a :b "x"@nl-BE , 1', 7, '"x"@nl-BE'],
    ['a text with its datatype', ':a :b "x"^^xsd:date ;', 7, '"x"^^xsd:date'],
    ['a text with the IRI of its datatype', ':a :b "x"^^<https://e.org/d>;', 7, '"x"^^<https://e.org/d>'],
    ['a long text that ends on its line', ':a :b """x "" y""" ;', 7, '"""x "" y"""'],
    ['a long text that goes on below', ':a :b """x', 7, '"""x'],
    ['an opening bracket', ':a :b [ :c 1 ]', 7, '['],
    ['a number', ':a :b -1.5e3.', 7, '-1.5e3'],
    ['nothing, past the end of the line', ':a', 9, ''],
  ])('is %s', (_, line, column, token) => {
    expect(tokenAt(line, column)).toBe(token);
  });
});

/** The characters above the carets, as a terminal of single columns shows them. */
const marked = (line: string, column: number, width: number) => {
  const { line: shown, before, length } = excerptOf(line, column, width);
  return [shown, ' '.repeat(before) + '^'.repeat(length)];
};

describe('an excerpt', () => {
  it.each([
    ['fits', '  :b "x" ;', 6, 40, ['  :b "x" ;', '     ^^^']],
    ['has two columns for a tab', '\t:b "x" ;', 5, 40, ['  :b "x" ;', '     ^^^']],
    ['has two columns for a wide character', '"🍎" , 1', 8, 40, ['"🍎" , 1', '       ^']],
    ['has none for a combining mark', '"e\u0301" , 1', 8, 40, ['"e\u0301" , 1', '      ^']],
    ['shows an override of the direction', '"\u202e" , 1', 7, 40, ['"\\u202E" , 1', '           ^']],
    ['is cut before its token', `${'x '.repeat(20)}y z`, 41, 12, ['…x x x x y z', '         ^']],
    ['is cut after its token', `x ${'y '.repeat(20)}`, 1, 12, ['x y y y y y…', '^']],
    [
      'is cut inside a token that is too long',
      `x "${'y'.repeat(40)}"`,
      3,
      12,
      ['x "yyyyyyyy…', '  ^^^^^^^^^^'],
    ],
  ])('%s', (_, line, column, width, expected) => {
    expect(marked(line, column, width)).toEqual(expected);
  });

  it('never is wider than it may be, and never points outside itself', () => {
    const line = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\n\r]/g, ' '));
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 8, max: 40 }),
        (text, column, width) => {
          const { before, length } = excerptOf(text, column, width);
          expect(before + length).toBeLessThanOrEqual(width + 1);
          expect(length).toBeGreaterThanOrEqual(1);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('a visible text', () => {
  it.each([
    ['end of line', 'a\nb', 'a\\nb'],
    ['tab', 'a\tb', 'a\\tb'],
    ['escape of a terminal', '\u001b[31m', '\\u001B[31m'],
    ['override of the direction', '\u202e', '\\u202E'],
    ['isolate of the direction', '\u2066', '\\u2066'],
    ['separator of lines', '\u2028', '\\u2028'],
    ['hidden tag', '\u{e0041}', '\\U000E0041'],
    ['half of a character', '\ud83c', '\\uD83C'],
    ['noncharacter', '\uffff', '\\uFFFF'],
  ])('escapes an %s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it.each(['été', 'ﻢﺻﺭ', '🍎', '👩\u200d🌾', 'می\u200cخواهم'])('leaves %s as it is', (text) => {
    expect(visible(text)).toBe(text);
  });
});
