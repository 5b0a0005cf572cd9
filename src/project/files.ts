import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';

export interface ProjectFile {
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
  /** The path as the user would write it, from the folder they stand in. */
  readonly shown: string;
  /** What is in it, where it has been read and cannot be read again. */
  readonly text?: string | undefined;
}

/** A path as the user would write it who stands in `from`. */
export const shown = (path: string, from: string): string => relative(from, path) || '.';

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Files below `folder` whose name matches, in one order on every machine; none if there is no such folder. */
export function listFiles(folder: string, ending: RegExp): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/**
 * The files that a user means with paths, folders (all files below with the ending) and globs; each once.
 * @throws Failure 3 where one of them means no file: what is not read is not checked.
 */
export function findInputs(patterns: readonly string[], ending: RegExp, from: string): ProjectFile[] {
  const paths = patterns.flatMap((pattern) => {
    if (pattern === '-') return ['-'];
    const path = resolve(from, pattern);
    const found = existsSync(path)
      ? [path]
      : globSync(pattern, { cwd: from }).map((name) => resolve(from, name));
    const files = found
      .flatMap((each) => (statSync(each).isDirectory() ? listFiles(each, ending) : [each]))
      .sort();
    if (files.length === 0)
      throw new Failure(exit.unreadable, `There is no file ${pattern}`, {
        file: pattern,
        hint: "Give a file, a folder, or a pattern in quotes such as 'data/**/*.ttl'.",
      });
    return files;
  });
  return [...new Set(paths)].map((path) => ({ path, shown: path === '-' ? '-' : shown(path, from) }));
}
