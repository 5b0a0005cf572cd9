import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { ExportFile } from '../export/export-file.ts';
import { browserScripts, packageRoot } from '../package.ts';
import { readUnchanged } from '../project/read-text.ts';

/** What pages look like; it stands in `site/` of the package. */
const looks = ['style.css', 'icon.svg'];

/**
 * The files of the site that are the same for every project.
 * @throws Failure 3 where the scripts of a clone have not been made.
 */
export const readAssets = (): Promise<ExportFile[]> =>
  Promise.all([
    ...looks.map((name) => asset(name, join(packageRoot, 'site', name))),
    ...browserScripts.map((name) => asset(`${name}.js`, join(packageRoot, 'lib/browser', `${name}.js`))),
  ]);

async function asset(name: string, path: string): Promise<ExportFile> {
  if (!existsSync(path))
    throw new Failure(exit.unreadable, `The package lacks ${name}`, {
      file: path,
      hint: 'In a clone, make it with `npm run prepare`; else install meent again.',
    });
  return { name, pieces: [await readUnchanged({ path, shown: path })] };
}
