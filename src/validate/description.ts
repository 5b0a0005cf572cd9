import type { Loaded } from '../project/load.ts';
import { distinct } from './core.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { preflight } from './preflight/preflight.ts';
import { type Problem, problemOf, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';
import { coreOnly, mentionsSparql } from './sparql/core-only.ts';
import { mergeResults } from './sparql/results.ts';
import { remarks } from './validate.ts';

/**
 * Holds the files that describe a data set against the shapes for them, each by itself: what one says does not make up
 * for what another leaves out.
 * @returns what is wrong with the files; or, of the kind `preflight`, what of the shapes cannot be honoured, and then
 *   nothing was looked at.
 */
export async function validateDescription(files: readonly Loaded[], shapes: Loaded): Promise<Problem[]> {
  const faults = preflight(shapes, { sparql: true });
  if (faults.length > 0) return faults;
  const problems = await Promise.all(files.map((file) => problemsIn(file, shapes)));
  return sortProblems(distinct(problems.flat()));
}

async function problemsIn({ dataset, locator }: Loaded, shapes: Loaded): Promise<Problem[]> {
  const sparql = mentionsSparql(shapes.dataset)
    ? await (await import('./sparql/validate-sparql.ts')).validateSparql(dataset, shapes.dataset)
    : { findings: [], refusals: [], core: coreOnly(shapes.dataset) };
  if (sparql.refusals.length > 0) return remarks(sparql.refusals, 'violation', shapes);
  return mergeResults(validateShapes(dataset, sparql.core), sparql.findings).map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), placesOf(locator, finding)),
  );
}
