import type { NamedNode, Term } from '@rdfjs/types';
import { blankNode } from '../graph/terms.ts';

// Comunica gives the blank nodes of each source labels of their own, so that sources cannot mix them up, and
// takes a blank node for one of the source only where it carries the name below. The data is the first source.
const label = 'bc_0_';
const name = 'urn:comunica_skolem:source_0:';

/** A term as the engine knows it: a blank node of the data under the engine's label. */
export const toEngine = (term: Term): Term =>
  term.termType === 'BlankNode'
    ? Object.assign(blankNode(label + term.value), {
        skolemized: { termType: 'NamedNode', value: name + term.value },
      })
    : term;

/** A term of an answer as the data knows it; a blank node of another source keeps the engine's label. */
export function fromEngine(term: Term): Term {
  if (term.termType !== 'BlankNode' || !('skolemized' in term)) return term;
  const { value } = term.skolemized as NamedNode;
  return blankNode(value.startsWith(name) ? value.slice(name.length) : term.value);
}
