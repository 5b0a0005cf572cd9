import type { Term } from '@rdfjs/types';
import { iri, termKey } from '../graph/terms.ts';
import { solve } from './join.ts';
import { listedPairs } from './listed-pairs.ts';
import type { Relation, Relations } from './relation.ts';
import type { Solution, Source } from './solutions.ts';
import { certainVariables, type Operation, variablesOf } from './source-algebra.ts';

/** A SELECT inside a query (SPARQL 1.1 §12), as far as a dataset answers it by itself. */
export interface SubQuery {
  readonly operation: Operation;
  /** The variables that it shows. */
  readonly variables: readonly string[];
  readonly isDistinct: boolean;
}

/** Whether every solution of a sub-query has a value for each variable that it shows: what a relation needs. */
export function isWhole({ operation, variables }: SubQuery): boolean {
  const certain = certainVariables(operation);
  return variables.length > 0 && variables.every((name) => certain.has(name));
}

/**
 * The solutions of a sub-query as relations, found once, when the first is asked for: of one or two variables as pairs of
 * their values, of more as columns, each between a solution and the value of a variable.
 */
export function relationsOf(query: SubQuery, relations: Relations): readonly Relation[] {
  let known: { source: Source; rows: readonly Solution[] } | undefined;
  const rows = (source: Source): readonly Solution[] => {
    if (known?.source !== source) known = { source, rows: solutionsOf(query, source, relations) };
    return known.rows;
  };
  const { length } = query.variables;
  if (length <= 2) return [found(rows, (row) => [row[0]!, row[length - 1]!])];
  return query.variables.map((_, column) =>
    found(rows, (row, number) => [iri(`row ${number}`), row[column]!]),
  );
}

function solutionsOf({ operation, variables, isDistinct }: SubQuery, source: Source, relations: Relations) {
  const shown = variables.map((name) => variablesOf(operation).indexOf(name));
  const rows: Solution[] = [];
  const seen = new Set<string>();
  for (const solution of solve(source, operation, relations).solutions) {
    const row = shown.map((number) => solution[number]);
    if (isDistinct) {
      const key = row.map((term) => termKey(term!)).join('\u0000');
      if (seen.has(key)) continue;
      seen.add(key);
    }
    rows.push(row);
  }
  return rows;
}

/** A relation that is listed when it is first asked. */
function found(
  rows: (source: Source) => readonly Solution[],
  pair: (row: Solution, number: number) => readonly [Term, Term],
): Relation {
  let listed: Relation | undefined;
  const list = (source: Source) => (listed ??= listedPairs(rows(source).map(pair)));
  return {
    expected: (source, ...known) => list(source).expected(source, ...known),
    pairs: (source, ...terms) => list(source).pairs(source, ...terms),
  };
}
