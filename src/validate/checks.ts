import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { evaluate } from '../query/engine.ts';
import type { Query } from '../query/library.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import type { Severity } from './problem.ts';

/** One row that a check returned: an offence against it. */
export interface CheckResult {
  readonly focus: Term;
  readonly severity: Severity;
  readonly message: LanguageMap;
  readonly path: string | undefined;
  readonly value: Term | undefined;
  /** The check's name. */
  readonly check: string;
}

/**
 * Runs a check: a SELECT query that returns `?this`, and may return `?path` and `?value`, for each
 * offence, as a SHACL-SPARQL constraint does (SHACL §5.3).
 * @throws Failure 3 where it is not such a query.
 */
export async function runCheck(
  dataset: Dataset,
  { name, file, header, sparql }: Query,
): Promise<CheckResult[]> {
  const answer = await evaluate(sparql, dataset, { path: file.shown });
  if (answer.form !== 'SELECT' || !answer.variables.includes('this'))
    throw new Failure(exit.unreadable, 'A check is to be a SELECT that returns ?this', { file: file.shown });
  return answer.rows.flatMap((row) =>
    row['this']
      ? [
          {
            focus: row['this'],
            severity: header.severity!,
            message: header.message!,
            path: row['path']?.value,
            value: row['value'],
            check: name,
          },
        ]
      : [],
  );
}
