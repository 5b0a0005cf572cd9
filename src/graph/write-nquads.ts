import type { Quad } from '@rdfjs/types';
import { assertQuad } from './assert-term.ts';
import { codePointOrder, lineOf } from './canonical.ts';
import { type Piece, pieceLength } from './piece.ts';

/**
 * The canonical N-Quads of quads whose blank nodes have their canonical names, subject after subject: what
 * `canonicalNQuads` gives at once.
 * @throws Failure 7 where a term would not be read back as itself.
 */
export function* canonicalPieces(named: Iterable<Quad>): Generator<Piece> {
  // Lines begin with their subject, so what is sorted at once is small.
  const bySubject = Map.groupBy(named, ({ subject }) =>
    subject.termType === 'BlankNode' ? `_:${subject.value} ` : `<${subject.value}>`,
  );
  let text = '';
  let quads: Quad[] = [];
  for (const subject of codePointOrder([...bySubject.keys()])) {
    const lines = new Map(
      bySubject.get(subject)!.map((quad) => {
        assertQuad(quad);
        return [lineOf(quad), quad];
      }),
    );
    for (const line of codePointOrder([...lines.keys()])) {
      text += line;
      quads.push(lines.get(line)!);
    }
    if (text.length < pieceLength) continue;
    yield { text, quads };
    [text, quads] = ['', []];
  }
  if (text) yield { text, quads };
}
