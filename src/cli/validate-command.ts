import { exit } from '../failure.ts';
import { loadData, loadShapes } from '../project/load.ts';
import { type Inputs, openProject } from '../project/project.ts';
import { atLeast, type Severity } from '../validate/problem.ts';
import { type Validation, validate } from '../validate/validate.ts';
import type { Setting } from './command.ts';
import { problemsAsText } from './problems-text.ts';

export interface ValidateCommandOptions {
  readonly checks: boolean;
  readonly failOn: Severity;
  readonly requireEvidence: boolean;
  readonly allowEmpty: boolean;
}

/** `meent validate`: prints the problems of a project. */
export async function validateCommand(
  { console, language, project: folder }: Setting,
  options: ValidateCommandOptions & Inputs,
): Promise<number> {
  const project = openProject(folder, process.cwd(), options);
  const data = await loadData(project);
  const validation = await validate(project, data, await loadShapes(project), options);
  console.out(problemsAsText(validation, data.dataset.size, language));
  return codeOf(validation, options);
}

/** The exit code that a validation deserves. */
export function codeOf(validation: Validation, { failOn, requireEvidence }: ValidateCommandOptions): number {
  if (!validation.honoured) return exit.unsupported;
  if (validation.problems.some(atLeast(failOn))) return exit.problems;
  const unchecked = validation.evidence.some(({ coverage }) => coverage === undefined);
  return requireEvidence && unchecked ? exit.problems : exit.fine;
}
