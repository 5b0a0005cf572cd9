import type { Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { termKey } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { checkEvidence, type Evidence } from './evidence.ts';
import { namesOf } from './names.ts';
import { type Problem, sortProblems } from './problem.ts';
import { validateShapes } from './shapes.ts';

export interface Validation {
  /** In one order: by file and line. */
  readonly problems: readonly Problem[];
  /** How many node and property shapes looked at the data. */
  readonly shapes: number;
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
  const { dataset } = data;
  const problem = describe(data);
  const problems: Problem[] = [];
  for (const result of await validateShapes(dataset, shapes.dataset))
    problems.push(
      problem(result.focus, { ...result, kind: 'shape', rule: ruleOf(result), value: result.value?.value }),
    );
  const evidence = await checkEvidence(dataset, project.sources);
  for (const { offences } of evidence)
    for (const { focus, ...offence } of offences)
      problems.push(problem(focus, { ...offence, kind: 'evidence', severity: 'violation' }));
  const checks = options.checks ? await runChecks(project, dataset) : [];
  for (const { results } of checks)
    for (const result of results)
      problems.push(
        problem(result.focus, { ...result, kind: 'check', rule: result.check, value: result.value?.value }),
      );
  return {
    problems: sortProblems(problems),
    shapes: countShapes(shapes.dataset),
    checks: checks.map(({ name }) => name),
    evidence,
  };
}

type Found = Pick<Problem, 'kind' | 'severity' | 'message' | 'rule'> &
  Partial<Pick<Problem, 'path' | 'value'>>;

/** Adds to what was found about a node what the data says of it: its names and its place. */
function describe({ dataset, places }: Loaded): (focus: Term, found: Found) => Problem {
  return (focus, { kind, severity, message, rule, path, value }) => {
    const place = places.get(termKey(focus));
    const label = namesOf(dataset, focus);
    return { kind, severity, message, focus: focus.value, label, path, value, rule, ...place };
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

/** A shape without a name of its own is known by the component that it breaks. */
const ruleOf = ({ shape, component }: { shape: Term; component: string }): string =>
  shape.termType === 'NamedNode' ? shape.value : component;

function countShapes(shapes: Dataset): number {
  const sh = 'http://www.w3.org/ns/shacl#';
  const types = new Set([`${sh}NodeShape`, `${sh}PropertyShape`]);
  return new Set([...shapes].filter((quad) => types.has(quad.object.value)).map((quad) => quad.subject.value))
    .size;
}
