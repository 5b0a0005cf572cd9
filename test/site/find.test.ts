import { describe, expect, it } from 'vitest';
import { type Entry, finder, fold, marksIn } from '../../src/site/find.ts';

const entries: readonly Entry[] = [
  [0, 'value/commons', 'gemeenschapsgoederen', 'commons'],
  [0, 'value/privacy', 'privacy', 'privacy'],
  [1, 'actor/ans-boom', 'Ans Boom', 'Ans Boom', 'Ans Bôom\nA. Boom'],
  [1, 'actor/loic', 'Loïc Ørsted', 'Loïc Ørsted'],
  [2, 'claim/a', 'Opensourcesoftware hoort bij de gemeenschap.', 'Open-source software belongs to all.', '', 'Ans Boom'],
  [2, 'claim/b', 'De goederen zijn van niemand.', 'The goods are nobody’s.', '', 'het panel\nthe panel'],
]; // prettier-ignore
const pages = (question: string, language: 'nl' | 'en' = 'nl') =>
  finder(entries, language)(question).map(({ entry: [, page] }) => page);

it.each([
  ['Loïc', 'loic'],
  ['ØRSTED', 'orsted'],
  ['Straße', 'strasse'],
  ['Ĳssel', 'ijssel'],
  ['open-source', 'opensource'],
  ['foto’s', 'fotos'],
  ['gemeen\u00adschap', 'gemeenschap'],
  ['ﬁets', 'fiets'],
])('%s is compared as %s', (text, plain) => {
  expect(fold(text)).toBe(plain);
});

describe('searching', () => {
  it.each([
    ['nothing for nothing', '', []],
    ['nothing for marks only', ' -?! ', []],
    ['by case and diacritics folded', 'LOIC orsted', ['actor/loic']],
    ['by the beginning of a word', 'priv', ['value/privacy']],
    ['by a part of a compound, after what begins with it', 'goederen', ['claim/b', 'value/commons']],
    ['by another spelling, and by who says it', 'bôom', ['actor/ans-boom', 'claim/a']],
    ['by the name in the other language', 'belongs', ['claim/a']],
    ['with or without a hyphen', 'open-source', ['claim/a']],
    ['what has every word, wherever each stands', 'boom gemeenschap', ['claim/a']],
    ['not what has only one of two words', 'privacy goederen', []],
    ['not two letters within a word', 'oe', []],
    ['two letters where a word begins', 'an', ['actor/ans-boom', 'claim/a']],
  ])('finds %s (%s)', (_, question, found) => {
    expect(pages(question)).toEqual(found);
  });

  it('counts the name in the language of the reader most', () => {
    expect(pages('gemeenschap', 'nl')).toEqual(['value/commons', 'claim/a']);
    expect(pages('commons', 'en')).toEqual(['value/commons']);
    expect(finder(entries, 'en')('commons')[0]!.distance).toBeLessThan(
      finder(entries, 'nl')('commons')[0]!.distance,
    );
  });
});

it.each([
  ['Loïc Ørsted', 'loic', ['Loïc']],
  ['Open-source software', 'opensource soft', ['Open-source', 'soft']],
  ['gemeenschapsgoederen', 'goederen gemeen', ['gemeen', 'goederen']],
  ['aaaa', 'aaa aa', ['aaa']],
  ['Straße 1', 'strasse', ['Straße']],
  ['𝒜 boom', 'boom', ['boom']],
  ['niets', 'iets anders', ['iets']],
])('in “%s” the words of “%s” are marked where they stand', (text, question, marked) => {
  expect(marksIn(text, question).map(([from, to]) => text.slice(from, to))).toEqual(marked);
});
