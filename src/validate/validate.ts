import type { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { emptyTargets } from './preflight/empty-targets.ts';
import { type Honouring, preflight } from './preflight/preflight.ts';
import { type Finding, type Problem, problemOf, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';
import { readKnownTerms } from './syntax/known-terms.ts';
import { lint } from './syntax/lint.ts';
import { selectTargets, type Target } from './targets.ts';
import { findUncovered, type Uncovered } from './uncovered.ts';

export interface Validation {
  /**
   * Whether the shapes could be honoured. If not, nothing was looked at: every problem is one of the
   * shapes (of kind `preflight`), and all else is empty.
   */
  readonly honoured: boolean;
  /** In one order: by file and line. */
  readonly problems: readonly Problem[];
  /** How many node and property shapes looked at the data. */
  readonly shapes: number;
  /** Every shape that has a target, with the nodes it looked at. */
  readonly targets: readonly Target[];
  /** Classes and predicates of the data that no shape says anything of. */
  readonly uncovered: readonly Uncovered[];
  /** Names of the checks that ran. */
  readonly checks: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ValidateOptions {
  /** Whether to run the queries in `queries/checks/`; they are what needs a SPARQL engine. */
  readonly checks: boolean;
  /** Whether shapes that look at nothing are no problem. */
  readonly allowEmpty?: boolean | undefined;
}

/** What `validateShapes` does beside SHACL Core. */
const honouring: Honouring = { sparql: false };

/** Holds a project's data against its shapes, its checks and the texts of its reports, and looks at its spelling. */
export async function validate(
  project: Project,
  data: Loaded,
  shapes: Loaded,
  options: ValidateOptions,
): Promise<Validation> {
  const faults = preflight(shapes, honouring);
  if (faults.length > 0) return notHonoured(faults, shapes);
  const { dataset, locator } = data;
  const evidence = await checkEvidence(dataset, project.sources);
  const checks = options.checks ? await runChecks(project, dataset) : [];
  const targets = selectTargets(shapes.dataset, dataset.union());
  const lent = new Set(project.shapes.flatMap((file) => (file.lent ? file.shown : [])));
  const empty = options.allowEmpty ? [] : emptyTargets(shapes, targets, lent);
  const findings: Finding[] = [
    ...lint([...data.documents, ...shapes.documents], await readKnownTerms(project.knownTerms)),
    ...validateShapes(dataset, shapes.dataset),
    ...evidence.flatMap(({ offences }) => offences),
    ...checks.flatMap(({ results }) => results),
  ];
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), finding.places ?? placesOf(locator, finding)),
  );
  return {
    honoured: true,
    problems: sortProblems([...problems, ...empty]),
    shapes: countShapes(shapes.dataset),
    targets,
    uncovered: findUncovered(data, shapes, new Set(project.ontology.flatMap(({ graph }) => graph ?? []))),
    checks: checks.map(({ name }) => name),
    evidence,
  };
}

const notHonoured = (problems: readonly Problem[], shapes: Loaded): Validation => ({
  honoured: false,
  problems,
  shapes: countShapes(shapes.dataset),
  targets: [],
  uncovered: [],
  checks: [],
  evidence: [],
});

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
