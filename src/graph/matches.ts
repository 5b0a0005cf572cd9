import type { DatasetCore, Quad } from '@rdfjs/types';
import type { Pattern } from './quad-index.ts';

/** The answer to a match: the quads themselves, which few ever treat as a dataset. */
export class Matches implements DatasetCore {
  #quads: readonly Quad[];

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
  }

  get size(): number {
    return this.#quads.length;
  }

  add(quad: Quad): this {
    if (!this.has(quad)) this.#quads = [...this.#quads, quad];
    return this;
  }

  delete(quad: Quad): this {
    this.#quads = this.#quads.filter((other) => !other.equals(quad));
    return this;
  }

  has(quad: Quad): boolean {
    return this.#quads.some((other) => other.equals(quad));
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Matches {
    return new Matches(
      this.#quads.filter(
        (quad) =>
          (!subject || subject.equals(quad.subject)) &&
          (!predicate || predicate.equals(quad.predicate)) &&
          (!object || object.equals(quad.object)) &&
          (!graph || graph.equals(quad.graph)),
      ),
    );
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]();
  }
}
