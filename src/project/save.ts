import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';

/**
 * Writes files so that each is there whole or as it was; one that cannot be written does not keep the
 * others from being.
 * @param files texts by the path as the user wrote it.
 * @throws Failure 7 that names the files that could not be written.
 */
export async function saveFiles(files: readonly { path: string; text: string }[]): Promise<void> {
  const outcomes = await Promise.allSettled(files.map(({ path, text }) => save(resolve(path), text)));
  const failed = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [{ path: files[index]!.path, reason: outcome.reason as Error }] : [],
  );
  if (failed.length === 0) return;
  throw new Failure(
    exit.unwritable,
    `Cannot write ${failed.map(({ path, reason }) => `${path} (${reason.message})`).join(', ')}`,
    {
      hint: 'What stood there still stands. Name a file in a folder that can be written to.',
      cause: failed[0]!.reason,
    },
  );
}

async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => undefined);
  // A pipe or a device is written to, not replaced.
  if (there && !there.isFile() && !there.isDirectory()) return writeFile(target, text);
  const draft = `${target}.${process.pid}.draft`;
  try {
    await writeFile(draft, text);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
