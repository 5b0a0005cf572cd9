import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
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
  const shown = relative(process.cwd(), folder);
  try {
    await refuseForeign(folder, shown);
    const versions = join(dirname(folder), `.${basename(folder)}`);
    const version = join(versions, digest(files));
    await stage(files, version);
    const previous = await readlink(folder).catch(() => undefined);
    const link = join(versions, `link-${process.pid}`);
    await symlink(join(basename(versions), basename(version)), link, 'dir');
    await rename(link, folder);
    if (previous && basename(previous) !== basename(version))
      await rm(join(dirname(folder), previous), { recursive: true, force: true });
    return files.map((file) => join(shown, file.name));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(exit.unwritable, `Cannot write ${shown}: ${(cause as Error).message}`, {
      hint: 'What stood there still stands. Mend the folder, or name another with --output.',
      cause,
    });
  }
}

/** A folder that somebody else made is not replaced. */
async function refuseForeign(folder: string, shown: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found || found.isSymbolicLink()) return;
  throw new Failure(exit.unwritable, `${shown} is there already and was not made by meent`, {
    hint: 'Move it away, or name another folder with --output.',
  });
}

async function stage(files: readonly ExportFile[], version: string): Promise<void> {
  const complete = await readdir(version).catch(() => undefined);
  if (complete) return;
  const draft = `${version}-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const file of files) await writeFile(join(draft, file.name), file.text);
  await rename(draft, version);
}

function digest(files: readonly ExportFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\u0000${text}\u0000`);
  return hash.digest('hex').slice(0, 16);
}
