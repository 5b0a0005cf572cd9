import type { Quad, Term } from '@rdfjs/types';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';

const namespaces: Readonly<Record<string, string>> = {
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vann: 'http://purl.org/vocab/vann/',
};

/** `owl:Class` → its IRI. */
export function named(name: string): string {
  const [prefix, local] = name.split(':') as [string, string];
  return namespaces[prefix] + local;
}

/** An ontology as the rules look at it: terms are IRIs, properties are written with a prefix. */
export class Ontology {
  readonly quads: readonly Quad[];
  readonly namespace: string;
  readonly classes: readonly string[];
  readonly properties: readonly string[];
  readonly #dataset: Dataset;

  constructor(quads: readonly Quad[], namespace: string) {
    this.quads = quads;
    this.namespace = namespace;
    this.#dataset = new Dataset(quads);
    this.classes = this.instances('owl:Class').filter((term) => this.isOwn(term));
    this.properties = ['owl:ObjectProperty', 'owl:DatatypeProperty'].flatMap((kind) =>
      this.instances(kind).filter((term) => this.isOwn(term)),
    );
  }

  /** Classes and properties of the ontology itself. */
  get terms(): readonly string[] {
    return [...this.classes, ...this.properties];
  }

  isOwn(term: string): boolean {
    return term.startsWith(this.namespace);
  }

  /** What follows the namespace of a term of its own; the whole IRI of any other. */
  short(term: string): string {
    return this.isOwn(term) ? term.slice(this.namespace.length) : term;
  }

  /** The IRIs that have the type. */
  instances(type: string): string[] {
    return this.pairs('rdf:type')
      .filter(([subject, object]) => subject.termType === 'NamedNode' && object.value === named(type))
      .map(([subject]) => subject.value);
  }

  is(term: string, type: string): boolean {
    return this.objects(term, 'rdf:type').some(({ value }) => value === named(type));
  }

  objects(subject: string | Term, property: string): Term[] {
    const term = typeof subject === 'string' ? iri(subject) : subject;
    return [...this.#dataset.match(term, iri(named(property)))].map(({ object }) => object);
  }

  /** The IRIs that the property gives a term. */
  links(subject: string, property: string): string[] {
    return this.objects(subject, property)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  }

  pairs(property: string): [Term, Term][] {
    return [...this.#dataset.match(null, iri(named(property)))].map(({ subject, object }) => [
      subject,
      object,
    ]);
  }

  /** The members of an RDF list. */
  list(head: Term): Term[] {
    if (head.equals(vocabulary.rdf.nil)) return [];
    const [rest] = this.objects(head, 'rdf:rest');
    return [...this.objects(head, 'rdf:first'), ...(rest ? this.list(rest) : [])];
  }

  /** The classes that a domain or range names: itself, or the members of a union. */
  classesOf(property: string, side: 'rdfs:domain' | 'rdfs:range'): string[] {
    return this.objects(property, side)
      .flatMap((term) => {
        const [union] = this.objects(term, 'owl:unionOf');
        return union ? this.list(union) : [term];
      })
      .map(({ value }) => value)
      .sort();
  }

  /** Every term that can be reached over the property in one step or more. */
  above(term: string, property: string, seen = new Set<string>()): ReadonlySet<string> {
    for (const next of this.links(term, property))
      if (!seen.has(next)) this.above(next, property, seen.add(next));
    return seen;
  }

  /** Labels or definitions by language. */
  texts(term: string, property: string): { language: string; text: string }[] {
    return this.objects(term, property).map((object) => ({
      language: object.termType === 'Literal' ? object.language : '',
      text: object.value,
    }));
  }

  areDisjoint(one: string, other: string): boolean {
    if (this.links(one, 'owl:disjointWith').includes(other)) return true;
    if (this.links(other, 'owl:disjointWith').includes(one)) return true;
    return this.pairs('owl:members').some(([, head]) => {
      const members = this.list(head).map(({ value }) => value);
      return members.includes(one) && members.includes(other);
    });
  }
}

/** Finds the terms that break a rule. */
export type Rule = (ontology: Ontology) => string[];
