import type { Quad, Term, Variable } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import { blankNode, quad as makeQuad } from '../graph/terms.ts';
import type { TriplePattern } from './algebra.ts';

/**
 * The triples that a template makes of solutions, each once (SPARQL 1.1 §16.2): a triple with a variable that has
 * no value, or with a term in a place where RDF has none, is left out; a blank node of the template is a new one
 * for each solution.
 */
export class Instances {
  readonly #template: readonly TriplePattern[];
  readonly #made = new Dataset();

  constructor(template: readonly TriplePattern[]) {
    this.#template = template;
  }

  /** Adds what a solution makes; solutions are not kept. */
  add(valueIn: (variable: Variable) => Term | undefined): void {
    const fresh = new Map<string, Term>();
    const valueOf = (term: Term): Term | undefined => {
      if (term.termType === 'Variable') return valueIn(term);
      if (term.termType !== 'BlankNode') return term;
      let node = fresh.get(term.value);
      if (!node) fresh.set(term.value, (node = blankNode()));
      return node;
    };
    for (const pattern of this.#template) {
      const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map(valueOf);
      if (!subject || !object || subject.termType === 'Literal' || predicate?.termType !== 'NamedNode')
        continue;
      this.#made.add(makeQuad(subject as never, predicate, object as never));
    }
  }

  get quads(): Quad[] {
    return [...this.#made];
  }
}
