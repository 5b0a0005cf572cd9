import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { readText } from '../project/load.ts';
import type { BaselineEntry } from './baseline.ts';
import { baselineAsJson, parseBaseline } from './baseline-text.ts';

/**
 * Reads a baseline; undefined where there is no such file.
 * @throws Failure 3 with file and line where it cannot be read, or is no baseline.
 */
export async function readBaseline(path: string): Promise<BaselineEntry[] | undefined> {
  const absolute = resolve(path);
  const shown = relative(process.cwd(), absolute);
  return existsSync(absolute) ? parseBaseline(await readText({ path: absolute, shown }), shown) : undefined;
}

/**
 * Writes a baseline in the place of the old one, in one step.
 * @throws Failure 7 where that cannot be done; the old one then stands as it was.
 */
export async function writeBaseline(path: string, entries: readonly BaselineEntry[]): Promise<void> {
  const draft = `${resolve(path)}.${process.pid}.draft`;
  try {
    const file = await open(draft, 'w');
    await file.writeFile(baselineAsJson(entries));
    await file.sync();
    await file.close();
    await rename(draft, resolve(path));
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new Failure(exit.unwritable, `Cannot write ${path}: ${(cause as Error).message}`, {
      hint: 'What stood there still stands. Name a file in a folder that can be written to.',
      cause,
    });
  }
}
