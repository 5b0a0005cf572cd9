import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { type Finding, type Problem, problemOf, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';
import type { Refusal } from './sparql/refusal.ts';
import { mergeResults } from './sparql/results.ts';
import { validateSparql } from './sparql/validate-sparql.ts';
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
 * Holds a project's data against its shapes, its checks and the texts of its reports.
 * @throws Failure 3 where there are no shapes: a pass would mean nothing; 4 where SPARQL in the shapes cannot be honoured.
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
  const sparql = await validateSparql(dataset, shapes.dataset);
  if (sparql.refusals.length > 0) throw asFailure(sparql.refusals, shapes);
  const findings: Finding[] = [
    ...mergeResults(await validateShapes(dataset, sparql.core), sparql.findings),
    ...evidence.flatMap(({ offences }) => offences),
    ...checks.flatMap(({ results }) => results),
  ];
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(dataset, finding.focus), placesOf(locator, finding)),
  );
  const unchecked = sparql.unchecked.map(({ node, why }) => uncheckedProblem(node, why, shapes));
  return {
    problems: sortProblems([...problems, ...unchecked]),
    shapes: countShapes(shapes.dataset),
    targets: selectTargets(sparql.core, dataset.union()),
    checks: checks.map(({ name }) => name),
    evidence,
  };
}

/** What the shapes demand without saying how it is checked: nobody is to think that it was. */
function uncheckedProblem(focus: Term, message: LanguageMap, { dataset, locator }: Loaded): Problem {
  const place = locator.ofNode(focus);
  return problemOf(
    { kind: 'target', severity: 'info', message, focus, rule: focus.value },
    namesOf(dataset, focus),
    place ? [place] : [],
  );
}

function asFailure(refusals: readonly Refusal[], { locator }: Loaded): Failure {
  const [first, ...others] = refusals;
  const more = others.length > 0 ? ` (and ${others.length} more like it)` : '';
  const place = locator.ofNode(first!.node);
  return new Failure(exit.unsupported, `Cannot honour this part of the shapes${more}: ${first!.why['en']}`, {
    file: place?.file,
    line: place?.line,
    column: place?.column,
  });
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
