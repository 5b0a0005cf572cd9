import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { everyValue, positionIn, readJson, valueOf } from '../../src/graph/json.ts';

const failureOf = (text: string) => {
  try {
    readJson(text, 'a.json');
  } catch (error) {
    return error as Failure;
  }
  return undefined;
};

describe('readJson', () => {
  it('reads what JSON.parse reads, and refuses what it refuses', () => {
    const nearJson = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', '[', '}', '0', '\n', '\\', 'e'))
      .map(
        ([text, at, more]) =>
          text.slice(0, at % (text.length + 1)) + more + text.slice(at % (text.length + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearJson), (text) => {
        const failure = failureOf(text);
        fc.pre(!failure?.message.includes('stands twice'));
        if (failure) expect(() => JSON.parse(text)).toThrow();
        else expect(valueOf(readJson(text, 'a.json'))).toEqual(JSON.parse(text));
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  it('knows where every value begins and ends', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(failureOf(text) === undefined);
        for (const { node } of everyValue(readJson(text, 'a.json')))
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(valueOf(node));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it.each([
    ['a word that is none', '{\n  "a": yes\n}', 2, 8, 'a value expected, "y" found'],
    ['a missing comma', '[1\n 2]', 2, 2, '"," or "]" expected, "2" found'],
    ['a missing colon', '{"a" 1}', 1, 6, '":" expected'],
    ['a comma too many', '{"a": 1,\n}', 2, 1, 'a key in quotation marks expected'],
    ['an end too soon', '{"a": [1,\n', 1, 10, 'the end found'],
    ['something after the end', '{}\n{}', 2, 1, 'the end expected'],
    ['a number that begins with zero', '[01]', 1, 2, 'a value expected'],
    ['a line break in a string', '["a\nb"]', 1, 2, 'a value expected'],
    ['a key that stands twice', '{"a": 1,\n "a": 2}', 2, 2, '"a" stands twice'],
    ['a character outside the BMP', '["𝄞", 𝄞]', 1, 8, '"𝄞" found'],
  ])('refuses %s, with line and column', (_, text, line, column, message) => {
    expect(failureOf(text)).toMatchObject({ code: 3, file: 'a.json', line, column });
    expect(failureOf(text)?.message).toContain(message);
  });

  it('refuses what is nested so deep that reading it would end the stack', () => {
    expect(failureOf('['.repeat(100_000))).toMatchObject({ code: 6 });
    expect(failureOf('['.repeat(200) + ']'.repeat(200))).toBeUndefined();
  });

  it('keeps the key __proto__ a key', () => {
    const value = valueOf(readJson('{"__proto__": {"polluted": true}}', 'a.json'));
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

describe('a position in a text', () => {
  it('counts lines by LF, CRLF and CR', () => {
    const position = positionIn('a\nbc\r\nd\re');
    expect([0, 2, 3, 6, 8].map(position)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });
});
