import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { type Finding, type Problem, problemOf, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';
import { readKnownTerms } from './syntax/known-terms.ts';
import { lint } from './syntax/lint.ts';
import { selectTargets, type Target } from './targets.ts';

export interface Validation {
  /** In one order: by file and line. */
  readonly problems: readonly Problem[];
  /** How many node and property shapes looked at the data. */
  readonly shapes: number;
  /** Every shape that has a target, with the nodes it looked at. */
  readonly targets: readonly Target[];
  /** Names of the checks that ran. */
  readonly checks: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ValidateOptions {
  /** Whether to run the queries in `queries/checks/`; they are what needs a SPARQL engine. */
  readonly checks: boolean;
}

/**
 * Holds a project's data against its shapes, its checks and the texts of its reports, and looks at its spelling.
 * @throws Failure 3 where there are no shapes: a pass would mean nothing.
 */
export async function validate(
  project: Project,
  data: Loaded,
  shapes: Loaded,
  options: ValidateOptions,
): Promise<Validation> {
  if (shapes.dataset.size === 0)
    throw new Failure(exit.unreadable, 'There are no shapes, so nothing would be checked', {
      hint: 'Put SHACL shapes in shapes/.',
    });
  const { dataset, locator } = data;
  const evidence = await checkEvidence(dataset, project.sources);
  const checks = options.checks ? await runChecks(project, dataset) : [];
  const findings: Finding[] = [
    ...lint([...data.documents, ...shapes.documents], await readKnownTerms(project.knownTerms)),
    ...(await validateShapes(dataset, shapes.dataset)),
    ...evidence.flatMap(({ offences }) => offences),
    ...checks.flatMap(({ results }) => results),
  ];
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), finding.places ?? placesOf(locator, finding)),
  );
  return {
    problems: sortProblems(problems),
    shapes: countShapes(shapes.dataset),
    targets: selectTargets(shapes.dataset, dataset.union()),
    checks: checks.map(({ name }) => name),
    evidence,
  };
}

async function runChecks(project: Project, dataset: Dataset) {
  // Loaded only here: without checks, no SPARQL engine.
  const [{ runCheck }, { readQueries }] = await Promise.all([
    import('./checks.ts'),
    import('../query/library.ts'),
  ]);
  const queries = await readQueries(project, 'checks');
  return Promise.all(
    queries.map(async (query) => ({ name: query.name, results: await runCheck(dataset, query) })),
  );
}

function countShapes(shapes: Dataset): number {
  const { rdf, sh } = vocabulary;
  const found = [sh.nodeShape, sh.propertyShape].flatMap((type) => [...shapes.match(null, rdf.type, type)]);
  return new Set(found.map(({ subject }) => termKey(subject))).size;
}
