import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { exit, Failure } from '../failure.ts';
import { lineOf } from './canonical.ts';
import type { Piece } from './piece.ts';

/**
 * The texts of pieces, each handed on when it has been read and gave the quads that it was made from, in their order.
 * @param format media type of the whole.
 * @param name what the whole is called in messages.
 * @throws Failure 70 where the text says other things than it was made from.
 */
export function* readingBack(pieces: Iterable<Piece>, format: string, name: string): Generator<string> {
  const listeners: Record<string, (text?: string) => void> = {};
  const input = { on: (event: string, listener: () => void) => void (listeners[event] = listener) };
  const expected: Quad[] = [];
  let checked = 0;
  const refuse = (why: string) =>
    new Failure(exit.bug, `What would be written to ${name} cannot be read back: ${why}`);
  new Parser({ format, blankNodePrefix: '_:' }).parse(
    input as never,
    (error: Error | null, quad: Quad | null) => {
      if (error) throw refuse(error.message);
      if (!quad) return;
      const wanted = expected[checked++];
      if (!wanted?.equals(quad))
        throw refuse(wanted ? `it lacks ${lineOf(wanted)}` : `it adds ${lineOf(quad)}`);
    },
  );
  for (const { text, quads } of pieces) {
    // What was read needs no more keeping.
    expected.splice(0, checked);
    checked = 0;
    expected.push(...quads);
    listeners['data']!(text);
    yield text;
  }
  listeners['end']!();
  if (checked < expected.length) throw refuse(`it lacks ${lineOf(expected[checked]!)}`);
}
