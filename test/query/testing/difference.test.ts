import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines, differenceText } from '../../../src/query/testing/difference.ts';

describe('a difference', () => {
  it('shows what was expected and what came, with two lines around it', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    const actual = ['1', '2', '3', '4', 'five', '6', '7', '8', '9', '10'];
    expect(differenceText(lines, actual)).toBe('  …\n  3\n  4\n- 5\n+ five\n  6\n  7\n  8\n  9\n+ 10\n');
  });

  it('has all lines of both sides in their order, and as many as can be on both', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (expected, actual) => {
        const lines = compareLines(expected, actual);
        const of = (side: string) => lines.filter((line) => line.side !== side).map((line) => line.text);
        expect(of('actual')).toEqual(expected);
        expect(of('expected')).toEqual(actual);
        expect(lines.every(({ side }) => side === 'both')).toBe(expected.join() === actual.join());
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
