import { Dataset } from '../../graph/dataset.ts';
import { quad, vocabulary } from '../../graph/terms.ts';
import type { Selected } from '../targets.ts';
import { owlImports, sh } from './terms.ts';

/**
 * The shapes for an engine that knows SHACL Core only: with the nodes that SPARQL targets select as
 * `sh:targetNode`, and without what it would throw on: `sh:sparql`, and imports of what is already there.
 */
export function coreOnly(shapes: Dataset, selected: readonly Selected[] = []): Dataset {
  const core = new Dataset(
    [...shapes].filter(
      ({ predicate, object }) =>
        !predicate.equals(sh.sparql) && !(predicate.equals(owlImports) && shapes.match(object).size > 0),
    ),
  );
  for (const { shape, focusNodes } of selected)
    for (const node of focusNodes) core.add(quad(shape as never, vocabulary.sh.targetNode, node as never));
  return core;
}

/** Whether anything in a shapes graph is written in SPARQL, rightly or not. */
export const mentionsSparql = (shapes: Dataset): boolean =>
  [sh.sparql, sh.target, sh.select, sh.ask, sh.validator, sh.nodeValidator, sh.propertyValidator].some(
    (predicate) => shapes.match(null, predicate).size > 0,
  ) || shapes.match(null, vocabulary.rdf.type, sh.ConstraintComponent).size > 0;
