import type { Term } from '@rdfjs/types';
import { blankNode, termKey } from '../graph/terms.ts';

/**
 * Names for blank nodes in the order in which a report comes to them: a parser's own count goes on from
 * text to text, and would make two reports of the same data differ.
 */
export class BlankNames {
  readonly #stem: string;
  readonly #known = new Map<string, Term>();

  constructor(stem: string) {
    this.#stem = stem;
  }

  /** The term itself, or a blank node of the same new name each time. */
  of(term: Term): Term {
    if (term.termType !== 'BlankNode') return term;
    const key = termKey(term);
    let name = this.#known.get(key);
    if (!name) this.#known.set(key, (name = blankNode(`${this.#stem}${this.#known.size + 1}`)));
    return name;
  }

  /** An IRI, the text of a literal, or `_:` and a name. */
  textOf(term: Term): string {
    return term.termType === 'BlankNode' ? `_:${this.of(term).value}` : term.value;
  }
}
