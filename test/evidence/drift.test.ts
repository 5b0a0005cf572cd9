import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../src/evidence/drift.ts';
import { SourceText } from '../../src/evidence/source-text.ts';
import type { FormChange } from '../../src/evidence/text-form.ts';
import { millText, recordedMill, wordsAt } from './mill.ts';

const recorded = await recordedMill();
const drift = (text: string, limit?: number) =>
  driftOf(recorded, new SourceText(text), limit === undefined ? {} : { limit });
const placesIn = (text: string) =>
  Object.fromEntries(
    drift(text)!.moves.map(({ anchor, places }) => [
      `${anchor.start}-${anchor.end}`,
      places.map(({ start, end }) => `${start}-${end}`),
    ]),
  );
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('a text in another form than the recorded one', () => {
  const forms: readonly (readonly [string, string, readonly FormChange[]])[] = [
    ['with CRLF', crlf(millText), ['LF']],
    ['with CR', millText.replaceAll('\n', '\r'), ['LF']],
    ['with mixed line ends', millText.replace('\n', '\r\n'), ['LF']],
    ['decomposed', millText.normalize('NFD'), ['NFC']],
    ['with a byte order mark', `\ufeff${millText}`, ['remove-byte-order-mark']],
    [
      'with all of these',
      `\ufeff${crlf(millText).normalize('NFD')}`,
      ['LF', 'NFC', 'remove-byte-order-mark'],
    ],
  ];

  it.each(forms)('%s is recognised', (_, text, form) => {
    expect(drift(text)).toMatchObject({ textChanged: true, form, complete: true });
  });

  it.each(forms)('%s has one place for each anchor, with the same words', (_, text) => {
    const usual = (words: string) => words.replace(/\r\n?/g, '\n').normalize('NFC');
    for (const { anchor, places } of drift(text)!.moves)
      expect(places.map((place) => usual(wordsAt(text, place)))).toEqual([wordsAt(millText, anchor)]);
  });

  it('is also recognised where the recorded text had CRLF and the decomposed form', () => {
    const old = new SourceText(crlf(millText).normalize('NFD'));
    const other = { ...recorded, sha256: old.sha256, anchors: [], paragraphs: [] };
    expect(driftOf(other, new SourceText(millText))!.form).toEqual(['CRLF', 'NFD']);
  });
});

describe('a text with other words', () => {
  it('is no drift where it is the recorded one', () => {
    expect(drift(millText)).toBeUndefined();
  });

  it('has all anchors in place where it changed after the last', () => {
    expect(drift(`${millText}\n`)).toEqual({ textChanged: true, form: undefined, moves: [], complete: true });
  });

  it('shows where what stands after an addition went, and leaves what stands before it', () => {
    const text = millText.replace('Daarna', 'Het regent. Daarna');
    expect(placesIn(text)).toEqual({
      '106-237': [],
      '145-159': ['157-171'],
      '165-176': ['177-188'],
      '178-236': ['190-248'],
      '239-261': ['106-128', '251-273'],
      '239-283': ['251-295'],
    });
  });

  it('has no place for words that are gone', () => {
    expect(placesIn(millText.replace('Bram', 'Brem'))).toEqual({ '106-237': [], '145-159': [] });
  });

  it('is searched in its usual form too, so that other line ends do not hide what stayed', () => {
    const text = crlf(`Vooraf.\n\n${millText}`).normalize('NFD');
    const { form, moves } = drift(text)!;
    expect(form).toBeUndefined();
    expect(moves.filter(({ places }) => places.length === 0)).toEqual([]);
  });

  it('is not said to have been searched where the limit came first', () => {
    const { moves, complete } = drift(millText.toUpperCase(), 100)!;
    expect(complete).toBe(false);
    expect(moves.every(({ places }) => places.length === 0)).toBe(true);
  });

  it('gives back every anchor after an addition that lies in none of them', () => {
    const points = Array.from(millText);
    const gaps = Array.from({ length: points.length + 1 }, (_, gap) => gap).filter((gap) =>
      recorded.anchors.every(({ start, end }) => gap <= start || gap >= end),
    );
    fc.assert(
      fc.property(fc.constantFrom(...gaps), fc.string({ minLength: 1, unit: 'grapheme' }), (gap, added) => {
        const text = [...points.slice(0, gap), added, ...points.slice(gap)].join('');
        const shift = Array.from(added).length;
        for (const { anchor, places } of drift(text)?.moves ?? [])
          expect(places).toContainEqual({ start: anchor.start + shift, end: anchor.end + shift });
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});

describe('an anchor that never fitted the recorded text', () => {
  it('is looked for in that text', () => {
    const [anchor] = recorded.anchors.filter(({ start, end }) => start === 145 && end === 159);
    const wrong = { ...anchor!, start: 140, end: 154 };
    const result = driftOf({ ...recorded, anchors: [wrong] }, new SourceText(millText))!;
    expect(result).toMatchObject({ textChanged: false, form: [] });
    expect(result.moves).toEqual([{ anchor: wrong, places: [{ start: 145, end: 159 }] }]);
  });

  it.each([
    ['outside the text', 9000, 9014, [{ start: 145, end: 159 }]],
    ['backwards', 20, 10, []],
    ['without numbers', Number.NaN, Number.NaN, []],
  ])('is no trouble where its place is %s', (_, start, end, places) => {
    const [anchor] = recorded.anchors.filter((each) => each.start === 145 && each.end === 159);
    const wrong = { ...anchor!, start, end };
    expect(driftOf({ ...recorded, anchors: [wrong] }, new SourceText(millText))!.moves).toEqual([
      { anchor: wrong, places },
    ]);
  });
});
