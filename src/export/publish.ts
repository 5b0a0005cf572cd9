import { Draft } from './draft.ts';
import type { Files } from './export-file.ts';

/**
 * Puts files in the place of a folder in one step; whoever looks sees all the old files or all the new.
 * @returns the paths of the files, as the user would write them.
 * @throws Failure 7 where that cannot be done, and what making the files throws; the old files then stand as they were.
 */
export async function publish(files: Files, folder: string): Promise<string[]> {
  const draft = await Draft.begin(folder);
  await writeAll(draft, files);
  return draft.show();
}

/** Writes files to a draft; nothing is left of it where one cannot be made, or `signal` is aborted. */
export async function writeAll(draft: Draft, files: Files, signal?: AbortSignal): Promise<void> {
  try {
    for await (const file of files) {
      signal?.throwIfAborted();
      await draft.write(file);
    }
  } catch (error) {
    await draft.discard();
    throw error;
  }
}
