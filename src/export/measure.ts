import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Size in bytes and SHA-256, hexadecimal. */
export interface Measure {
  readonly bytes: number;
  readonly sha256: string;
}

/** Measures a file piece by piece, all in one place of memory: V8 is in no hurry to give back what it no longer needs. */
export async function measure(path: string): Promise<Measure> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(2 ** 20);
  let bytes = 0;
  const handle = await open(path);
  try {
    for (let read; (read = (await handle.read(buffer)).bytesRead) > 0; bytes += read)
      hash.update(buffer.subarray(0, read));
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The files below a folder, by their paths in it with `/` between the parts, in order; links are not followed. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
