import { readdir, readlink, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Removes old versions, and what killed runs left behind. */
export async function sweep(versions: string, folder: string): Promise<void> {
  const names = await readdir(versions);
  // Listed again: a link that came after is seen. And the folder is looked at last: a link that is gone has become it.
  const busy = (await readdir(versions)).filter((name) =>
    isAlive(Number(/^(?:draft|link)-(\d+)/.exec(name)?.[1])),
  );
  const links = busy.filter((name) => name.startsWith('link-')).map((name) => join(versions, name));
  const targets = await Promise.all(links.map((link) => readlink(link).catch(() => '')));
  targets.push(await readlink(folder).catch(() => ''));
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

export const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/** Removes a folder and those above it, up to one of them, as far as they are empty. */
export async function removeEmpty(folder: string, up: string): Promise<void> {
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isGone && folder !== up) await removeEmpty(dirname(folder), up);
}
