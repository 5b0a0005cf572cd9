import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import type { Language } from '../graph/language-map.ts';
import { iri } from '../graph/terms.ts';
import type { Triples } from '../graph/triples.ts';
import { type Address, addressOf } from './addresses.ts';
import { type Kind, kindOfClass } from './kinds.ts';
import { term, type TermName } from './terms.ts';

/** A text with the language that it is in, where that is known. */
export interface Text {
  readonly text: string;
  readonly language?: string | undefined;
}

const type = term('rdf:type');
const names = [term('skos:prefLabel'), term('rdfs:label')];
const otherNames = [term('schema:name'), term('dcterms:title')];

/** The graph as pages ask it: what a thing is, is called, says and has said of it. */
export class Model {
  readonly base: string;
  readonly #dataset: Dataset;
  readonly #graph: Triples;
  readonly #kinds = new Map<string, Kind>();
  readonly #labels = new Map<string, ReadonlyMap<string, Text>>();
  readonly #addresses = new Map<string, Address | undefined>();
  readonly #enrichment: NamedNode;

  constructor(dataset: Dataset, base: string) {
    this.#dataset = dataset;
    this.#graph = dataset.union();
    this.base = base;
    this.#enrichment = iri(`${base}graph/enrichment`);
  }

  /** Every triple. */
  get triples(): Triples {
    return this.#graph;
  }

  /** What is said of a thing, or what one property says. */
  out(node: Term, property?: TermName): readonly Quad[] {
    return this.#graph.find(node, property ? term(property) : null, null);
  }

  /** What is said with a thing as object. */
  into(node: Term, property?: TermName): readonly Quad[] {
    return this.#graph.find(null, property ? term(property) : null, node);
  }

  /** The values of a property. */
  values(node: Term, property: TermName): Term[] {
    return this.out(node, property).map(({ object }) => object);
  }

  /** The first value of a property. */
  value(node: Term, property: TermName): Term | undefined {
    return this.out(node, property)[0]?.object;
  }

  /** The things of which a property says this one. */
  subjects(property: TermName, object: Term): Term[] {
    return this.into(object, property).map(({ subject }) => subject);
  }

  /** The instances of a class, by IRI. */
  instances(name: TermName): Term[] {
    return this.subjects('rdf:type', term(name)).sort((a, b) => (a.value < b.value ? -1 : 1));
  }

  isA(node: Term, name: TermName): boolean {
    return this.#graph.find(node, type, term(name)).length > 0;
  }

  kind(node: Term): Kind {
    let kind = this.#kinds.get(node.value);
    if (!kind) {
      const classes = new Set(this.#graph.find(node, type, null).map(({ object }) => object.value));
      kind = kindOfClass.find(([name]) => classes.has(term(name).value))?.[1] ?? 'thing';
      this.#kinds.set(node.value, kind);
    }
    return kind;
  }

  /** What a thing is called in a language, else in another; undefined where nobody has named it. */
  label(node: Term, language: Language): Text | undefined {
    const labels = this.labels(node);
    return labels.get(language) ?? labels.values().next().value;
  }

  /** All that a thing is called, a name for each language. */
  labels(node: Term): ReadonlyMap<string, Text> {
    let labels = this.#labels.get(node.value);
    if (!labels) this.#labels.set(node.value, (labels = this.#namesOf(node)));
    return labels;
  }

  #namesOf(node: Term): ReadonlyMap<string, Text> {
    for (const properties of [names, otherNames]) {
      const found = properties
        .flatMap((property) => this.#graph.find(node, property, null))
        .flatMap(({ object }) => (object.termType === 'Literal' ? [object] : []));
      if (found.length === 0) continue;
      // Where there are two in a language, the choice must not depend on the order of files.
      found.sort((a, b) => (a.value < b.value ? 1 : -1));
      return new Map(
        found.map(({ value, language }) => [language, { text: value, language: language || undefined }]),
      );
    }
    return new Map();
  }

  /** Where the site shows a thing; undefined where it does not. */
  address(node: Term): Address | undefined {
    if (node.termType !== 'NamedNode') return undefined;
    let address = this.#addresses.get(node.value);
    if (address === undefined && !this.#addresses.has(node.value)) {
      address = this.#isOwn(node) ? addressOf(node.value, this.base) : undefined;
      this.#addresses.set(node.value, address);
    }
    return address;
  }

  /** A page is shown of what is described here or pointed at from here, so that no IRI of ours leads nowhere. */
  #isOwn(node: Term): boolean {
    return node.value.startsWith(this.base);
  }

  /** Whether only a source outside the report says so. */
  isFromOutside(quad: Quad): boolean {
    const { subject, predicate, object } = quad;
    return this.#dataset.countQuads(subject, predicate, object, this.#enrichment) > 0;
  }

  /** The graphs that say something of a thing. */
  graphsOf(node: Term): Term[] {
    const graphs = new Map([...this.#dataset.match(node)].map(({ graph }) => [graph.value, graph]));
    return [...graphs.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
  }
}
