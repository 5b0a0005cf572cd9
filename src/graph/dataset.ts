import type { DatasetCore, Quad } from '@rdfjs/types';
import { type Pattern, QuadIndex, tripleKey } from './quad-index.ts';
import { Matches } from './matches.ts';
import { termKey } from './terms.ts';
import { Triples } from './triples.ts';

const quadKey = (quad: Quad) => `${tripleKey(quad)} ${termKey(quad.graph)}`;

/**
 * All quads of a project: an RDF/JS DatasetCore that Comunica accepts as a source.
 *
 * Its default graph is the **union of all graphs, each triple once**: that is what a query sees
 * without GRAPH and what shapes validate. Iterating gives the quads as they were added.
 */
export class Dataset implements DatasetCore {
  readonly #all = new QuadIndex(quadKey);
  // Made when somebody asks; most runs ask for few graphs or none.
  #union: Triples | undefined;
  /** The quads of each graph; an index is made for those that somebody looks into. */
  #byGraph: Map<string, Quad[]> | undefined;
  readonly #graphs = new Map<string, QuadIndex>();

  constructor(quads: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad);
  }

  get size(): number {
    return this.#all.quads.length;
  }

  add(quad: Quad): this {
    if (this.#all.add(quad)) {
      this.#union = undefined;
      this.#byGraph = undefined;
      this.#graphs.clear();
    }
    return this;
  }

  delete(): never {
    throw new Error('A dataset only grows; make a new one from the quads to keep.');
  }

  has(quad: Quad): boolean {
    return this.#in(quad.graph).match(quad.subject, quad.predicate, quad.object).length > 0;
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Matches {
    return new Matches(this.#in(graph).match(subject, predicate, object));
  }

  /** How many quads match; Comunica plans its joins with this. */
  countQuads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): number {
    return this.#in(graph).match(subject, predicate, object).length;
  }

  /** The union of all graphs, every triple once, in the default graph. */
  union(): Triples {
    if (!this.#union) {
      this.#union = new Triples(this.#all.quads);
      // Whoever asks for all graphs as one seldom asks for them side by side.
      this.#all.release();
    }
    return this.#union;
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#all.quads[Symbol.iterator]();
  }

  #in(graph: Pattern): QuadIndex {
    if (!graph || graph.termType === 'Variable') return this.#all;
    if (graph.termType === 'DefaultGraph') return this.union().index;
    const name = termKey(graph);
    let index = this.#graphs.get(name);
    if (!index) {
      this.#byGraph ??= Map.groupBy(this.#all.quads, (quad) => termKey(quad.graph));
      const quads = this.#byGraph.get(name);
      if (!quads) return empty;
      index = new QuadIndex(tripleKey);
      for (const quad of quads) index.add(quad);
      this.#graphs.set(name, index);
    }
    return index;
  }
}

const empty = new QuadIndex(tripleKey);
