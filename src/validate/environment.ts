import type { BlankNode, DatasetCore, Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import {
  blankNode,
  defaultGraph,
  iri,
  literal,
  namedNode,
  quad,
  termKey,
  variable,
  vocabulary,
} from '../graph/terms.ts';
import { withSubclasses } from './targets.ts';
import { correctedValidators } from './validators.ts';

const { first, rest, nil } = vocabulary.rdf;

type Selection = Term | Pointer | Iterable<Term | Pointer> | null | undefined;

/**
 * The part of clownface that rdf-validate-shacl uses, over our dataset and without an object a step.
 * The engine's own environment takes most of its time; this one makes it several times as fast.
 */
class Pointer {
  readonly dataset: DatasetCore;
  readonly terms: readonly Term[];

  constructor(dataset: DatasetCore, terms: readonly Term[]) {
    this.dataset = dataset;
    this.terms = terms;
  }

  get term(): Term | undefined {
    return this.terms.length === 1 ? this.terms[0] : undefined;
  }

  get value(): string | undefined {
    return this.term?.value;
  }

  node(selection: Selection): Pointer {
    return new Pointer(this.dataset, toTerms(selection));
  }

  blankNode(): Pointer {
    return new Pointer(this.dataset, [blankNode()]);
  }

  out(predicates?: Selection): Pointer {
    const found: Term[] = [];
    for (const term of this.terms)
      for (const predicate of along(predicates))
        for (const { object } of this.dataset.match(term, predicate)) found.push(object);
    return new Pointer(this.dataset, found);
  }

  in(predicates?: Selection): Pointer {
    if (predicates === subClassOf) return new Subclasses(this.dataset, this.term!);
    const found: Term[] = [];
    for (const term of this.terms)
      for (const predicate of along(predicates))
        for (const { subject } of this.dataset.match(null, predicate, term)) found.push(subject);
    return new Pointer(this.dataset, found);
  }

  addOut(predicates: Selection, objects: Selection): this {
    for (const subject of this.terms)
      for (const predicate of toTerms(predicates))
        for (const object of toTerms(objects))
          this.dataset.add(quad(subject as NamedNode, predicate as NamedNode, object as NamedNode));
    return this;
  }

  list(): Iterator<Pointer> | null {
    if (!this.term) return null;
    const members: Pointer[] = [];
    for (let cell: Term | undefined = this.term; cell && !cell.equals(nil);) {
      const value = one(this.dataset.match(cell, first))?.object;
      if (!value && members.length === 0) return null;
      if (value) members.push(new Pointer(this.dataset, [value]));
      cell = one(this.dataset.match(cell, rest))?.object;
    }
    return members[Symbol.iterator]() as Iterator<Pointer>;
  }

  toArray(): Pointer[] {
    return this.terms.map((term) => new Pointer(this.dataset, [term]));
  }

  map<T>(change: (pointer: Pointer) => T): T[] {
    return this.toArray().map(change);
  }

  forEach(visit: (pointer: Pointer) => void): this {
    this.toArray().forEach(visit);
    return this;
  }

  filter(keep: (pointer: Pointer) => boolean): Pointer {
    return new Pointer(
      this.dataset,
      this.toArray()
        .filter(keep)
        .map((pointer) => pointer.term!),
    );
  }

  [Symbol.iterator](): Iterator<Pointer> {
    return this.toArray()[Symbol.iterator]();
  }
}

/**
 * `rdfs:subClassOf` as the engine itself names it. With it the engine goes down from class to class by calling itself,
 * which comes to no end where classes stand in a circle; a path of a shape over that property is another object.
 */
const subClassOf = namedNode(vocabulary.rdfs.subClassOf.value);

/** Every class below a class at once; the engine, which would go on from each, finds none to go on from. */
class Subclasses extends Pointer {
  constructor(dataset: DatasetCore, type: Term) {
    super(dataset, withSubclasses(dataset as Dataset, type).slice(1));
  }

  override toArray(): Pointer[] {
    return [];
  }
}

const anything: readonly null[] = [null];

/** The predicates to follow; every one where none is named. */
const along = (predicates: Selection): readonly (Term | null)[] =>
  predicates ? toTerms(predicates) : anything;

function toTerms(selection: Selection): readonly Term[] {
  if (!selection) return [];
  if (selection instanceof Pointer) return selection.terms;
  if ('termType' in selection) return [selection];
  return [...selection].flatMap((each) => (each instanceof Pointer ? [...each.terms] : [each]));
}

const one = (quads: Iterable<Quad>): Quad | undefined => [...quads][0];

/** A map from terms; the engine keeps parameters and validators in it. */
class TermMap<T> {
  readonly #entries = new Map<string, T>();

  constructor(entries: Iterable<readonly [Term, T]> = []) {
    for (const [term, value] of entries) this.#entries.set(termKey(term), value);
  }

  get(term: Term): T | undefined {
    return this.#entries.get(termKey(term));
  }

  has(term: Term): boolean {
    return this.#entries.has(termKey(term));
  }
}

/** A validator of the engine with what it does wrong put right; anything else as it is. */
function corrected<T>(component: Term, validator: T): T {
  const validate = correctedValidators.get(component.value);
  return validate ? { ...validator, validate } : validator;
}

/** What rdf-validate-shacl takes as its `factory`. */
export const environment = {
  namedNode: (value: string) => (value === subClassOf.value ? subClassOf : iri(value)),
  blankNode: (label?: string): BlankNode => blankNode(label),
  literal: (value: string, tag?: string | NamedNode): Literal => literal(value, tag),
  quad,
  defaultGraph,
  variable,
  dataset: (quads?: Iterable<Quad>) => new Dataset(quads),
  // The engine keeps its validators in one of these.
  termMap: <T>(entries: Iterable<readonly [Term, T]> = []) =>
    new TermMap([...entries].map(([term, value]) => [term, corrected(term, value)] as const)),
  clownface: ({ dataset = new Dataset(), term }: { dataset?: DatasetCore; term?: Term } = {}) =>
    new Pointer(dataset, term ? [term] : []),
};
