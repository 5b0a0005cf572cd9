import { termKey, variable } from '../../graph/terms.ts';
import type { Dataset } from '../../graph/dataset.ts';
import type { Binding, Operation } from '../../query/algebra.ts';
import { evaluate, type Row, type Source } from '../../query/engine.ts';
import { answersRowByRow, insertValues } from './pre-binding.ts';
import { shapesGraph, type ShapeQuery } from './query.ts';

/** The data, with the shapes as a graph that is no part of the union. */
export function withShapesGraph(data: Dataset, shapes: Dataset): Source {
  const union = shapes.union();
  return {
    match: (subject, predicate, object, graph) =>
      graph?.equals(shapesGraph)
        ? union.match(subject, predicate, object)
        : data.match(subject, predicate, object, graph),
    countQuads: (subject, predicate, object, graph) =>
      graph?.equals(shapesGraph)
        ? union.match(subject, predicate, object).size
        : data.countQuads(subject, predicate, object, graph),
  };
}

/**
 * The solutions of a SELECT for rows of values: of all rows at once where that gives the same, else row by row.
 * @param rows values that differ from row to row; all rows have the same variables.
 * @param always values that hold for every row.
 */
export const select = (source: Source, query: ShapeQuery, rows: readonly Binding[], always: Binding) =>
  solve(source, query, query.operation, rows, always);

/** The rows of values for which an ASK is true. */
export async function ask(
  source: Source,
  query: ShapeQuery,
  rows: readonly Binding[],
  always: Binding,
): Promise<Binding[]> {
  const names = mentionedIn(query, rows[0] ?? {});
  const solutions = await solve(source, query, asSelect(query.operation, names), rows, always);
  const true_ = new Set(solutions.map((solution) => keyOf(solution, names)));
  return rows.filter((row) => true_.has(keyOf(row, names)));
}

async function solve(
  source: Source,
  query: ShapeQuery,
  operation: Operation,
  rows: readonly Binding[],
  always: Binding,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const differing = mentionedIn(query, rows[0]!);
  const names = mentionedIn(query, { ...always, ...rows[0] });
  const distinct = [...new Map(rows.map((row) => [keyOf(row, differing), { ...always, ...row }])).values()];
  const batches = answersRowByRow(operation, differing) ? [distinct] : distinct.map((row) => [row]);
  const solutions: Row[] = [];
  for (const batch of batches) {
    const found = await evaluate(insertValues(operation, names, batch), source, { path: query.node.value });
    if (found.form === 'SELECT') solutions.push(...found.rows);
  }
  return solutions;
}

const mentionedIn = ({ mentioned }: ShapeQuery, row: Binding) => mentioned.filter((name) => name in row);

const keyOf = (row: Binding, names: readonly string[]) => names.map((name) => termKey(row[name]!)).join('\n');

/** An ASK as a SELECT of the values for which it is true. */
function asSelect(operation: Operation, names: readonly string[]): Operation {
  if (operation.type === 'ask') {
    const variables = names.map((name) => variable(name));
    return { type: 'distinct', input: { type: 'project', input: operation.input, variables } };
  }
  return { ...operation, input: asSelect((operation as { input: Operation }).input, names) } as Operation;
}
