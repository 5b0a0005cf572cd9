import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';

const options = { path: 'data/a.ttl', base: 'https://example.org/' };
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: Failure) => error,
  );

describe('parse', () => {
  it('resolves relative IRIs against the base and puts triples in the graph', async () => {
    const graph = iri('https://example.org/graph/a');
    const { quads } = await parse('<x> <p> <y> .', { ...options, graph });
    expect(quads.map((quad) => [quad.subject.value, quad.object.value, quad.graph.value])).toEqual([
      ['https://example.org/x', 'https://example.org/y', 'https://example.org/graph/a'],
    ]);
  });

  it.each([
    [
      'a prefix',
      '@prefix p: <urn:x:> . p:a p:b p:c . @prefix p: <urn:y:> . p:a p:b p:c .',
      ['urn:x:c', 'urn:y:c'],
    ],
    [
      'a prefix in capitals',
      'PREFIX p: <urn:x:> p:a p:b p:c . PREFIX p: <urn:y:> p:a p:b p:c .',
      ['urn:x:c', 'urn:y:c'],
    ],
    ['the base', '@base <urn:x:/> . <a> <b> <c> . @base <urn:y:/> . <a> <b> <c> .', ['urn:x:/c', 'urn:y:/c']],
    [
      'the base in terms of itself',
      'BASE <c/> <a> <b> <c/> . BASE <c/> <a> <b> <c/> .',
      ['https://example.org/c/c/', 'https://example.org/c/c/c/'],
    ],
    [
      'a prefix in terms of another base',
      '@prefix p: <c/> . p:a p:b p: . @base <c/> . @prefix p: <c/> . p:a p:b p: .',
      ['https://example.org/c/', 'https://example.org/c/c/'],
    ],
  ])('reads what is spelt alike after %s is declared again', async (_, text, objects) => {
    const { quads } = await parse(text, options);
    expect(quads.map(({ object }) => object.value)).toEqual(objects);
  });

  it('makes one object of the same name, and takes those that the program names', async () => {
    const text =
      '@prefix p: <urn:x:> . @prefix sh: <http://www.w3.org/ns/shacl#> . p:a a sh:NodeShape . p:b a p:a .';
    const [first, second] = (await parse(text, options)).quads;
    expect(first!.subject).toBe(second!.object);
    expect(first!.predicate).toBe(vocabulary.rdf.type);
    expect(first!.object).toBe(vocabulary.sh.nodeShape);
  });

  it('gives the prefixes that the file declares', async () => {
    const { prefixes } = await parse(
      '@prefix ex: <https://example.org/ns#> .\nPREFIX other: <urn:x:>',
      options,
    );
    expect([...prefixes]).toEqual([
      ['ex', 'https://example.org/ns#'],
      ['other', 'urn:x:'],
    ]);
  });

  it.each([
    ['a statement that does not end', '@prefix : <> .\n:a :b :c\n:d :e :f .', 3],
    ['a prefix that nobody declared', '\n\nex:a ex:b ex:c .', 3],
    ['a string that does not end', '@prefix : <> .\n:a :b "c .\n', 2],
    ['a missing semicolon, which N3.js alone would read as a graph', '@prefix : <> .\n:a :b :c :d :e .', 2],
  ])('refuses %s, with file and line', async (_, text, line) => {
    const failure = await failureOf(parse(text, options));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 3, file: 'data/a.ttl', line });
  });

  it('refuses what N3.js trips over after it has told of an error', async () => {
    const failure = await failureOf(parse('\n@prefix x: <1:y> .', options));
    expect(failure).toMatchObject({ code: 3, file: 'data/a.ttl', line: 2 });
  });

  it('refuses a file whose ending says nothing', async () => {
    expect(await failureOf(parse('', { ...options, path: 'notes.doc' }))).toMatchObject({
      code: 3,
      file: 'notes.doc',
    });
  });
});
