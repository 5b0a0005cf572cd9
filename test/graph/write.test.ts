import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNQuads, canonicalQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri } from '../../src/graph/terms.ts';
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

  it('counts a quad that comes twice once', async () => {
    const quads = await read(example);
    expect(await canonicalNQuads([...quads, ...quads])).toBe(await canonicalNQuads(quads));
  });

  it('writes Turtle that reads back as the same graph', async () => {
    const quads = await canonicalQuads(await read(example));
    const turtle = writeTurtle(quads, new Map([['ex', 'https://example.org/']]));
    expect(await canonicalNQuads(await read(turtle))).toBe(await canonicalNQuads(quads));
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
