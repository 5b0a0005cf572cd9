import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/evidence/coverage.ts';
import { findLines, findWords, lineOf } from '../../src/evidence/find-passage.ts';
import { SourceText } from '../../src/evidence/source-text.ts';
import { iri } from '../../src/graph/terms.ts';

const orchard = new SourceText('The orchard 🍎 belongs\n\nto all.\nTo all   of us it gives.\n');

describe('a source text', () => {
  it('counts code points, not UTF-16 units', () => {
    expect(orchard.slice({ start: 12, end: 13 })).toBe('🍎');
    expect(orchard.slice({ start: 14, end: 21 })).toBe('belongs');
  });

  it('digests the UTF-8 bytes of a slice as it is', () => {
    const expected = createHash('sha256').update('🍎', 'utf8').digest('hex');
    expect(orchard.digest({ start: 12, end: 13 })).toBe(`sha256-${expected}`);
  });

  it('slices as an array of its characters does, with or without characters outside the BMP', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(30), (text, a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(new SourceText(text).slice({ start, end })).toBe(Array.from(text).slice(start, end).join(''));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

describe('finding a passage', () => {
  it('takes words across line ends and counts in code points', () => {
    const [place, ...others] = findWords(orchard, 'belongs to  all');
    expect(others).toEqual([]);
    expect(orchard.slice(place!)).toBe('belongs\n\nto all');
  });

  it('finds every place, also those that overlap', () => {
    expect(findWords(new SourceText('a b a b a'), 'a b a')).toEqual([
      { start: 0, end: 5 },
      { start: 4, end: 9 },
    ]);
  });

  it('takes characters that a pattern would take for something else as they are', () => {
    expect(findWords(new SourceText('what (is) this? [1]'), '(is) this? [1]')).toEqual([
      { start: 5, end: 19 },
    ]);
    expect(findWords(orchard, '.*')).toEqual([]);
    expect(findWords(orchard, '   ')).toEqual([]);
  });

  it('takes lines without the white space around them', () => {
    expect(orchard.slice(findLines(orchard, 2, 3)!)).toBe('to all.');
    expect(findLines(orchard, 2, 2)).toBeUndefined();
    expect(findLines(orchard, 3, 99)).toBeUndefined();
    expect(findLines(orchard, 0, 1)).toBeUndefined();
  });

  it('knows the line of a position', () => {
    expect(lineOf(orchard, findWords(orchard, 'it gives')[0]!.start)).toBe(4);
  });
});

describe('coverage', () => {
  it('counts paragraphs with a carrying anchor, and characters that are not white space', () => {
    const anchor = (start: number, end: number, carries: boolean) => ({
      node: iri('urn:a'),
      start,
      end,
      digest: '',
      carries,
    });
    const source = new SourceText('ab cd\nef gh');
    const recorded = {
      node: iri('urn:text'),
      slug: 'x',
      sha256: undefined,
      anchors: [anchor(0, 4, true), anchor(3, 5, true), anchor(6, 11, false)],
      paragraphs: [
        { node: iri('urn:p1'), start: 0, end: 5 },
        { node: iri('urn:p2'), start: 6, end: 11 },
      ],
      claims: [],
    };
    expect(coverage(recorded, source)).toEqual({ paragraphs: 2, covered: 1, share: 0.5 });
  });
});
