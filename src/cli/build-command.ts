import { beginExports } from '../export/begin-exports.ts';
import { openProject } from '../project/project.ts';
import { warmUp } from '../query/engines.ts';
import { beginWhereWorth } from '../validate/begin-units.ts';
import type { BuildOptions } from './build-begun.ts';
import type { Setting } from './command.ts';

/** `meent build`: other threads are at work on shapes and exports before this one loads what it needs itself. */
export async function buildCommand(setting: Setting, options: BuildOptions): Promise<number> {
  const project = openProject(setting.project);
  const validating = await beginWhereWorth(project, { limit: options.limit * 1000 });
  const exports = beginExports(project);
  try {
    warmUp();
    const { buildBegun } = await import('./build-begun.ts');
    return await buildBegun(project, validating, exports, setting, options);
  } finally {
    await exports.scribe.stop();
    await validating?.pool.stop();
  }
}
