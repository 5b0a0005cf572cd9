import type { DatasetCore, Quad, Term } from '@rdfjs/types';
import { defaultGraph, quad as makeQuad, termKey } from './terms.ts';

type Pattern = Term | null | undefined;

/** The triples of one graph, each once, found by subject, predicate or object. */
class Triples {
  readonly quads: Quad[] = [];
  readonly #bySubject = new Map<string, Quad[]>();
  #byPredicate: Map<string, Quad[]> | undefined;
  #byObject: Map<string, Quad[]> | undefined;
  #byPredicateObject: Map<string, Quad[]> | undefined;

  add(quad: Quad): boolean {
    const subject = termKey(quad.subject);
    const known = this.#bySubject.get(subject);
    if (known?.some((other) => other.predicate.equals(quad.predicate) && other.object.equals(quad.object)))
      return false;
    if (known) known.push(quad);
    else this.#bySubject.set(subject, [quad]);
    this.quads.push(quad);
    this.#byPredicate = this.#byObject = this.#byPredicateObject = undefined;
    return true;
  }

  /** At most `subject`, `predicate` and `object`; the shortest list that an index gives, then a filter. */
  match(subject: Pattern, predicate: Pattern, object: Pattern): readonly Quad[] {
    if (subject) {
      const found = this.#bySubject.get(termKey(subject)) ?? [];
      if (!predicate && !object) return found;
      return found.filter(
        (q) => (!predicate || predicate.equals(q.predicate)) && (!object || object.equals(q.object)),
      );
    }
    if (predicate && object) {
      this.#byPredicateObject ??= group(this.quads, pairKey);
      return this.#byPredicateObject.get(`${termKey(predicate)} ${termKey(object)}`) ?? [];
    }
    if (predicate) {
      this.#byPredicate ??= group(this.quads, (q) => termKey(q.predicate));
      return this.#byPredicate.get(termKey(predicate)) ?? [];
    }
    if (object) {
      this.#byObject ??= group(this.quads, (q) => termKey(q.object));
      return this.#byObject.get(termKey(object)) ?? [];
    }
    return this.quads;
  }
}

const pairKey = (quad: Quad) => `${termKey(quad.predicate)} ${termKey(quad.object)}`;

function group(quads: readonly Quad[], key: (quad: Quad) => string): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) {
    const name = key(quad);
    const members = groups.get(name);
    if (members) members.push(quad);
    else groups.set(name, [quad]);
  }
  return groups;
}

/**
 * All quads of a project: an RDF/JS DatasetCore that Comunica accepts as a source.
 *
 * Its default graph is the **union of all graphs, each triple once**: that is what a query sees
 * without GRAPH and what shapes validate. Iterating gives the quads as they were added.
 */
export class Dataset implements DatasetCore {
  readonly #graphs = new Map<string, Triples>();
  #union: Triples | undefined;

  constructor(quads: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad);
  }

  get size(): number {
    let size = 0;
    for (const triples of this.#graphs.values()) size += triples.quads.length;
    return size;
  }

  add(quad: Quad): this {
    const name = termKey(quad.graph);
    let triples = this.#graphs.get(name);
    if (!triples) this.#graphs.set(name, (triples = new Triples()));
    if (triples.add(quad)) this.#union = undefined;
    return this;
  }

  delete(): never {
    throw new Error('A dataset only grows; make a new one from the quads to keep.');
  }

  has(quad: Quad): boolean {
    return this.#select(quad.graph).some(
      (triples) => triples.match(quad.subject, quad.predicate, quad.object).length > 0,
    );
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Matches {
    const parts = this.#select(graph).map((triples) => triples.match(subject, predicate, object));
    return new Matches(parts.length === 1 ? parts[0]! : parts.flat());
  }

  /** How many quads match; Comunica plans its joins with this. */
  countQuads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): number {
    return this.#select(graph).reduce(
      (sum, triples) => sum + triples.match(subject, predicate, object).length,
      0,
    );
  }

  /** The union of all graphs as a dataset of its own, every triple once, in the default graph. */
  union(): Matches {
    return new Matches(this.#unionTriples().quads);
  }

  *[Symbol.iterator](): Iterator<Quad> {
    for (const triples of this.#graphs.values()) yield* triples.quads;
  }

  #select(graph: Pattern): readonly Triples[] {
    if (!graph || graph.termType === 'Variable') return [...this.#graphs.values()];
    if (graph.termType === 'DefaultGraph') return [this.#unionTriples()];
    const triples = this.#graphs.get(termKey(graph));
    return triples ? [triples] : [];
  }

  #unionTriples(): Triples {
    if (this.#union) return this.#union;
    const union = new Triples();
    for (const quad of this)
      union.add(
        quad.graph.termType === 'DefaultGraph'
          ? quad
          : makeQuad(quad.subject as never, quad.predicate as never, quad.object as never, defaultGraph()),
      );
    return (this.#union = union);
  }
}

/** The answer to a match: the quads themselves, and a dataset as soon as somebody treats it as one. */
export class Matches implements DatasetCore {
  readonly #quads: readonly Quad[];
  #dataset: Dataset | undefined;

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
  }

  get size(): number {
    return this.#dataset?.size ?? this.#quads.length;
  }

  add(quad: Quad): this {
    this.#whole().add(quad);
    return this;
  }

  delete(): never {
    return this.#whole().delete();
  }

  has(quad: Quad): boolean {
    return this.#whole().has(quad);
  }

  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Matches {
    return this.#whole().match(subject, predicate, object, graph);
  }

  [Symbol.iterator](): Iterator<Quad> {
    return (this.#dataset ?? this.#quads)[Symbol.iterator]();
  }

  #whole(): Dataset {
    return (this.#dataset ??= new Dataset(this.#quads));
  }
}
