import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { type Problem, problemOf } from './problem.ts';

/** A check that got done, and what it found. */
export interface Checked {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/**
 * Runs the checks of a project on its data.
 * @param late files of checks to leave out, as the user would write them.
 * @throws Failure 3 where a check is no query that can be one.
 */
export async function runChecks(
  project: Project,
  { dataset, locator }: Loaded,
  late: readonly string[] = [],
): Promise<Checked[]> {
  // Loaded only here: without checks, no SPARQL engine.
  const [{ runCheck }, { readQueries }] = await Promise.all([
    import('./checks.ts'),
    import('../query/library.ts'),
  ]);
  const queries = await readQueries(project, 'checks');
  // One after the other: at once would not be faster, and would hide which is the slow one.
  const checks: Checked[] = [];
  for (const query of queries.filter(({ file }) => !late.includes(file.shown))) {
    const findings = await runCheck(dataset, query);
    const problems = findings.map((finding) =>
      problemOf(finding, namesOf(dataset, finding.focus), placesOf(locator, finding)),
    );
    checks.push({ name: query.name, problems });
  }
  return checks;
}
