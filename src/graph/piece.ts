import type { Quad } from '@rdfjs/types';

/** Part of a text, with the quads that it holds in their order. */
export interface Piece {
  readonly text: string;
  readonly quads: readonly Quad[];
}

/** From how many characters on a piece is long enough to be handed on. */
export const pieceLength = 65_536;
