import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { evaluate } from '../query/engine.ts';
import type { Query } from '../query/library.ts';
import { offenceOf } from './offence.ts';
import type { Finding } from './problem.ts';

/**
 * Runs a check: a SELECT query that returns `?this`, and may return `?path` and `?value`, for each
 * offence, as a SHACL-SPARQL constraint does (SHACL §5.3).
 * @throws Failure 3 where it is not such a query.
 */
export async function runCheck(dataset: Dataset, { name, file, header, sparql }: Query): Promise<Finding[]> {
  const answer = await evaluate(sparql, dataset, { path: file.shown });
  if (answer.form !== 'SELECT' || !answer.variables.includes('this'))
    throw new Failure(exit.unreadable, 'A check is to be a SELECT that returns ?this', { file: file.shown });
  return answer.rows.flatMap((row) => {
    const offence = offenceOf(row);
    const { severity, message } = header;
    return offence
      ? [{ kind: 'check' as const, severity: severity!, message: message!, rule: name, ...offence }]
      : [];
  });
}
