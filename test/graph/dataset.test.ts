import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { defaultGraph, iri, literal, quad } from '../../src/graph/terms.ts';

const node = fc.integer({ min: 0, max: 4 }).map((number) => iri(`https://example.org/${number}`));
const object = fc.oneof(node, fc.constantFrom(literal('a'), literal('a', 'nl'), literal('a', 'en')));
const graph = fc.constantFrom(iri('urn:g:1'), iri('urn:g:2'));
const quads = fc.array(
  fc.tuple(node, node, object, graph).map(([s, p, o, g]) => quad(s, p, o, g)),
  { maxLength: 40 },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const text = (each: { subject: { value: string } }) => JSON.stringify(each);

describe('Dataset', () => {
  it('finds what a plain filter finds, for every pattern', () => {
    fc.assert(
      fc.property(quads, maybe(node), maybe(node), maybe(object), maybe(graph), (given, s, p, o, g) => {
        const distinct = [...new Map(given.map((each) => [text(each), each])).values()];
        const expected = distinct.filter(
          (each) =>
            (!s || each.subject.equals(s)) &&
            (!p || each.predicate.equals(p)) &&
            (!o || each.object.equals(o)) &&
            (!g || each.graph.equals(g)),
        );
        const dataset = new Dataset(given);
        const found = [...dataset.match(s, p, o, g)];
        expect(found.map(text).sort()).toEqual(expected.map(text).sort());
        expect(dataset.countQuads(s, p, o, g)).toBe(expected.length);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it('has in its default graph every triple once, however many graphs hold it', () => {
    fc.assert(
      fc.property(quads, (given) => {
        const triples = new Set(given.map((each) => text(quad(each.subject, each.predicate, each.object))));
        const dataset = new Dataset(given);
        expect(new Set([...dataset.match(null, null, null, defaultGraph())].map(text))).toEqual(triples);
        expect(dataset.union().size).toBe(triples.size);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it('tells apart literals that differ in language or datatype only', () => {
    const [s, p] = [iri('urn:s'), iri('urn:p')];
    const dataset = new Dataset([
      quad(s, p, literal('1')),
      quad(s, p, literal('1', 'nl')),
      quad(s, p, literal('1', iri('http://www.w3.org/2001/XMLSchema#integer'))),
    ]);
    expect(dataset.size).toBe(3);
    expect(dataset.match(null, null, literal('1', 'nl')).size).toBe(1);
  });

  it('gives an answer that is itself a dataset', () => {
    const dataset = new Dataset([quad(iri('urn:a'), iri('urn:p'), iri('urn:b'), iri('urn:g'))]);
    const answer = dataset.match(iri('urn:a'));
    expect(answer.match(null, null, iri('urn:b')).size).toBe(1);
    answer.add(quad(iri('urn:c'), iri('urn:p'), iri('urn:b')));
    expect(answer.size).toBe(2);
    expect(dataset.size).toBe(1);
  });
});
