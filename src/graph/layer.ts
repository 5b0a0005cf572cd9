import type { Quad } from '@rdfjs/types';
import { Matches } from './matches.ts';
import type { Pattern } from './quad-index.ts';
import { Triples } from './triples.ts';

/** Triples on top of others that many such layers share; what the lower layer says already is not kept twice. */
export class Layer {
  readonly #below: Triples;
  /** What only this layer says. */
  readonly own: Triples;

  constructor(below: Triples, quads: Iterable<Quad>) {
    this.#below = below;
    this.own = new Triples();
    for (const quad of quads)
      if (below.index.match(quad.subject, quad.predicate, quad.object).length === 0) this.own.add(quad);
  }

  get size(): number {
    return this.#below.size + this.own.size;
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern): Matches {
    const above = this.own.index.match(subject, predicate, object);
    const below = this.#below.index.match(subject, predicate, object);
    return new Matches(above.length === 0 ? below : below.length === 0 ? above : [...below, ...above]);
  }

  *[Symbol.iterator](): Iterator<Quad> {
    yield* this.#below;
    yield* this.own;
  }
}
