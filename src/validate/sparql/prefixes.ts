import type { Term } from '@rdfjs/types';
import { termKey } from '../../graph/terms.ts';
import type { Graph } from '../path.ts';
import { Refusal } from './refusal.ts';
import { owlImports, sh } from './terms.ts';

/**
 * The prefixes that a query may use, as SPARQL declares them: those that the values of `sh:prefixes` declare,
 * and all that these import within the shapes graph (SHACL §5.2.1).
 * @throws Refusal where two namespaces have one prefix, or a declaration misses one of the two.
 */
export function declaredPrefixes(shapes: Graph, query: Term): string {
  const sources = new Map<string, Term>();
  const found = new Map<string, string>();
  const objects = (node: Term, predicate: Term) =>
    [...shapes.match(node, predicate)].map(({ object }) => object);
  for (const ontology of objects(query, sh.prefixes)) sources.set(termKey(ontology), ontology);
  for (const ontology of sources.values()) {
    for (const imported of objects(ontology, owlImports)) sources.set(termKey(imported), imported);
    for (const declaration of objects(ontology, sh.declare)) {
      const prefix = objects(declaration, sh.prefix)[0]?.value;
      const namespace = objects(declaration, sh.namespace)[0]?.value;
      if (prefix === undefined || namespace === undefined)
        throw new Refusal(declaration, {
          nl: 'Een declaratie van een prefix heeft sh:prefix en sh:namespace nodig.',
          en: 'A declaration of a prefix needs sh:prefix and sh:namespace.',
        });
      if ((found.get(prefix) ?? namespace) !== namespace)
        throw new Refusal(declaration, {
          nl: `De prefix ${prefix} staat voor twee verschillende naamruimten.`,
          en: `The prefix ${prefix} stands for two different namespaces.`,
        });
      found.set(prefix, namespace);
    }
  }
  return [...found].map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}> `).join('');
}
