import { exit } from '../failure.ts';
import { loadData, loadShapes } from '../project/load.ts';
import type { ParsedDocuments } from '../project/parsed-documents.ts';
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
  setting: Setting,
  options: ValidateCommandOptions & BaselineOptions & Inputs,
): Promise<number> {
  const { text, code } = await validateProject(setting, options);
  setting.console.out(text);
  return code;
}

/**
 * Validates a project.
 * @param documents those that were read before; what has not changed is not parsed again.
 * @returns what there is to say, and the exit code.
 */
export async function validateProject(
  { language, project: folder }: Setting,
  options: ValidateCommandOptions & BaselineOptions & Inputs,
  documents?: ParsedDocuments,
): Promise<{ text: string; code: number }> {
  const project = openProject(folder, process.cwd(), options);
  const data = await loadData(project, documents);
  const found = await validate(project, data, await loadShapes(project, documents), options);
  const judgement = await judge(found, options);
  const validation = judgement ? { ...found, problems: judgement.new } : found;
  const text = problemsAsText(validation, data.dataset.size, language);
  return {
    text: judgement ? text + judgementAsText(judgement, options, language) : text,
    code: judgement && judgement.stale.length > 0 ? exit.problems : codeOf(validation, options),
  };
}

/** The exit code that a validation deserves. */
export function codeOf(validation: Validation, { failOn, requireEvidence }: ValidateCommandOptions): number {
  if (validation.problems.some(atLeast(failOn))) return exit.problems;
  const unchecked = validation.evidence.some(({ coverage }) => coverage === undefined);
  return requireEvidence && unchecked ? exit.problems : exit.fine;
}
