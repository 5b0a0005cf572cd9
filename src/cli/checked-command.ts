import { openProject } from '../project/project.ts';
import { warmUp } from '../query/engines.ts';
import { beginWhereWorth } from '../validate/begin-units.ts';
import type { Setting } from './command.ts';
import type { ValidateCommandOptions } from './validate-command.ts';

/**
 * `meent validate` with checks, where somebody watches over them: other threads are at work on the shapes before this
 * one loads what it needs itself.
 */
export async function checkedCommand(setting: Setting, options: ValidateCommandOptions): Promise<number> {
  const project = openProject(setting.project, process.cwd(), options);
  const begun = await beginWhereWorth(project, { limit: options.limit * 1000 });
  try {
    warmUp();
    const { validateOnce } = await import('./validate-command.ts');
    const { code, deliver } = await validateOnce(setting, options, begun?.project ?? project, { begun });
    await deliver();
    return code;
  } finally {
    await begun?.pool.stop();
  }
}
