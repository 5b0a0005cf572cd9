import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { loadData, loadShapes } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { checkSite } from '../site/check-site.ts';
import type { Setting } from './command.ts';
import type { OutputOptions } from './export-command.ts';
import { siteFolder } from './site-command.ts';
import { say } from './words.ts';

/** `meent site --check`: follows every IRI of a project to its page and its data. */
export async function checkSiteCommand(
  { console, language, project: folder }: Setting,
  options: OutputOptions,
): Promise<number> {
  const project = openProject(folder);
  const site = siteFolder(project, options);
  const shown = relative(process.cwd(), site) || '.';
  if (!existsSync(join(site, 'index.html')))
    throw new Failure(exit.unreadable, `There is no site in ${shown}`, {
      file: shown,
      hint: 'Make it with `meent site`, or name its folder with --output.',
    });
  const { dataset } = await loadData(project);
  const { dataset: shapes } = await loadShapes(project);
  const { iris, deadEnds } = await checkSite(site, [dataset, shapes], project.config.base);
  for (const { iri, accept, file, fragment } of deadEnds)
    console.out(
      `${say(language, 'deadEnd', { iri, accept, file: fragment === undefined ? file : `${file}#${fragment}` })}\n`,
    );
  console.out(
    `${say(language, deadEnds.length === 0 ? 'allResolve' : 'someDoNotResolve', { iris, dead: deadEnds.length, folder: `${shown}/` })}\n`,
  );
  return deadEnds.length === 0 ? exit.fine : exit.problems;
}
