import type { Quad } from '@rdfjs/types';
import { Matches } from './matches.ts';
import type { Findable, Pattern } from './quad-index.ts';
import { Triples } from './triples.ts';

/** Triples on top of others that many such layers share; what the lower layer says already is not kept twice. It does not grow. */
export class Layer implements Findable {
  readonly below: Triples;
  /** What only this layer says. */
  readonly own: Triples;
  /** The node that was asked about last, and all that is said of it. */
  #subject: Pattern;
  #about: readonly Quad[] = [];

  constructor(below: Triples, quads: Iterable<Quad>) {
    this.below = below;
    this.own = new Triples();
    for (const quad of quads)
      // The graphs do not matter here, so the quads need not be made anew.
      if (below.find(quad.subject, quad.predicate, quad.object).length === 0) this.own.index.add(quad);
  }

  get size(): number {
    return this.below.size + this.own.size;
  }

  find(subject: Pattern, predicate: Pattern, object: Pattern): readonly Quad[] {
    if (!subject)
      return both(this.below.find(null, predicate, object), this.own.find(null, predicate, object));
    // A node is asked about many times in a row.
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#about = both(this.below.find(subject, null, null), this.own.find(subject, null, null));
    }
    if (!predicate && !object) return this.#about;
    return this.#about.filter(
      (q) =>
        (!predicate || predicate === q.predicate || predicate.equals(q.predicate)) &&
        (!object || object.equals(q.object)),
    );
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern): Matches {
    return new Matches(this.find(subject, predicate, object));
  }

  *[Symbol.iterator](): Iterator<Quad> {
    yield* this.below;
    yield* this.own;
  }
}

const both = (below: readonly Quad[], above: readonly Quad[]): readonly Quad[] =>
  above.length === 0 ? below : below.length === 0 ? above : [...below, ...above];
