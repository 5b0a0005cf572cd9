import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignBlankNodes } from '../../src/diff/blank-nodes.ts';
import { changesBetween } from '../../src/diff/triples.ts';
import { canonicalNQuads, lineOf } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { blankNode, iri, literal, quad } from '../../src/graph/terms.ts';
import { loadOwnShapes } from '../../src/project/load.ts';
import { ownProject } from '../support.ts';

const read = async (text: string, path = 'a.ttl') =>
  (await parse(text, { path, base: 'https://example.org/' })).quads;
const linesBetween = async (old: Iterable<Quad>, now: Iterable<Quad>) => {
  const { added, removed } = await changesBetween(old, now);
  return [
    ...removed.map((each) => `- ${lineOf(each).trim()}`),
    ...added.map((each) => `+ ${lineOf(each).trim()}`),
  ];
};
const between = async (old: string, now: string, path?: string) =>
  linesBetween(await read(old, path), await read(now, path));

describe('what differs between two graphs', () => {
  it.each([
    ['other names', '_:a <p> _:b . _:b <q> 1 .', '_:b <p> _:a . _:a <q> 1 .'],
    [
      'another way to write them',
      '<a> <p> [ <q> ( 1 2 ) ] .',
      '<a> <p> _:x . _:x <q> _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ( 2 ) .',
    ],
    [
      'another order, where two are alike',
      '<a> <p> [ <q> 1 ] , [ <q> 2 ] , [] .',
      '<a> <p> [] , [ <q> 2 ] , [ <q> 1 ] .',
    ],
  ])('is nothing where blank nodes only have %s', async (_, old, now) => {
    expect(await between(old, now)).toEqual([]);
  });

  it('is one triple where one changes in a blank node, whatever else is about', async () => {
    const node = (height: number) => `<a> <p> [ <kind> <pear> ; <height> ${height} ; <in> [ <row> 1 ] ] .`;
    const about = '<b> <p> [ <kind> <pear> ; <height> 4 ; <in> [ <row> 2 ] ] , [] .';
    expect(await between(node(3) + about, node(5) + about)).toEqual([
      expect.stringMatching(/^- _:b\d <https:\/\/example.org\/height> "3"/),
      expect.stringMatching(/^\+ _:b\d <https:\/\/example.org\/height> "5"/),
    ]);
  });

  it('is three triples where a list gets a member, not the whole list', async () => {
    const list = (members: string) => `<shape> <in> ( ${members} ) .`;
    const changes = await between(list('1 2 3 4'), list('1 2 3 4 5'));
    expect(changes.map((line) => line[0])).toEqual(['-', '+', '+', '+']);
  });

  it('is what was changed in the shapes of this project, blank nodes and all', async () => {
    const quads = [...(await loadOwnShapes(ownProject())).dataset];
    const blank = quads.find(({ subject }) => subject.termType === 'BlankNode')!;
    const more = quad(blank.subject as never, iri('https://example.org/note'), literal('x'));
    const renamed = [...quads.toReversed(), more];
    expect(await linesBetween(quads, renamed)).toEqual([
      expect.stringMatching(/^\+ _:b\d+ <https:\/\/example.org\/note> "x" \.$/),
    ]);
  });

  it('takes graphs into account where both keep them, and not where one does not', async () => {
    expect(await between('<g> { <a> <p> 1 }', '<h> { <a> <p> 1 }', 'a.trig')).toHaveLength(2);
    expect(await linesBetween(await read('<g> { <a> <p> 1 }', 'a.trig'), await read('<a> <p> 1 .'))).toEqual(
      [],
    );
  });

  it('makes the one of the other', async () => {
    const node = fc.constantFrom(iri('urn:a'), iri('urn:b'), ...['v', 'w', 'x', 'y'].map(blankNode));
    const triple = fc
      .tuple(
        node,
        fc.constantFrom(iri('urn:p'), iri('urn:q')),
        fc.oneof(node, fc.constantFrom(literal('1'), literal('2'))),
      )
      .map(([subject, predicate, object]) => quad(subject, predicate, object as never));
    const graph = fc.array(triple, { maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(graph, graph, async (old, now) => {
        const { added, removed } = await changesBetween(old, now);
        const { added: none, removed: all } = await changesBetween(old, []);
        expect(none).toEqual([]);
        expect(await canonicalNQuads(all)).toBe(await canonicalNQuads(old));
        // Names are the same in the difference and in the sides that it was made from: so it can be applied.
        const { old: aligned } = await alignBlankNodes(old, now);
        const gone = new Set(removed.map(lineOf));
        const applied = [...aligned.filter((each) => !gone.has(lineOf(each))), ...added];
        expect(await canonicalNQuads(applied)).toBe(await canonicalNQuads(now));
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });

  it('has the same bytes whatever the order and the names', async () => {
    const old = await read('<a> <p> [ <q> 1 ; <r> [ <s> 1 ] ] , [ <q> 2 ] .');
    const now = await read('<a> <p> [ <q> 1 ; <r> [ <s> 2 ] ] , [ <q> 3 ; <t> 1 ] .');
    const expected = await linesBetween(old, now);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...old], { minLength: old.length }),
        fc.shuffledSubarray([...now], { minLength: now.length }),
        async (a, b) => {
          expect(await linesBetween(a, b)).toEqual(expected);
        },
      ),
      { seed: 20261128, numRuns: 30 },
    );
  });
});
