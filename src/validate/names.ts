import type { Term } from '@rdfjs/types';
import type { Graph } from './path.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { vocabulary } from '../graph/terms.ts';

/** The names of a node, by language: its preferred labels, else its labels; undefined where it has none. */
export function namesOf(dataset: Graph, node: Term): LanguageMap | undefined {
  if (node.termType === 'Literal') return undefined;
  return textsOf(dataset, node, vocabulary.skos.prefLabel) ?? textsOf(dataset, node, vocabulary.rdfs.label);
}

/** The texts that a property gives a node, by language, those without one as English; undefined where there is none. */
export function textsOf(dataset: Graph, node: Term, property: Term): LanguageMap | undefined {
  const texts = [...dataset.match(node, property)].flatMap(({ object }) =>
    object.termType === 'Literal' ? [[object.language || 'en', object.value] as const] : [],
  );
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

/** Messages by language; those without one count as English. */
export function messages(terms: readonly Term[]): LanguageMap {
  return Object.fromEntries(
    terms.map((term) => [(term.termType === 'Literal' && term.language) || 'en', term.value] as const),
  );
}
