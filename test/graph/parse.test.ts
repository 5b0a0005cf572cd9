import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri } from '../../src/graph/terms.ts';

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
