import { relative } from 'node:path';
import { type Loaded, loadData, loadShapes } from '../../src/project/load.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import type { Report } from '../../src/report/report.ts';
import { readRules } from '../../src/validate/rules.ts';
import { validate } from '../../src/validate/validate.ts';
import { root } from '../support.ts';

const folder = 'test/report/orchard';

/** The orchard with its own shapes and checks only, so that no report changes with those of the package. */
export function orchard(): Project {
  const project = openProject(folder, root);
  const own = <F extends { path: string }>(files: readonly F[]): F[] =>
    files.filter(({ path }) => relative(root, path).startsWith(folder));
  const { exports, questions, checks } = project.queries;
  return {
    ...project,
    ontology: [],
    shapes: own(project.shapes),
    queries: { exports: own(exports), questions: own(questions), federated: [], checks: own(checks) },
  };
}

/** What is reported of the orchard, or of other data held to its rules. */
export async function reportOn(project: Project = orchard(), loaded?: Loaded): Promise<Report> {
  const [data, shapes] = [loaded ?? (await loadData(project)), await loadShapes(project)];
  const validation = await validate(project, data, shapes, { checks: true });
  const rules = await readRules(project, shapes, { checks: true });
  return {
    version: '0.0.0-test',
    validation,
    // Those of the tool itself are left out: more of them are to change no expected report.
    rules: rules.filter(({ kind }) => kind === 'shape' || kind === 'check'),
    prefixes: new Map([...shapes.prefixes, ...data.prefixes]),
    triples: data.dataset.size,
    failOn: 'violation',
    exitCode: validation.problems.length > 0 ? 1 : 0,
  };
}
