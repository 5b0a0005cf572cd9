import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ProjectFile } from '../project/files.ts';
import { readUnchanged } from '../project/read-text.ts';
import { SourceText } from './source-text.ts';

const pathOf = (sources: string, slug: string): string => join(sources, `${slug}.txt`);

/** Where the text of a report is, if it is there: `<slug>.txt` in the folder `sources`. */
export function sourceFile(sources: string, slug: string): ProjectFile {
  const path = pathOf(sources, slug);
  return { path, shown: relative(process.cwd(), path) };
}

/**
 * The text of a report, unchanged, with its line ends and byte order mark; undefined where it is not there.
 * @throws Failure 3 where it cannot be read or is not UTF-8.
 */
export async function readSource(sources: string, slug: string): Promise<SourceText | undefined> {
  if (!existsSync(pathOf(sources, slug))) return undefined;
  return new SourceText(await readUnchanged(sourceFile(sources, slug)));
}
