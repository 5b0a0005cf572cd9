import { readFileSync } from 'node:fs';
import { exit, Failure } from '../failure.ts';
import { readJson as readJsonText, valueOf } from '../graph/json.ts';
import type { ProjectFile } from './files.ts';

import { unpack } from './unpack.ts';

/**
 * The content of a JSON file.
 * @throws Failure 3 where it cannot be read or is not JSON.
 */
export const readJson = async (file: ProjectFile): Promise<unknown> =>
  valueOf(readJsonText(await readText(file), file.shown));

/**
 * The text of a file, without byte order mark.
 * @throws Failure 3 where it cannot be read or is not UTF-8.
 */
export const readText = async (file: ProjectFile): Promise<string> =>
  (await readUnchanged(file)).replace(/^\ufeff/, '');

/**
 * The text of a file, with a byte order mark where it has one; a file that ends in `.gz` is unpacked.
 * @throws Failure 3 where it cannot be read or is not UTF-8, 6 where it unpacks to too much.
 */
export async function readUnchanged(file: ProjectFile): Promise<string> {
  if (file.text !== undefined) return file.text;
  let bytes: Buffer;
  try {
    // Small files are read at once in a fraction of the time that it takes to hand them to another thread.
    bytes = readFileSync(file.path === '-' ? 0 : file.path);
  } catch (cause) {
    throw new Failure(exit.unreadable, `Cannot read the file: ${(cause as Error).message}`, {
      file: file.shown,
      cause,
    });
  }
  const unpacked = unpack(bytes, file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  } catch (cause) {
    throw new Failure(exit.unreadable, 'The file is not valid UTF-8', {
      file: file.shown,
      hint: 'Save it as UTF-8.',
      cause,
    });
  }
}
