import { join, relative, resolve } from 'node:path';
import { Draft } from '../export/draft.ts';
import { writeAll } from '../export/publish.ts';
import { exit } from '../failure.ts';
import { loadData, loadShapes } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import { warmUp } from '../query/engines.ts';
import { makeSite } from '../site/make-site.ts';
import type { Setting } from './command.ts';
import type { OutputOptions } from './export-command.ts';
import { notReady, type ReadyOptions, refuse } from './readiness.ts';
import { say } from './words.ts';

export interface SiteCommandOptions extends OutputOptions, ReadyOptions {
  /** Whether the words of reports are shown, where their texts are at hand. */
  readonly withSources: boolean;
}

/** `meent site`: makes the site of a project, without validating. */
export async function siteCommand(setting: Setting, options: SiteCommandOptions): Promise<number> {
  const { console, language, version, project: folder } = setting;
  const project = openProject(folder);
  warmUp();
  const [data, shapes] = [await loadData(project), await loadShapes(project)];
  const missing = notReady(project, data.dataset, language);
  if (options.ready && missing) return refuse(console, missing, language);
  const output = siteFolder(project, options);
  const draft = await Draft.begin(output);
  const made = makeSite(
    project,
    { ...data, shapes: shapes.dataset },
    { withSources: options.withSources, version, written: () => draft.written },
  );
  await writeAll(draft, made);
  const files = await draft.show();
  console.out(
    `${say(language, 'siteWritten', { folder: `${relative(process.cwd(), output) || '.'}/`, number: files.length })}\n${missing}`,
  );
  return exit.fine;
}

/** The folder that was asked for, else `dist/site`. */
export const siteFolder = (project: Project, { output }: OutputOptions): string =>
  output === undefined ? join(project.output, 'site') : resolve(output);
