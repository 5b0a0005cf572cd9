import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readText } from '../project/read-text.ts';
import type { BaselineEntry } from './baseline.ts';
import { parseBaseline } from './baseline-text.ts';

/**
 * Reads a baseline; undefined where there is no such file.
 * @throws Failure 3 with file and line where it cannot be read, or is no baseline.
 */
export async function readBaseline(path: string): Promise<BaselineEntry[] | undefined> {
  const absolute = resolve(path);
  const shown = relative(process.cwd(), absolute);
  return existsSync(absolute) ? parseBaseline(await readText({ path: absolute, shown }), shown) : undefined;
}
