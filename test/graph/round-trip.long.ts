import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exit, Failure } from '../../src/failure.ts';
import { toJsonLd } from '../../src/export/json-ld.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { defaultGraph, quad } from '../../src/graph/terms.ts';
import { writeTurtle } from '../../src/graph/write.ts';
import { anyQuads } from './arbitrary.ts';

const prefixes = new Map([
  ['ex', 'https://example.org/'],
  ['ns', 'https://example.org/ns#'],
  ['x', 'urn:x:'],
]);
const inDefaultGraph = (quads: readonly Quad[]) =>
  quads.map((each) =>
    quad(each.subject as never, each.predicate as never, each.object as never, defaultGraph()),
  );

const refusal = (error: unknown) => {
  if (error instanceof Failure && error.code === exit.unwritable) return undefined;
  throw error;
};

/** What a writer makes of the quads, through bytes and back. */
async function thereAndBack(path: string, text: string): Promise<readonly Quad[]> {
  const bytes = new TextEncoder().encode(text);
  return (await parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { path })).quads;
}

describe('what is written is read back as the same graph, or not written', () => {
  it.each<[string, (quads: Quad[]) => string | Promise<string>, (quads: readonly Quad[]) => readonly Quad[]]>(
    [
      ['a.ttl', (quads) => writeTurtle(quads, new Map()), inDefaultGraph],
      ['b.ttl', (quads) => writeTurtle(quads, prefixes), inDefaultGraph],
      ['a.trig', (quads) => writeTurtle(quads, prefixes, { graphs: true }), (quads) => quads],
      ['a.nq', (quads) => canonicalNQuads(quads), (quads) => quads],
      ['a.jsonld', (quads) => toJsonLd(quads, { '@context': {} }), (quads) => quads],
    ],
  )('%s', async (path, write, kept) => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(anyQuads, async (quads) => {
        const text = await Promise.resolve()
          .then(() => write(quads))
          .catch(refusal);
        if (text === undefined) return void refused++;
        expect(await canonicalNQuads(await thereAndBack(path, text))).toBe(
          await canonicalNQuads(kept(quads)),
        );
      }),
      { seed: 20261124, numRuns: 10_000 },
    );
    // Most of what is generated can be written, and some cannot.
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(9_000);
  });
});
