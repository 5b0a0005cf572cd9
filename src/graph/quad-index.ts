import type { Quad, Term } from '@rdfjs/types';
import { termKey } from './terms.ts';

export type Pattern = Term | null | undefined;

/** What quads can be found in, without an object for each answer. */
export interface Findable {
  find(subject: Pattern, predicate: Pattern, object: Pattern): readonly Quad[];
}

/** What distinguishes the triples of one subject. */
export const tripleKey = ({ predicate, object }: Quad): string => `${termKey(predicate)} ${termKey(object)}`;

/** From how many quads on a subject is worth a set of its own to tell whether it has a quad already. */
const many = 16;

/** Quads, each once, found by subject, predicate or object; what distinguishes them is a key of the caller's. */
export class QuadIndex {
  readonly quads: Quad[] = [];
  readonly #keyOf: (quad: Quad) => string;
  #bySubject: Map<string, Quad[]> | undefined;
  readonly #keysOfBusySubjects = new Map<string, Set<string>>();
  #byPredicate: Map<string, Quad[]> | undefined;
  #byObject: Map<string, Quad[]> | undefined;
  /** By object, the quads of those predicates that were asked for with one. */
  #byPredicateObject = new Map<string, Map<string, Quad[]>>();

  /** @param keyOf two quads with the same subject and the same key are one. */
  constructor(keyOf: (quad: Quad) => string) {
    this.#keyOf = keyOf;
  }

  /** Adds a quad; false where it was there already. */
  add(quad: Quad): boolean {
    const subject = termKey(quad.subject);
    const bySubject = this.#subjects();
    const known = bySubject.get(subject);
    if (!known) bySubject.set(subject, [quad]);
    else if (this.#has(subject, known, quad)) return false;
    else known.push(quad);
    this.quads.push(quad);
    if (this.#byPredicate || this.#byObject) this.#forget();
    return true;
  }

  /** Gives back the room of all lists but the one of the quads: they are made again when somebody asks for them. */
  release(): void {
    this.#bySubject = undefined;
    this.#keysOfBusySubjects.clear();
    this.#forget();
  }

  #subjects(): Map<string, Quad[]> {
    return (this.#bySubject ??= group(this.quads, (q) => q.subject));
  }

  #forget(): void {
    this.#byPredicate = this.#byObject = undefined;
    this.#byPredicateObject.clear();
  }

  #has(subject: string, known: readonly Quad[], quad: Quad): boolean {
    if (known.length < many)
      return known.some(
        (other) => other.predicate.equals(quad.predicate) && this.#keyOf(other) === this.#keyOf(quad),
      );
    const key = this.#keyOf(quad);
    let keys = this.#keysOfBusySubjects.get(subject);
    if (!keys) this.#keysOfBusySubjects.set(subject, (keys = new Set(known.map(this.#keyOf))));
    if (keys.has(key)) return true;
    keys.add(key);
    return false;
  }

  /** Every quad with at most a subject, a predicate and an object: the shortest list that an index gives, then a filter. */
  match(subject: Pattern, predicate: Pattern, object: Pattern): readonly Quad[] {
    if (subject) {
      const found = this.#subjects().get(termKey(subject)) ?? none;
      if (!predicate && !object) return found;
      return found.filter(
        (q) => (!predicate || predicate.equals(q.predicate)) && (!object || object.equals(q.object)),
      );
    }
    if (predicate) {
      this.#byPredicate ??= group(this.quads, (q) => q.predicate);
      const key = termKey(predicate);
      const found = this.#byPredicate.get(key) ?? none;
      if (!object) return found;
      let byObject = this.#byPredicateObject.get(key);
      if (!byObject) this.#byPredicateObject.set(key, (byObject = group(found, (q) => q.object)));
      return byObject.get(termKey(object)) ?? none;
    }
    if (object) {
      this.#byObject ??= group(this.quads, (q) => q.object);
      return this.#byObject.get(termKey(object)) ?? none;
    }
    return this.quads;
  }
}

const none: readonly Quad[] = [];

function group(quads: readonly Quad[], part: (quad: Quad) => Term): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) {
    const name = termKey(part(quad));
    const members = groups.get(name);
    if (members) members.push(quad);
    else groups.set(name, [quad]);
  }
  return groups;
}
