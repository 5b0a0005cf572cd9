import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { distinct, leftOutChecks, mayRunAway, startCore, together, worthAThread } from './core.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import type { Remark } from './job.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { emptyTargets } from './preflight/empty-targets.ts';
import { type Honouring, preflight } from './preflight/preflight.ts';
import { atLeast, type Finding, type Problem, problemOf, type Severity, sortProblems } from './problem.ts';
import { mentionsInData, publishedProblems } from './published/problems.ts';
import { runChecks } from './run-checks.ts';
import { coreOnly, mentionsSparql } from './sparql/core-only.ts';
import { readKnownTerms } from './syntax/known-terms.ts';
import { lint } from './syntax/lint.ts';
import { selectTargets, type Target, targetOf } from './targets.ts';
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
  /** How many triples they looked at, of each graph. */
  readonly triples: number;
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
  /** How long one shape may look at one node, and one query of the shapes may take, milliseconds; 30 000 by default. */
  readonly limit?: number | undefined;
  /** Files of checks to leave out, as the user would write them: they have not got done, and it is told. */
  readonly late?: readonly string[] | undefined;
  /** Whether this process validates again and again: then it is quicker than threads that begin cold. */
  readonly isRepeated?: boolean | undefined;
}

/** What is done beside SHACL Core. */
export const honouring: Honouring = { sparql: true };

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
  const sparql = mentionsSparql(shapes.dataset);
  const lent = lentFiles(project);
  const own = shapes.documents.filter(({ file }) => !lent.has(file));
  const inThreads = sparql || mayRunAway(own) || (!options.isRepeated && dataset.size > worthAThread);
  const core = inThreads ? startCore(project, data, shapes, { limit: options.limit, sparql }) : undefined;
  const evidence = await checkEvidence(dataset, project.sources);
  const checks = options.checks ? await runChecks(project, data, options.late) : [];
  const outcome = await core;
  if (outcome?.sparql && outcome.sparql.refusals.length > 0)
    return notHonoured(remarks(outcome.sparql.refusals, 'violation', shapes), shapes);
  const targets =
    outcome?.sparql?.looked ?? selectTargets(coreOnly(shapes.dataset), dataset.union()).map(targetOf);
  const findings: Finding[] = [
    ...lint([...data.documents, ...shapes.documents], await readKnownTerms(project.knownTerms)),
    ...(core ? [] : await findInProcess(dataset, shapes.dataset)),
    ...evidence.flatMap(({ offences }) => offences),
  ];
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), finding.places ?? placesOf(locator, finding)),
  );
  return {
    honoured: true,
    incomplete: together(outcome?.incomplete, leftOutChecks(options.late ?? [], options.limit)),
    problems: sortProblems([
      ...faults,
      ...distinct([...problems, ...checks.flatMap((check) => check.problems)]),
      ...(options.allowEmpty ? [] : emptyTargets(shapes, targets, lent)),
      ...remarks(outcome?.sparql?.unchecked ?? [], 'info', shapes),
      ...(await publishedProblems(project, shapes, (listed) => mentionsInData(data, listed))),
      ...(outcome?.problems ?? []),
    ]),
    shapes: countShapes(shapes.dataset),
    triples: dataset.size,
    targets,
    uncovered: findUncovered(data, shapes, new Set(project.ontology.flatMap(({ graph }) => graph ?? []))),
    checks: checks.map(({ name }) => name),
    evidence,
  };
}

/** What shapes that cannot be honoured come to. */
export const notHonoured = (problems: readonly Problem[], shapes: Loaded): Validation => ({
  honoured: false,
  problems,
  shapes: countShapes(shapes.dataset),
  triples: 0,
  targets: [],
  uncovered: [],
  checks: [],
  evidence: [],
});

/** Files of shapes that the package lends, which may look at nothing. */
export const lentFiles = (project: Project): ReadonlySet<string> =>
  new Set(project.shapes.flatMap((file) => (file.lent ? file.shown : [])));

/** What cannot be honoured of the shapes' SPARQL, or is left unchecked, as problems of the shapes. */
export const remarks = (found: readonly Remark[], severity: Severity, shapes: Loaded): Problem[] =>
  sortProblems(
    found.map(({ node, why }) => {
      const finding = { kind: 'preflight', severity, message: why, focus: node, rule: 'sparql' } as const;
      return problemOf(finding, namesOf(shapes.dataset, node), placesOf(shapes.locator, finding));
    }),
  );

/** What Core shapes find; the engine is loaded only here, where no thread has it. */
async function findInProcess(dataset: Dataset, shapes: Dataset): Promise<readonly Finding[]> {
  return (await import('./shapes.ts')).validateShapes(dataset, coreOnly(shapes));
}

/** How many node and property shapes there are. */
export function countShapes(shapes: Dataset): number {
  const { rdf, sh } = vocabulary;
  const found = [sh.nodeShape, sh.propertyShape].flatMap((type) => [...shapes.match(null, rdf.type, type)]);
  return new Set(found.map(({ subject }) => termKey(subject))).size;
}
