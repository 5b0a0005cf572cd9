import { openProject } from '../project/project.ts';
import { reportEndings, reportFormats } from '../report/formats.ts';
import { beginUnits } from '../validate/begin-units.ts';
import type { Setting } from './command.ts';
import { readTargets } from './targets.ts';
import type { ValidateCommandOptions } from './validate-command.ts';

/**
 * `meent validate`: prints the problems of a project, and writes them to files. Without checks, threads are at work
 * on the reports before this one loads what it needs itself.
 */
export async function validateCommand(setting: Setting, options: ValidateCommandOptions): Promise<number> {
  // Wrong usage is said before anything is done.
  readTargets(options.output, reportFormats, reportEndings);
  const project = openProject(setting.project, process.cwd(), options);
  const hasChecks = options.checks && project.queries.checks.length > 0;
  const begun = hasChecks ? undefined : await beginUnits(project, { limit: options.limit * 1000 });
  try {
    const { validateBegun, validateOnce } = await import('./validate-command.ts');
    const { code, deliver } = begun
      ? await validateBegun(setting, options, begun)
      : await validateOnce(setting, options, project);
    await deliver();
    return code;
  } finally {
    await begun?.pool.stop();
  }
}
