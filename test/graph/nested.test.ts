import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNQuads, canonicalQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { blankNode, iri, literal, quad, vocabulary } from '../../src/graph/terms.ts';
import { writeNestedTurtle, writeTurtle } from '../../src/graph/write.ts';
import { loadOwnOntology, loadOwnShapes } from '../../src/project/load.ts';
import { ownProject } from '../support.ts';

const prefixes = new Map([['ex', 'https://example.org/']]);
const read = async (text: string) =>
  (await parse(text, { path: 'a.ttl', base: 'https://example.org/' })).quads;
const write = async (quads: Iterable<Quad>) => writeNestedTurtle(await canonicalQuads(quads), prefixes);
const linesOf = (text: string) => text.split('\n');

/** The lines that one of two texts has and the other does not. */
function changedLines(before: string, after: string): string[] {
  const left = linesOf(before);
  const added = linesOf(after).filter((line) => !left.includes(line));
  const right = linesOf(after);
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `- ${line}`),
    ...added.map((line) => `+ ${line}`),
  ];
}

describe('Turtle with blank nodes inside', () => {
  it.each([
    ['a node inside a node', '<a> <p> [ <q> [ <r> 1 ; <s> 2 ] ] .'],
    ['a list with a node and a list in it', '<a> <p> ( 1 [ <q> <b> ] ( "x"@nl ) () ) .'],
    ['a node that nothing refers to', '[] a <T> ; <p> <b> .'],
    ['an empty node', '<a> <p> [] .'],
  ])('names no blank node where it need not: %s', async (_, text) => {
    const quads = await read(text);
    const written = await write(quads);
    expect(written).not.toContain('_:');
    expect(await canonicalNQuads(await read(written))).toBe(await canonicalNQuads(quads));
  });

  it.each([
    ['one that two triples refer to', '<a> <p> _:x . <b> <p> _:x . _:x <q> 1 .'],
    ['a circle', '_:x <p> _:y . _:y <p> _:x . <a> <p> <b> .'],
    [
      'a list of which a part is shared',
      '<a> <p> _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest rdf:nil . <b> <p> _:m .',
    ],
    ['a list that has more to say', '<a> <p> _:l . _:l rdf:first 1 ; rdf:rest rdf:nil ; <q> 2 .'],
    ['a list without an end', '<a> <p> _:l . _:l rdf:first 1 .'],
    [
      'nodes inside each other beyond what anybody can read',
      `<a> ${'<p> [ '.repeat(60)} <p> 1 ${']'.repeat(60)} .`,
    ],
  ])('reads back as the same graph with %s', async (_, text) => {
    const quads = await read(`@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ${text}`);
    expect(await canonicalNQuads(await read(await write(quads)))).toBe(await canonicalNQuads(quads));
  });

  it('reads back as the same graph, whatever blank nodes refer to what', async () => {
    const { first, rest, nil } = vocabulary.rdf;
    const node = fc.constantFrom(iri('urn:a'), nil, ...['v', 'w', 'x', 'y', 'z'].map(blankNode));
    const triple = fc
      .tuple(node, fc.constantFrom(iri('urn:p'), first, rest), fc.oneof(node, fc.constant(literal('x'))))
      .map(([subject, predicate, object]) => quad(subject, predicate, object as never));
    await fc.assert(
      fc.asyncProperty(fc.array(triple, { minLength: 1, maxLength: 8 }), async (quads) => {
        const written = await write(quads);
        expect(await canonicalNQuads(await read(written))).toBe(await canonicalNQuads(quads));
        expect(await write(quads.toReversed())).toBe(written);
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it('stays quick with a long list', async () => {
    const quads = await read(`<a> <p> ( ${Array.from({ length: 2000 }, (_, i) => i).join(' ')} ) .`);
    const began = performance.now();
    writeNestedTurtle(quads, prefixes);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('one more triple changes one or two lines', () => {
  it('of the Turtle of this project, wherever it is', async () => {
    const project = ownProject();
    const { dataset, prefixes: own } = await loadOwnOntology(project);
    const quads = [...dataset.union()].filter(({ subject, object }) =>
      [subject, object].every(({ termType }) => termType !== 'BlankNode'),
    );
    const before = writeTurtle(quads, own);
    for (const added of quads.filter((_, index) => index % 40 === 0)) {
      const more = quad(
        added.subject as never,
        added.predicate as never,
        iri('https://w3id.org/meent/ns#New'),
      );
      const changed = changedLines(before, writeTurtle([...quads, more], own));
      // A line that is no longer the last of its block ends otherwise.
      expect(changed.filter((line) => line.startsWith('+')).length).toBeLessThanOrEqual(2);
      expect(changed.length).toBeLessThanOrEqual(4);
    }
  });

  it.each([
    ['ontology', loadOwnOntology],
    ['shapes', loadOwnShapes],
  ] as const)('of the published %s, inside a blank node or not', async (_, load) => {
    const { dataset, prefixes: own } = await load(ownProject());
    const quads = [...dataset.union()];
    const text = async (all: readonly Quad[]) => writeNestedTurtle(await canonicalQuads(all), own);
    const before = await text(quads);
    const blank = quads.filter(
      ({ subject, predicate }) => subject.termType === 'BlankNode' && !/#(first|rest)$/.test(predicate.value),
    );
    for (const { subject } of [...blank.slice(0, 3), ...quads.slice(0, 3)]) {
      const more = quad(subject as never, iri('https://w3id.org/meent/ns#new'), literal('x'));
      const changed = changedLines(before, await text([...quads, more]));
      // A node with one property stands on one line, with two on four.
      expect(changed.filter((line) => line.startsWith('+')).length).toBeLessThanOrEqual(4);
      expect(changed.length).toBeLessThanOrEqual(6);
    }
  });
});
