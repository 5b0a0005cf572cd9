import type { Term } from '@rdfjs/types';
import type { Graph } from './path.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { vocabulary } from '../graph/terms.ts';

/** The names of a node, by language: its preferred labels, else its labels; undefined where it has none. */
export function namesOf(dataset: Graph, node: Term): LanguageMap | undefined {
  if (node.termType === 'Literal') return undefined;
  for (const property of [vocabulary.skos.prefLabel, vocabulary.rdfs.label]) {
    const labels = [...dataset.match(node, property)].flatMap(({ object }) =>
      object.termType === 'Literal' ? [[object.language || 'en', object.value] as const] : [],
    );
    if (labels.length > 0) return Object.fromEntries(labels);
  }
  return undefined;
}
