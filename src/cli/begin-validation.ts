import { exit, Failure } from '../failure.ts';
import { openProject, type Project } from '../project/project.ts';
import { reportEndings, reportFormats } from '../report/formats.ts';
import { beginUnits } from '../validate/begin-units.ts';
import type { Setting } from './command.ts';
import type { Guard } from './guarded.ts';
import { readTargets } from './targets.ts';
import type { ValidateCommandOptions } from './validate-command.ts';

/**
 * `meent validate`: prints the problems of a project, and writes them to files. Without checks, threads are at work
 * on the reports before this one loads what it needs itself.
 * @param guard stops a check that takes too long.
 */
export async function validateCommand(
  setting: Setting,
  options: ValidateCommandOptions,
  guard: Guard,
): Promise<number> {
  // Wrong usage is said before anything is done.
  readTargets(options.output, reportFormats, reportEndings);
  const project = openProject(setting.project, process.cwd(), options);
  if (options.checks && project.queries.checks.length > 0)
    return withChecks(project, setting, options, guard);
  const begun = await beginUnits(project, { limit: options.limit * 1000 });
  try {
    const { validateBegun } = await import('./validate-command.ts');
    const { code, deliver } = await validateBegun(setting, options, begun);
    await deliver();
    return code;
  } finally {
    await begun.pool.stop();
  }
}

/** Validates with the checks that get done: where one does not, again without it, so that what the others find is told. */
async function withChecks(
  { queries }: Project,
  setting: Setting,
  options: ValidateCommandOptions,
  guard: Guard,
): Promise<number> {
  const limits = { seconds: options.limit, secondsOption: '--limit' };
  const late: string[] = [];
  for (;;)
    try {
      return await guard('validate', setting, [{ ...options, late }], limits);
    } catch (error) {
      const file = error instanceof Failure && error.code === exit.limit ? error.file : undefined;
      const isCheck = queries.checks.some(({ shown }) => shown === file);
      if (file === undefined || !isCheck || late.includes(file)) throw error;
      late.push(file);
    }
}
