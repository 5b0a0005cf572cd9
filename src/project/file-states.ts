import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What tells one state of a file from another. */
export interface FileState {
  /** Size, times and identity, as the file system gives them. */
  readonly stamp: string;
  /** SHA-256 of the content. */
  readonly digest: string;
}

/** The state of files by path. */
export type FileStates = ReadonlyMap<string, FileState>;

/** File systems may give times as coarse as this, in milliseconds: a younger file may change unseen. */
const coarse = 2000;

/**
 * Looks at files.
 * @param paths files, and folders with all below them; what is not there has no state.
 * @param accept which files below a folder count; one that is named itself always does.
 * @param known states from before: a file with the same stamp, if that is old enough, is not read again.
 */
export async function look(
  paths: readonly string[],
  accept: RegExp,
  known: FileStates = new Map(),
): Promise<FileStates> {
  const states = new Map<string, FileState>();
  for (const path of paths)
    for (const file of await filesAt(path, accept)) {
      const state = await stateOf(file, known.get(file));
      if (state) states.set(file, state);
    }
  return states;
}

async function filesAt(path: string, accept: RegExp): Promise<string[]> {
  try {
    const names = await readdir(path, { recursive: true });
    return names.filter((name) => accept.test(name)).map((name) => join(path, name));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? [path] : [];
  }
}

async function stateOf(path: string, known: FileState | undefined): Promise<FileState | undefined> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    const stamp = [size, mtimeNs, ctimeNs, ino].join(' ');
    const age = Date.now() - Number(ctimeNs / 1_000_000n);
    if (known?.stamp === stamp && age > coarse) return known;
    return { stamp, digest: hash('sha256', await readFile(path), 'hex') };
  } catch {
    return undefined;
  }
}

/** Whether nothing was written between two looks, not even the same again. */
export const isSame = (a: FileStates, b: FileStates): boolean =>
  a.size === b.size &&
  [...a].every(([path, { stamp, digest }]) => {
    const other = b.get(path);
    return other?.stamp === stamp && other.digest === digest;
  });

/** The files whose content differs, or that are there only once. */
export const changedFiles = (before: FileStates, now: FileStates): string[] =>
  [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => before.get(path)?.digest !== now.get(path)?.digest)
    .sort();
