import type { Term } from '@rdfjs/types';
import type { Loaded } from '../../project/load.ts';
import type { Problem } from '../problem.ts';
import type { Target } from '../targets.ts';
import { type Fault, problemOfFault } from './fault.ts';
import { targetPredicates } from './known-terms.ts';
import { unreached } from './reach.ts';
import { readShapesGraph, sh, type ShapesGraph } from './shapes-graph.ts';

/**
 * The shapes that look at nothing: their target selects no node, or nothing leads to them.
 * @param lent files whose shapes may look at nothing.
 */
export function emptyTargets(
  shapes: Loaded,
  targets: readonly Target[],
  lent: ReadonlySet<string> = new Set(),
): Problem[] {
  const graph = readShapesGraph(shapes);
  const faults: Fault[] = [
    ...targets
      .filter(({ focusNodes }) => focusNodes.size === 0)
      .map(({ shape }) => fault(graph, 'empty-target', shape)),
    ...unreached(graph).map((shape) => fault(graph, 'no-target', shape)),
  ];
  return faults
    .map((each) => problemOfFault('target', each, shapes))
    .filter(({ file }) => file === undefined || !lent.has(file));
}

function fault({ graph, show }: ShapesGraph, code: Fault['code'], shape: Term): Fault {
  const [quad] = [...targetPredicates, 'target'].flatMap((name) => [...graph.match(shape, sh(name))]);
  return { code, at: quad ? { quad, part: 'object' } : shape, values: { shape: show(shape) } };
}
