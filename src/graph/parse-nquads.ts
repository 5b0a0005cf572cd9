import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';

/** The quads of a text in N-Quads that we have written ourselves, with the names of its blank nodes kept. */
export const parseNQuads = (text: string): Quad[] =>
  new Parser({ format: 'application/n-quads', blankNodePrefix: '_:' }).parse(text);
