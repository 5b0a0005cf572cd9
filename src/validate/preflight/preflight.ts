import type { Term } from '@rdfjs/types';
import { termKey } from '../../graph/terms.ts';
import type { Loaded } from '../../project/load.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { isDeactivated } from '../targets.ts';
import { checkBounds } from './bounds.ts';
import { type Fault, nodeOf, problemOfFault } from './fault.ts';
import { checkImports } from './imports.ts';
import type { Honouring } from './known-terms.ts';
import { checkLists, checkPaths } from './lists-and-paths.ts';
import { checkCompany, checkKinds, checkRepetition, checkValues } from './parameters.ts';
import { mild } from './messages.ts';
import { checkPatterns } from './patterns.ts';
import { checkAnnotations, checkReach, checkReferences } from './reach.ts';
import { checkRecursion } from './recursion.ts';
import { readShapesGraph, sh, type ShapesGraph } from './shapes-graph.ts';
import { checkNamespaces, checkTerms } from './terms.ts';

export type { Honouring };

const checks: readonly ((shapes: ShapesGraph) => Iterable<Fault>)[] = [
  checkImports,
  checkValues,
  checkRepetition,
  checkCompany,
  checkKinds,
  checkLists,
  checkPaths,
  checkReferences,
  checkReach,
  checkRecursion,
  checkPatterns,
  checkBounds,
];

/**
 * Everything in shapes that would keep a pass from meaning that the data was checked, in the order of the
 * files: what is ill-formed (SHACL §3.4), what the engines ignore or cannot do, and what leads to nothing.
 * Where this finds nothing, the shapes mean the same to us as to the specification; a violation keeps them from being honoured.
 */
export function preflight(shapes: Loaded, honouring: Honouring): Problem[] {
  const graph = readShapesGraph(shapes);
  const faults: Fault[] = [
    ...checkTerms(graph, honouring),
    ...checkNamespaces(shapes.documents),
    ...checks.flatMap((check) => [...check(graph)]).filter(({ at }) => !isAnnotation(graph, nodeOf(at))),
    ...checkAnnotations(graph),
  ];
  const isActive = (shape: Term) => !isDeactivated(graph.graph, shape);
  if (faults.every(({ code }) => mild[code]) && ![...graph.shapes.values()].some(isActive))
    faults.push(...noShapes(shapes));
  return sortProblems(faults.map((fault) => problemOfFault('preflight', fault, shapes)));
}

const isAnnotation = ({ annotations }: ShapesGraph, node: Term | undefined): boolean =>
  node !== undefined && annotations.has(termKey(node));

/** That there are no shapes at all, in each file that was to have them. */
function noShapes({ documents }: Loaded): Fault[] {
  if (documents.length === 0) return [{ code: 'no-shapes', at: sh('Shape'), values: {} }];
  return documents.map(({ file, text }) => ({
    code: 'no-shapes',
    at: { file, line: 1, column: 1, excerpt: /^.*/.exec(text)![0], precision: 'token' },
    values: {},
  }));
}
