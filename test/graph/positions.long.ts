import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/graph/positions.ts';
import { parse } from '../../src/graph/parse.ts';
import { vocabulary } from '../../src/graph/terms.ts';
import { header, TurtleWriter } from './turtle-writer.ts';

const { first, nil, rest } = vocabulary.rdf;
const token =
  /(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?:@[\w-]+|\^\^(?:<[^>]*>|(?:\\.|[^\s;,\])}\\])+))?|<[^>]*>|[[(]|(?:\\.|[^\s;,\])}\\])+/y;

/** The token that begins at a place. */
function tokenAt(text: string, { line, column }: Position): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  token.lastIndex = starts[line - 1]! + column - 1;
  return token.exec(text)?.[0] ?? '';
}

/** Whether a token, read on its own, is the term. */
async function spells(spelling: string, term: Term): Promise<boolean> {
  if (spelling === 'a') return term.equals(vocabulary.rdf.type);
  if (spelling === '[') return term.termType === 'BlankNode';
  if (spelling === '(') return term.termType === 'BlankNode' || term.equals(nil);
  if (spelling.startsWith('_:')) return term.value.endsWith(`_${spelling.slice(2)}`);
  const { quads } = await parse(`${header}<urn:s> <urn:p> ${spelling} .`, { path: 'a.ttl' });
  return quads[0]!.object.equals(term);
}

describe('a position points at a token that spells the term', () => {
  it.each(['a.ttl', 'a.trig'])('in generated text, %s', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const choose = (below: number) => (numbers.next().value as number) % below;
        const text = new TurtleWriter(choose, { trig: path === 'a.trig' }).document();
        const { quads, positions } = await parse(text, { path });
        for (const [number, { subject, predicate, object }] of quads.entries()) {
          const at = (part: 'subject' | 'predicate' | 'object') => tokenAt(text, positions.at(number, part));
          // A list's cells stand where their members do; its end is that of the list.
          const isCell = predicate.equals(first) || predicate.equals(rest);
          if (!isCell) {
            expect([at('subject'), await spells(at('subject'), subject)]).toEqual([at('subject'), true]);
            expect([at('predicate'), await spells(at('predicate'), predicate)]).toEqual([
              at('predicate'),
              true,
            ]);
          }
          if (!predicate.equals(rest))
            expect([at('object'), await spells(at('object'), object)]).toEqual([at('object'), true]);
        }
      }),
      { seed: 20261124, numRuns: 3_000 },
    );
  });
});
