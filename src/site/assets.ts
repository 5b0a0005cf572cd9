import { join } from 'node:path';
import type { ExportFile } from '../export/export-file.ts';
import { packageRoot } from '../package.ts';
import { readUnchanged } from '../project/read-text.ts';

const names = ['style.css', 'icon.svg'];

/** The files of the site that are the same for every project: they stand in `site/` of the package. */
export const readAssets = (): Promise<ExportFile[]> =>
  Promise.all(
    names.map(async (name) => {
      const path = join(packageRoot, 'site', name);
      return { name, pieces: [await readUnchanged({ path, shown: path })] };
    }),
  );
