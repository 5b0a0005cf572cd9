import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { defaultLimit, distinct, mayRunAway, startCore, worthAThread } from './core.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { emptyTargets } from './preflight/empty-targets.ts';
import { type Honouring, preflight } from './preflight/preflight.ts';
import { atLeast, type Finding, type Problem, problemOf, type Severity, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';
import { coreOnly, mentionsSparql } from './sparql/core-only.ts';
import type { Refusal } from './sparql/refusal.ts';
import { mergeResults } from './sparql/results.ts';
import type { SparqlValidation } from './sparql/validate-sparql.ts';
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
  /** Why not everything was looked at, where that is so; what was found stands all the same. */
  readonly incomplete?: LanguageMap | undefined;
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
  /** How long one shape may look at one node, milliseconds; 30 000 by default. */
  readonly limit?: number | undefined;
  /** Whether this process validates again and again: then it is quicker than threads that begin cold. */
  readonly isRepeated?: boolean | undefined;
}

/** What is done beside SHACL Core. */
const honouring: Honouring = { sparql: true };

/** Holds a project's data against its shapes, its checks and the texts of its reports, and looks at its spelling. */
export async function validate(
  project: Project,
  data: Loaded,
  shapes: Loaded,
  options: ValidateOptions,
): Promise<Validation> {
  const faults = preflight(shapes, honouring);
  const fatal = faults.filter(atLeast('violation'));
  if (fatal.length > 0) return notHonoured(fatal, shapes);
  const { dataset, locator } = data;
  const sparql = await runSparql(dataset, shapes.dataset);
  if (sparql.refusals.length > 0)
    return notHonoured(
      sortProblems(sparql.refusals.map((each) => problemOfShapes(each, 'violation', shapes))),
      shapes,
    );
  const lent = new Set(project.shapes.flatMap((file) => (file.lent ? file.shown : [])));
  const own = shapes.documents.filter(({ file }) => !lent.has(file));
  const coreAlone = sparql.core.size === shapes.dataset.size && sparql.findings.length === 0;
  const inThreads = coreAlone && ((!options.isRepeated && dataset.size > worthAThread) || mayRunAway(own));
  const core = inThreads ? startCore(project, options.limit ?? defaultLimit) : undefined;
  const evidence = await checkEvidence(dataset, project.sources);
  const checks = options.checks ? await runChecks(project, dataset) : [];
  const targets = selectTargets(sparql.core, dataset.union());
  const empty = options.allowEmpty ? [] : emptyTargets(shapes, targets, lent);
  const findings: Finding[] = [
    ...lint([...data.documents, ...shapes.documents], await readKnownTerms(project.knownTerms)),
    ...(core ? [] : mergeResults(validateShapes(dataset, sparql.core), sparql.findings)),
    ...evidence.flatMap(({ offences }) => offences),
    ...checks.flatMap(({ results }) => results),
  ];
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), finding.places ?? placesOf(locator, finding)),
  );
  const unchecked = sparql.unchecked.map((each) => problemOfShapes(each, 'info', shapes));
  const { problems: coreProblems = [], incomplete } = (await core) ?? {};
  return {
    honoured: true,
    incomplete,
    problems: sortProblems([...faults, ...distinct(problems), ...empty, ...unchecked, ...coreProblems]),
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

/** What cannot be honoured of the shapes' SPARQL, or is left unchecked, as a problem of the shapes. */
export function problemOfShapes({ node, why }: Refusal, severity: Severity, shapes: Loaded): Problem {
  const finding = { kind: 'preflight', severity, message: why, focus: node, rule: 'sparql' } as const;
  return problemOf(finding, namesOf(shapes.dataset, node), placesOf(shapes.locator, finding));
}

/** What the SPARQL in the shapes finds; loaded only where there is some. */
export async function runSparql(dataset: Dataset, shapes: Dataset): Promise<SparqlValidation> {
  if (!mentionsSparql(shapes)) return { findings: [], refusals: [], unchecked: [], core: coreOnly(shapes) };
  return (await import('./sparql/validate-sparql.ts')).validateSparql(dataset, shapes);
}

async function runChecks(project: Project, dataset: Dataset) {
  // Loaded only here: without checks, no SPARQL engine.
  const [{ runCheck }, { readQueries }] = await Promise.all([
    import('./checks.ts'),
    import('../query/library.ts'),
  ]);
  const queries = await readQueries(project, 'checks');
  // One after the other: at once would not be faster, and would hide which is the slow one.
  const checks = [];
  for (const query of queries) checks.push({ name: query.name, results: await runCheck(dataset, query) });
  return checks;
}

function countShapes(shapes: Dataset): number {
  const { rdf, sh } = vocabulary;
  const found = [sh.nodeShape, sh.propertyShape].flatMap((type) => [...shapes.match(null, rdf.type, type)]);
  return new Set(found.map(({ subject }) => termKey(subject))).size;
}
