import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { ExportFile } from './exports.ts';

/**
 * Puts files in the place of a folder in one step: they are written beside it, in a folder named by
 * their content, and a symbolic link is switched. Whoever looks sees all the old files or all the new.
 * @returns the paths of the files, as seen through the link.
 * @throws Failure 7 where that cannot be done; the old files then stand as they were.
 */
export async function publish(files: readonly ExportFile[], folder: string): Promise<string[]> {
  const shown = relative(process.cwd(), folder) || '.';
  const versions = join(dirname(folder), `.${basename(folder)}`);
  const draft = join(versions, `draft-${process.pid}`);
  const link = join(versions, `link-${process.pid}`);
  try {
    await refuseForeign(folder, shown);
    const version = digest(files);
    await mkdir(versions, { recursive: true });
    await Promise.all([remove(link), remove(draft)]);
    // The link comes first: it keeps another run from sweeping away what it points at.
    await symlink(join(basename(versions), version), link, 'dir');
    await stage(files, draft, join(versions, version));
    await rename(link, folder);
    await sweep(versions, folder);
    return files.map((file) => join(shown, file.name));
  } catch (cause) {
    await Promise.all([remove(link), remove(draft)]).catch(() => undefined);
    if (cause instanceof Failure) throw cause;
    throw new Failure(exit.unwritable, `Cannot write ${shown}: ${(cause as Error).message}`, {
      hint: 'What stood there still stands. Mend the folder, or name another with --output.',
      cause,
    });
  }
}

/** A folder that somebody else made is not replaced, nor a link that they set. */
async function refuseForeign(folder: string, shown: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return;
  const target = found.isSymbolicLink() ? await readlink(folder) : '';
  if (dirname(target) === `.${basename(folder)}`) return;
  throw new Failure(exit.unwritable, `${shown} is there already and was not made by meent`, {
    hint: 'Move it away, or name another folder with --output.',
  });
}

/** Writes the files to a folder that nobody looks at, which becomes the version when it is complete. */
async function stage(files: readonly ExportFile[], draft: string, version: string): Promise<void> {
  if (await holds(version, files)) return;
  await mkdir(draft);
  for (const file of files) await writeFile(join(draft, file.name), file.text);
  await remove(version);
  await rename(draft, version);
}

/** Whether a folder has these files and no other: a person may have changed what we once wrote. */
async function holds(folder: string, files: readonly ExportFile[]): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (
    names.sort().join() !==
    files
      .map(({ name }) => name)
      .sort()
      .join()
  )
    return false;
  const same = files.map(async ({ name, text }) => (await readFile(join(folder, name), 'utf8')) === text);
  return (await Promise.all(same)).every(Boolean);
}

/** Removes old versions, and what killed runs left behind. */
async function sweep(versions: string, folder: string): Promise<void> {
  const names = await readdir(versions);
  const busy = names.filter((name) => isAlive(Number(/^(?:draft|link)-(\d+)$/.exec(name)?.[1])));
  const links = [
    ...busy.filter((name) => name.startsWith('link-')).map((name) => join(versions, name)),
    folder,
  ];
  const targets = await Promise.all(links.map((link) => readlink(link).catch(() => '')));
  const kept = new Set([...busy, ...targets.map((target) => basename(target))]);
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => remove(join(versions, name))));
}

function isAlive(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

function digest(files: readonly ExportFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\u0000${text}\u0000`);
  return hash.digest('hex').slice(0, 16);
}
