import type { Quad } from '@rdfjs/types';
import { Matches } from './matches.ts';
import { type Findable, type Pattern, QuadIndex, tripleKey } from './quad-index.ts';
import { defaultGraph, quad as makeQuad } from './terms.ts';

const inDefaultGraph = (quad: Quad): Quad =>
  quad.graph.termType === 'DefaultGraph'
    ? quad
    : makeQuad(quad.subject as never, quad.predicate as never, quad.object as never, defaultGraph());

/** The union of the graphs of some quads: triples, each once. */
export class Triples implements Findable {
  readonly index = new QuadIndex(tripleKey);

  constructor(quads: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad);
  }

  get size(): number {
    return this.index.quads.length;
  }

  add(quad: Quad): void {
    this.index.add(inDefaultGraph(quad));
  }

  find(subject: Pattern, predicate: Pattern, object: Pattern): readonly Quad[] {
    return this.index.match(subject, predicate, object);
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern): Matches {
    return new Matches(this.index.match(subject, predicate, object));
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.index.quads[Symbol.iterator]();
  }
}
