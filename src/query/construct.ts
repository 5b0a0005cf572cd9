import type { Quad, Term } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import { blankNode, quad as makeQuad } from '../graph/terms.ts';
import type { TriplePattern } from './algebra.ts';
import type { Row } from './answer.ts';

/**
 * The triples that a template makes of solutions, each once (SPARQL 1.1 §16.2): a triple with a variable that has
 * no value, or with a term in a place where RDF has none, is left out; a blank node of the template is a new one
 * for each solution.
 */
export function instantiate(template: readonly TriplePattern[], rows: readonly Row[]): Quad[] {
  const made = new Dataset();
  for (const row of rows) {
    const fresh = new Map<string, Term>();
    const valueOf = (term: Term): Term | undefined => {
      if (term.termType === 'Variable') return row[term.value];
      if (term.termType !== 'BlankNode') return term;
      let node = fresh.get(term.value);
      if (!node) fresh.set(term.value, (node = blankNode()));
      return node;
    };
    for (const pattern of template) {
      const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map(valueOf);
      if (!subject || !object || subject.termType === 'Literal' || predicate?.termType !== 'NamedNode')
        continue;
      made.add(makeQuad(subject as never, predicate, object as never));
    }
  }
  return [...made];
}
