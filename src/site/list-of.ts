import type { Term } from '@rdfjs/types';
import type { Model } from './model.ts';

/** The members of an RDF list, in order; none of what is no list. */
export function listOf(model: Model, list: Term): Term[] {
  const members: Term[] = [];
  const seen = new Set<string>();
  for (
    let node: Term | undefined = list;
    node && !seen.has(node.value);
    node = model.value(node, 'rdf:rest')
  ) {
    seen.add(node.value);
    const first = model.value(node, 'rdf:first');
    if (first) members.push(first);
  }
  return members;
}
