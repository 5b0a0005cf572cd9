import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../../graph/language-map.ts';

/** Something in a shapes graph that asks for SPARQL in a way that cannot be honoured. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The node of the shapes graph that asks it. */
  readonly node: Term;
  readonly why: LanguageMap;

  constructor(node: Term, why: { readonly nl: string; readonly en: string }) {
    super(why.en);
    this.node = node;
    this.why = why;
  }
}
