import { vocabulary } from '../../graph/terms.ts';
import type { Fault } from './fault.ts';
import type { ShapesGraph } from './shapes-graph.ts';

const { owl, rdf } = vocabulary;

/**
 * Imports of what was not read. Nothing is ever fetched: an import is there when the files that were read
 * say of it that it is an owl:Ontology, or the version of one.
 */
export function* checkImports({ graph, show }: ShapesGraph): Iterable<Fault> {
  for (const quad of graph.match(null, owl.imports)) {
    const isHere =
      graph.match(quad.object, rdf.type, owl.ontology).size > 0 ||
      graph.match(null, owl.versionIri, quad.object).size > 0;
    if (!isHere)
      yield { code: 'import-not-local', at: { quad, part: 'object' }, values: { iri: show(quad.object) } };
  }
}
