import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Label } from '../../src/link/authority/entry.ts';
import { rank, type Subject } from '../../src/link/rank/rank.ts';
import { Search } from '../../src/link/rank/search.ts';
import { nameOf, similarity } from '../../src/link/rank/similarity.ts';
import { usualThresholds } from '../../src/link/rank/thresholds.ts';
import { normalised, wordsOf } from '../../src/link/rank/words.ts';

/** `Elm@en` is a label, `+Elm@en` one that is not preferred. */
const labelOf = (written: string): Label => {
  const [, other, text, language] = /^(\+?)([^@]*)(?:@(.*))?$/.exec(written)!;
  return { text: text!, language, preferred: other === '' };
};
const thing = (iri: string, labels: readonly string[], more: Partial<Entry> = {}): Entry => ({
  iri,
  labels: labels.map(labelOf),
  types: [],
  descriptions: [],
  same: [],
  pages: [],
  ...more,
});
const subject = (labels: readonly string[], more: Partial<Subject> = {}): Subject => ({
  accepted: [],
  ...thing('https://example.org/me', labels),
  ...more,
});
const place = { types: ['https://schema.org/Place'] };
const organisation = { types: ['http://www.w3.org/ns/org#Organization'] };
const options = { languages: ['nl', 'en'], thresholds: usualThresholds, limit: 10 };
const [x, y, z] = ['x', 'y', 'z'].map((name) => `https://authority.example/${name}`) as [
  string,
  string,
  string,
];

/** Each candidate as `iri advice grade`. */
const ranked = (mine: Subject, entries: readonly Entry[]) =>
  rank(mine, entries, options).map(
    ({ entry, advice, agreements: [best] }) => `${entry.iri.slice(-1)} ${advice} ${best!.grade}`,
  );

describe('a candidate', () => {
  it.each<[string, Subject, Entry[], string[]]>([
    [
      'whose names agree in two languages is recommended',
      subject(['olm@nl', 'elm@en']),
      [thing(x, ['olm@nl', 'elm@en'])],
      ['x recommended exact'],
    ],
    [
      'whose name agrees in one of two is not: it may be a false friend',
      subject(['olm@nl', 'elm@en']),
      [thing(x, ['linde@nl', 'elm@en'])],
      ['x proposed exact'],
    ],
    [
      'whose one name is the same in all languages is not either',
      subject(['India@nl', 'India@en']),
      [thing(x, ['India@nl', 'India@en'])],
      ['x proposed exact'],
    ],
    [
      'may be spelt otherwise',
      subject(['de Olm-boom@nl', 'the Elm tree@en']),
      [thing(x, ['olmboom@nl', 'elm-tree@en'])],
      ['x recommended normalised'],
    ],
    [
      'may have a name that is not preferred',
      subject(['boom@nl', 'tree@en', '+olm@nl', '+elmtree@en']),
      [thing(x, ['olm@nl', 'elm tree@en'])],
      ['x recommended alternative'],
    ],
    [
      'of another type is not recommended',
      subject(['olm@nl', 'elm@en'], place),
      [thing(x, ['olm@nl', 'elm@en'], organisation)],
      ['x proposed exact'],
    ],
    [
      'of the same type is no more than proposed by that',
      subject(['Elm@nl', 'Elm@en'], place),
      [thing(x, ['Elm@en'], place)],
      ['x proposed exact'],
    ],
    [
      'that says it is what was accepted is recommended',
      subject(['Elm@en'], { accepted: ['https://www.wikidata.org/wiki/Q1'] }),
      [thing(x, ['Elm@en'], { same: ['http://www.wikidata.org/entity/Q1'] })],
      ['x recommended exact'],
    ],
    [
      'with the page of the thing is recommended',
      subject(['Elm@en'], { pages: ['http://www.elm.example'] }),
      [thing(x, ['Elm@en'], { pages: ['https://elm.example/'] })],
      ['x recommended exact'],
    ],
    [
      'is not recommended where another of its authority does as well',
      subject(['olm@nl', 'elm@en']),
      [thing(x, ['olm@nl', 'elm@en']), thing(y, ['olm@nl', 'elm@en'])],
      ['x proposed exact', 'y proposed exact'],
    ],
    [
      'is not recommended where people have accepted another of its authority',
      subject(['olm@nl', 'elm@en'], { accepted: [z] }),
      [thing(x, ['olm@nl', 'elm@en'])],
      ['x proposed exact'],
    ],
    [
      'with a name that is alike is proposed',
      subject(['open standards@en']),
      [thing(x, ['technical standard@en'])],
      ['x proposed similar'],
    ],
    [
      'that is spelt out where the name is short is proposed',
      subject(['DG Elm@en']),
      [thing(x, ['Directorate-General Elm@en'])],
      ['x proposed similar'],
    ],
    [
      'with no name in common is not',
      subject(['olm@nl', 'elm@en']),
      [thing(x, ['brug@nl', 'bridge@en'])],
      [],
    ],
    ['without a name is not', subject(['elm@en']), [thing(x, [])], []],
  ])('%s', (_, mine, entries, expected) => {
    expect(ranked(mine, entries)).toEqual(expected);
  });

  it('comes the sooner the more speaks for it, and only so many come', () => {
    const entries = Array.from({ length: 30 }, (_, index) =>
      thing(`https://other.example/${index}`, ['elm bridge@en']),
    );
    const found = rank(subject(['elm@en']), [...entries, thing(x, ['elm@en'])], options);
    expect(found).toHaveLength(10);
    expect(found[0]!.entry.iri).toBe(x);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('is described by what describes the thing', () => {
    const mine = subject(['Elm@en'], { descriptions: [{ text: 'a bridge over water', language: 'en' }] });
    const [first] = rank(
      mine,
      [thing(x, ['Elm@en']), thing(y, ['Elm@en'], { descriptions: [{ text: 'bridge', language: 'en' }] })],
      options,
    );
    expect(first).toMatchObject({ entry: { iri: y }, facts: [{ kind: 'context', share: 1 }] });
  });
});

describe('names', () => {
  it.each([
    ['Nextcloud (bedrijf)', 'NextCloud'],
    ['open-source software', 'opensource software'],
    ['the Netherlands', 'Netherlands'],
    ['Zuid-Sándwich', 'zuid sandwich'],
    ['MKB’ers', "MKB'ers"],
  ])('%s and %s are one', (one, other) => {
    expect(normalised(one)).toBe(normalised(other));
  });

  it('have words without their endings', () => {
    expect(wordsOf('bedrijfsmodellen en de waarden van cities').map(({ stem }) => stem)).toEqual([
      'bedrijfsmodel',
      'ward',
      'citi',
    ]);
  });

  it.each([
    ['sociaal netwerk', 'sociale netwerken'],
    ['standaard', 'standaarden'],
    ['standaard', 'standard'],
    ['school', 'scholen'],
  ])('%s and %s are the same words', (one, other) => {
    expect(wordsOf(one).map(({ stem }) => stem)).toEqual(wordsOf(other).map(({ stem }) => stem));
  });

  it.each([
    ['democratie', 'democratisch', true],
    ['participatory', 'participation', true],
    ['standardisation', 'standards', false],
    ['gemeente', 'gemeenschap', false],
    ['transport', 'transparantie', false],
  ])('of one word each, %s and %s, are most of the same where the root is: %s', (one, other, isRoot) => {
    expect(similarity(nameOf(one), nameOf(other), () => 1) > 0.75).toBe(isRoot);
  });

  it('are as much alike either way, as much as can be to themselves, and never more', () => {
    const text = fc.stringMatching(/^[a-zéü]{1,9}( [a-zA-Z]{1,9}){0,4}$/);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [nameOf(a), nameOf(b)];
        const like = similarity(one, other, () => 1);
        expect(like).toBeCloseTo(
          similarity(other, one, () => 1),
          9,
        );
        expect(like).toBeGreaterThanOrEqual(0);
        expect(like).toBeLessThanOrEqual(1);
        expect(similarity(one, one, () => 1)).toBe(1);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('are found by a word, the end of one, its beginning, or the first letters', () => {
    const entries = [
      thing(x, ['vrije software@nl']),
      thing(y, ['coöperatie@nl']),
      thing(z, ['Directorate-General for Trees@en']),
    ];
    const search = new Search({ entries });
    const found = (text: string) => search.find([labelOf(text)]).map(({ iri }) => iri);
    expect(found('opensourcesoftware')).toEqual([x]);
    expect(found('platformcoöperaties')).toEqual([y]);
    expect(found('DG Trees')).toEqual([z]);
    expect(found('nothing')).toEqual([]);
  });
});
