import { exit } from '../failure.ts';
import { loadData, loadShapes } from '../project/load.ts';
import { type Inputs, openProject } from '../project/project.ts';
import { atLeast, type Severity } from '../validate/problem.ts';
import { type Validation, validate } from '../validate/validate.ts';
import { type BaselineOptions, judge, judgementAsText } from './baseline.ts';
import type { Setting } from './command.ts';
import { problemsAsText } from './problems-text.ts';

export interface ValidateCommandOptions {
  readonly checks: boolean;
  readonly failOn: Severity;
  readonly requireEvidence: boolean;
}

/** `meent validate`: prints the problems of a project. */
export async function validateCommand(
  { console, language, project: folder }: Setting,
  options: ValidateCommandOptions & BaselineOptions & Inputs,
): Promise<number> {
  const project = openProject(folder, process.cwd(), options);
  const data = await loadData(project);
  const found = await validate(project, data, await loadShapes(project), options);
  const judgement = await judge(found, options);
  const validation = judgement ? { ...found, problems: judgement.new } : found;
  console.out(problemsAsText(validation, data.dataset.size, language));
  if (judgement) console.out(judgementAsText(judgement, options, language));
  return judgement && judgement.stale.length > 0 ? exit.problems : codeOf(validation, options);
}

/** The exit code that a validation deserves. */
export function codeOf(validation: Validation, { failOn, requireEvidence }: ValidateCommandOptions): number {
  if (validation.problems.some(atLeast(failOn))) return exit.problems;
  const unchecked = validation.evidence.some(({ coverage }) => coverage === undefined);
  return requireEvidence && unchecked ? exit.problems : exit.fine;
}
