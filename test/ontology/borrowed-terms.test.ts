import { describe, expect, it } from 'vitest';
import { filesBelow, quadsOf, textOf } from '../support.ts';
import { namesIn } from './names-in-text.ts';
import { invented, irisIn, schemaTermsIn, termLists, unknown } from './term-lists.ts';

const own = 'https://w3id.org/meent/';
const turtle = ['ontology', 'shapes', 'data'].flatMap((folder) => filesBelow(folder, /\.ttl$/));
const queries = filesBelow('queries', /\.rq$/);

// OOPS! P40, beyond the ontology itself: a term that its vocabulary does not have says nothing to anyone.
describe('a borrowed term exists in the vocabulary it comes from, in', () => {
  it.each(turtle)('%s', async (file) => {
    const quads = await quadsOf(file);
    expect(invented(irisIn(quads))).toEqual([]);
    expect(unknown(schemaTermsIn(quads), own)).toEqual([]);
  });

  it.each(queries)('%s', (file) => {
    expect(invented(namesIn(textOf(file)).iris)).toEqual([]);
  });
});

describe('the lists of terms', () => {
  it('hold a term once, in order, each in a namespace of its own', () => {
    for (const file of filesBelow('ontology/known-terms', /\.txt$/)) {
      const names = textOf(file).trim().split('\n').slice(1);
      expect(names, file).toEqual([...new Set(names)].sort());
    }
    expect(termLists.size).toBe(filesBelow('ontology/known-terms', /\.txt$/).length);
  });

  it('tell an invented term from one that exists', () => {
    expect(invented(['https://schema.org/Event', 'https://schema.org/Happening', 'urn:x'])).toEqual([
      'https://schema.org/Happening',
    ]);
    expect(unknown(['http://schema.org/Event', `${own}ns#Claim`], own)).toEqual(['http://schema.org/Event']);
  });
});
