import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNQuads, canonicalQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { blankNode, iri, literal, quad } from '../../src/graph/terms.ts';
import { writeTurtle } from '../../src/graph/write.ts';
import { ownGraph } from '../support.ts';

const read = async (text: string, path = 'a.ttl') =>
  (await parse(text, { path, base: 'https://example.org/' })).quads;
const example =
  '<b> <q> [ <r> "x"@nl ], 1.5 ; a <T> . <a> <p> <b>, "line\\nbreak \\"quoted\\" \\\\ back" . <c> <p> true .';

describe('writing', () => {
  it('gives the same canonical text whatever the order of the quads and the names of blank nodes', async () => {
    const quads = await read(example);
    const expected = await canonicalNQuads(quads);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...quads], { minLength: quads.length }), async (shuffled) => {
        expect(await canonicalNQuads(shuffled)).toBe(expected);
      }),
      { seed: 20261124, numRuns: 30 },
    );
    expect(await canonicalNQuads(await read(example))).toBe(expected);
  });

  it('keeps apart blank nodes that are called as canonical ones are', async () => {
    const p = iri('urn:p');
    const canonical = (a: string, b: string, c: string) =>
      canonicalNQuads([quad(p, p, blankNode(a)), quad(blankNode(b), p, blankNode(c), iri('urn:g'))]);
    const expected = await canonical('u', 'v', 'w');
    expect(await canonical('c14n0', 'c14n1', 'z')).toBe(expected);
    expect(await canonical('c14n1', 'z', 'c14n0')).toBe(expected);
  });

  it('counts a quad that comes twice once', async () => {
    const quads = await read(example);
    expect(await canonicalNQuads([...quads, ...quads])).toBe(await canonicalNQuads(quads));
  });

  it('writes Turtle that reads back as the same graph', async () => {
    const quads = await canonicalQuads(await read(example));
    const turtle = writeTurtle(quads, new Map([['ex', 'https://example.org/']]));
    expect(await canonicalNQuads(await read(turtle))).toBe(await canonicalNQuads(quads));
  });

  it('writes an IRI that looks like a prefixed name as an IRI', async () => {
    const path = iri('http://www.w3.org/ns/shacl#path');
    const quads = [quad(path, path, iri('sh:path')), quad(path, path, literal('a', iri('ex:a')))];
    const prefixes = new Map([
      ['sh', 'http://www.w3.org/ns/shacl#'],
      ['ex', 'https://example.org/'],
    ]);
    expect(await canonicalNQuads(await read(writeTurtle(quads, prefixes)))).toBe(
      await canonicalNQuads(quads),
    );
  });

  it('writes the project as TriG that reads back as the same dataset, graphs and all', async () => {
    const { dataset, prefixes } = await ownGraph();
    const quads = await canonicalQuads(dataset);
    const trig = writeTurtle(quads, prefixes, { graphs: true });
    expect(await canonicalNQuads(await read(trig, 'a.trig'))).toBe(await canonicalNQuads(dataset));
  });

  it('declares only the prefixes in use, and says what a thing is first', async () => {
    const prefixes = new Map([
      ['unused', 'urn:unused#'],
      ['ex', 'https://example.org/'],
    ]);
    const turtle = writeTurtle(await read('<a> <b> 1 ; a <T> .'), prefixes);
    expect(turtle).toMatch(/^@prefix ex: <https:\/\/example.org\/>\.\n\nex:a a ex:T;/);
    expect(turtle).not.toContain('unused');
  });

  it('keeps graphs apart where it is asked to', async () => {
    const quads = (await parse('<a> <b> 1 .', { path: 'a.ttl', base: 'urn:', graph: iri('urn:g') })).quads;
    expect(writeTurtle(quads, new Map(), { graphs: true })).toContain('<urn:g> {');
    expect(writeTurtle(quads, new Map())).not.toContain('<urn:g>');
  });
});

describe('a term that would say more than itself is not written:', () => {
  const [a, p] = [iri('urn:a'), iri('urn:p')];
  const evil = 'urn:x> <urn:p> <urn:evil> . <urn:y';
  it.each<[string, Quad]>([
    ['an IRI as subject', quad(iri(evil), p, a)],
    ['an IRI as graph', quad(a, p, a, iri(evil))],
    ['a datatype', quad(a, p, literal('x', iri(evil)))],
    ['a language tag', quad(a, p, literal('x', 'en . <urn:evil> <urn:p> <urn:y>'))],
    ['the label of a blank node', quad(blankNode('b <urn:p> <urn:evil> . _:c'), p, a)],
    ['a relative IRI', quad(iri('__proto__'), p, a)],
    ['half a character', quad(a, p, literal('\ud800'))],
    ['a text with a direction', quad(a, p, literal('x', { language: 'ar', direction: 'rtl' } as never))],
    ['a triple term', quad(a, p, quad(a, p, a) as never)],
  ])('%s', async (_, each) => {
    const refused = expect.objectContaining({ name: 'Failure', code: 7 });
    expect(() => writeTurtle([each], new Map(), { graphs: true })).toThrow(refused);
    await expect(canonicalNQuads([each])).rejects.toEqual(refused);
  });

  it.each([
    ['a prefix', 'ex: <urn:evil> . @prefix y', 'urn:x:/'],
    ['the namespace of a prefix', 'ex', 'urn:x> . <urn:evil> <urn:p> <urn:q> . <urn:y/'],
  ])('%s', (_, prefix, namespace) => {
    const quads = [quad(a, p, iri(`${namespace}b`))];
    expect(() => writeTurtle(quads, new Map([[prefix, namespace]]))).toThrow(
      expect.objectContaining({ name: 'Failure', code: 7 }),
    );
  });
});
