import { describe, expect, it } from 'vitest';
import { translate, Unportable } from '../../src/validate/regular-expression.ts';

const matches = (pattern: string, text: string, flags?: string) => {
  const translated = translate(pattern, flags);
  return new RegExp(translated.source, translated.flags).test(text);
};

describe('a pattern means what it means in XPath:', () => {
  it.each([
    ['^\\d+$', '٣', undefined, true],
    ['^\\d+$', 'a', undefined, false],
    ['^\\w$', 'é', undefined, true],
    ['^\\w$', '_', undefined, false],
    ['^\\W$', '_', undefined, true],
    ['^\\s$', '\u00a0', undefined, false],
    ['^\\S$', '\u00a0', undefined, true],
    ['^[\\S]$', '\u00a0', undefined, true],
    ['^[^\\S]$', '\t', undefined, true],
    ['^[\\d-]+$', '4-2', undefined, true],
    ['^[\\w.]+$', 'a.ñ', undefined, true],
    ['^[\\D]$', '4', undefined, false],
    ['^.$', '𝄞', undefined, true],
    ['^[𝄞𝄟]$', '𝄟', undefined, true],
    ['^[^a]$', '𝄞', undefined, true],
    ['^.$', '\n', undefined, false],
    ['^.$', '\n', 's', true],
    ['^.$', '\u2028', undefined, true],
    ['^b$', 'a\nb\nc', undefined, false],
    ['^b$', 'a\nb\nc', 'm', true],
    ['^b$', 'a\rb\rc', 'm', false],
    ['^$', 'a\n', 'm', false],
    ['A', 'a', 'i', true],
    ['^\\p{Lu}\\P{Lu}$', 'Éa', undefined, true],
    ['^[\\p{L}\\-]+$', 'é-', undefined, true],
    ['a\\-b', 'a-b', undefined, true],
    ['^[a\\-z]$', 'b', undefined, false],
    ['^[-az]+$', '-a', undefined, true],
    ['^[az-]+$', 'z-', undefined, true],
    ['^[+-\\-]$', ',', undefined, true],
    ['^a{2,3}?$', 'aaa', undefined, true],
    ['^(?:ab)+$', 'abab', undefined, true],
    ['\\^\\$\\.', '^$.', undefined, true],
    ['^[\\[\\]^]+$', '[^]', undefined, true],
    ['', 'anything', undefined, true],
    ['^a|b$', 'ax', undefined, true],
  ])('%j and %j, with flags %j: %s', (pattern, text, flags, expected) => {
    expect(matches(pattern, text, flags)).toBe(expected);
  });
});

describe('a pattern that does not mean one thing everywhere is refused:', () => {
  it.each([
    ['^\\i\\c*$', '\\i', undefined],
    ['\\p{IsGreek}', '\\p{IsGreek}', undefined],
    ['\\p{Letter}', '\\p{Letter}', undefined],
    ['\\p{Lu', '\\p{Lu', undefined],
    ['\\p{Lu}', '\\p{Lu}', 'i'],
    ['[\\p{Lu}]', '\\p{Lu}', 'i'],
    ['[a-z-[aeiou]]', '[a-z-[aeiou]', undefined],
    ['[[a]', '[[a]', undefined],
    ['[a-z-9]', '[a-z-9]', undefined],
    ['[\\d-x]', '[\\d-x]', undefined],
    ['[a', '[a', undefined],
    ['[]', '[]', undefined],
    ['a]', ']', undefined],
    ['a}', '}', undefined],
    ['{2}', '{2}', undefined],
    ['a{,2}', '{,2}', undefined],
    ['a{2', '{2', undefined],
    ['(?=a)', '(?=', undefined],
    ['(?!a)', '(?!', undefined],
    ['(?<=a)', '(?<=', undefined],
    ['(?<a>b)', '(?<a', undefined],
    ['(a)\\1', '\\1', undefined],
    ['\\bx', '\\b', undefined],
    ['a\\/b', '\\/', undefined],
    ['\\u0041', '\\u', undefined],
    ['\\x41', '\\x', undefined],
    ['[\\b]', '\\b', undefined],
    ['\\', '\\', undefined],
    ['(a', '(a', undefined],
    ['a**', 'a**', undefined],
    ['[z-a]', '[z-a]', undefined],
    ['a', 'x', 'x'],
    ['a', 'q', 'iq'],
    ['a', 'u', 'u'],
    ['a', 'g', 'g'],
  ])('%j, because of %j, with flags %j', (pattern, piece, flags) => {
    let refusal: unknown;
    try {
      translate(pattern, flags);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Unportable);
    expect((refusal as Unportable).piece).toBe(piece === '{2}' ? pattern : piece);
  });
});
