import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import type { Dataset } from '../../graph/dataset.ts';
import type { Source } from '../../query/engine.ts';
import type { Graph } from '../path.ts';
import { ask, select } from './answer.ts';
import type { Constraint } from './constraint.ts';
import { valuesAlong } from '../path-values.ts';
import { shapesGraph } from './source.ts';
import { resultOf, type SparqlResult } from './results.ts';

/** What a constraint is evaluated over. */
export interface Setting {
  readonly shapes: Dataset;
  /** The data, in which paths are followed. */
  readonly data: Graph;
  /** The data, and the shapes as a graph beside it. */
  readonly source: Source;
}

/**
 * What a constraint finds wrong with focus nodes: one query for all of them where that gives the same.
 * @throws Failure 4 where a solution has a true `?failure` (SHACL §5.3.2).
 */
export async function evaluateConstraint(
  { shapes, data, source }: Setting,
  constraint: Constraint,
  focusNodes: readonly Term[],
): Promise<SparqlResult[]> {
  const { query, shape, path } = constraint;
  const always = { ...constraint.parameters, currentShape: shape, shapesGraph };
  if (query.form === 'ask') {
    const rows = focusNodes.flatMap((node) =>
      (path ? valuesAlong(data, node, path) : [node]).map((value) => ({ this: node, value })),
    );
    const conforming = new Set(await ask(source, query, rows, always));
    return rows.filter((row) => !conforming.has(row)).map((row) => resultOf(shapes, constraint, row));
  }
  const rows = focusNodes.map((node) => ({ this: node }));
  const solutions = await select(source, query, rows, always);
  const failure = solutions.find((solution) => solution['failure']?.value === 'true');
  if (failure)
    throw new Failure(
      exit.unsupported,
      `A constraint of ${shape.value} could not be evaluated for ${failure['this']!.value}`,
      { hint: 'Its query says so with ?failure.' },
    );
  return solutions.map((solution) => resultOf(shapes, constraint, solution));
}
