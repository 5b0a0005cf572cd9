import { join, relative, resolve } from 'node:path';
import { makeExports } from '../export/exports.ts';
import { publish } from '../export/publish.ts';
import { loadData } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import { warmUp } from '../query/engine.ts';
import type { Setting } from './command.ts';
import { notReady, type ReadyOptions, refuse } from './readiness.ts';
import { say } from './words.ts';

export interface OutputOptions {
  /** Folder to write to. */
  readonly output?: string | undefined;
}

/** `meent export`: writes the exports without validating. */
export async function exportCommand(
  { console, language, project: folder }: Setting,
  options: OutputOptions & ReadyOptions,
): Promise<number> {
  const project = openProject(folder);
  warmUp();
  const data = await loadData(project);
  const missing = options.ready ? notReady(project, data.dataset, language) : '';
  if (missing) return refuse(console, missing, language);
  const output = outputOf(project, options);
  const files = await publish(await makeExports(project, data), output);
  console.out(
    `${say(language, 'written', { folder: `${relative(process.cwd(), output)}/`, files: names(files) })}\n`,
  );
  return 0;
}

/** The folder that was asked for, else `dist/exports`. */
export const outputOf = (project: Project, { output }: OutputOptions): string =>
  output === undefined ? join(project.output, 'exports') : resolve(output);

/** Names of files without their folders. */
export const names = (files: readonly string[]): string =>
  files.map((file) => file.replace(/^.*[\\/]/, '')).join(', ');
