import type { Term } from '@rdfjs/types';
import { termKey, vocabulary } from '../../graph/terms.ts';
import { isDeactivated, isImplicitClass } from '../targets.ts';
import type { Fault } from './fault.ts';
import { descriptions, shaclName } from './known-terms.ts';
import { isPropertyShape, listsOfShapes, sh, type ShapesGraph } from './shapes-graph.ts';

/** References to shapes of which nothing is said: everything conforms to such a one. */
export function* checkReferences({ shapes, references, show }: ShapesGraph): Iterable<Fault> {
  for (const { to, quad } of references)
    if (to.termType !== 'Literal' && !shapes.has(termKey(to)))
      yield { code: 'undefined-shape', at: { quad, part: 'object' }, values: { shape: show(to) } };
}

/**
 * Shapes that look at nodes and demand nothing of them; and, where no shape looks at any, those that
 * nothing leads to: then nothing would be checked.
 */
export function* checkReach(shapes: ShapesGraph): Iterable<Fault> {
  const { graph, show } = shapes;
  const active = [...shapes.shapes.values()].filter((shape) => !isDeactivated(graph, shape));
  if (!active.some((shape) => isTargeted(shapes, shape)))
    for (const shape of unreached(shapes))
      yield { code: 'no-target', at: shape, values: { shape: show(shape) } };
  for (const shape of active) {
    if (hasTarget(shapes, shape) && !demandsAnything(shapes, shape) && !isPropertyShape(shapes, shape))
      yield { code: 'no-constraints', at: shape, values: { shape: show(shape) } };
  }
}

/** What annotations demand in terms of SHACL: nothing checks it, and nothing was to. */
export function* checkAnnotations(shapes: ShapesGraph): Iterable<Fault> {
  const { graph, annotations } = shapes;
  for (const quad of graph) {
    const { predicate, object } = quad;
    const isOne = annotations.has(termKey(object)) && shaclName(predicate.value) === undefined;
    if (isOne && demandsAnything(shapes, object))
      yield { code: 'annotation', at: { quad, part: 'object' }, values: {} };
  }
}

/** Shapes that have no target, and that no other refers to; those that are switched off are left out. */
export function unreached(shapes: ShapesGraph): Term[] {
  const { graph } = shapes;
  const referred = new Set(shapes.references.map(({ to }) => termKey(to)));
  // What stands where a list of shapes is to be is a fault of its own.
  for (const parameter of listsOfShapes)
    for (const { object } of graph.match(null, sh(parameter))) referred.add(termKey(object));
  return [...shapes.shapes]
    .filter(
      ([key, shape]) =>
        !referred.has(key) &&
        !isTargeted(shapes, shape) &&
        !isDeactivated(graph, shape) &&
        !isParameter(shapes, shape),
    )
    .map(([, shape]) => shape);
}

const isTargeted = (shapes: ShapesGraph, shape: Term): boolean =>
  hasTarget(shapes, shape) || isImplicitClass(shapes.graph, shape);

/** Whether a shape names a target; one that is misspelt is a fault of its own. */
const hasTarget = ({ graph }: ShapesGraph, shape: Term): boolean =>
  [...graph.match(shape)].some(({ predicate }) => shaclName(predicate.value)?.startsWith('target'));

/** Whether a node has a parameter of a component, or anything else of SHACL that does not only describe. */
export const demandsAnything = ({ graph, parameters }: ShapesGraph, node: Term): boolean =>
  [...graph.match(node)].some(
    ({ predicate }) => parameters.has(predicate.value) || isDemand(shaclName(predicate.value)),
  );

const isDemand = (name: string | undefined): boolean =>
  name !== undefined && !name.startsWith('target') && !descriptions.includes(name);

/** The parameter of a custom component or function: a property shape that stands apart (SHACL §6.2.1). */
const isParameter = ({ graph }: ShapesGraph, node: Term): boolean =>
  graph.match(null, sh('parameter'), node).size > 0 ||
  graph.match(node, vocabulary.rdf.type, sh('Parameter')).size > 0;
