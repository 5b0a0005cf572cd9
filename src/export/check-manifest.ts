import { lstat, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { readJson, valueOf } from '../graph/json.ts';
import { type ListedFile, type Manifest, manifestName } from './manifest.ts';
import { filesIn, measure } from './measure.ts';

/** A file of a published folder that is not as its manifest says. */
export interface Deviation {
  readonly kind: 'changed' | 'missing' | 'extra';
  /** The path of the file in the folder, with `/` between the parts. */
  readonly name: string;
}

export interface CheckedManifest {
  readonly manifest: Manifest;
  /** In the order of names; empty where the folder holds what its manifest lists, to the byte, and nothing else. */
  readonly deviations: readonly Deviation[];
}

/**
 * Holds a published folder against its manifest. Links in it are not followed.
 * @throws Failure 3 where the folder has no manifest, or one that cannot be read.
 */
export async function checkManifest(folder: string): Promise<CheckedManifest> {
  const manifest = await readManifest(folder);
  const found = new Set(await filesIn(folder));
  found.delete(manifestName);
  const deviations: Deviation[] = [];
  for (const file of manifest.files)
    if (!found.delete(file.name)) deviations.push({ kind: 'missing', name: file.name });
    else if (!(await isAsListed(join(folder, file.name), file)))
      deviations.push({ kind: 'changed', name: file.name });
  for (const name of found) deviations.push({ kind: 'extra', name });
  return { manifest, deviations: deviations.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

async function isAsListed(path: string, { bytes, sha256 }: ListedFile): Promise<boolean> {
  if (!(await lstat(path)).isFile()) return false;
  const found = await measure(path);
  return found.bytes === bytes && found.sha256 === sha256;
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName);
  const file = relative(process.cwd(), path);
  const hint = 'Name a folder that `meent export` or `meent build` has written.';
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Failure(exit.unreadable, `Cannot read the manifest: ${cause.message}`, { file, hint, cause });
  });
  const manifest: unknown = valueOf(readJson(text, file));
  if (isManifest(manifest)) return manifest;
  throw new Failure(exit.unreadable, 'Not a manifest of this version of meent', { file, hint });
}

function isManifest(value: unknown): value is Manifest {
  const { schemaVersion, contextSha256, files } = (value ?? {}) as Partial<Manifest>;
  return schemaVersion === 1 && isDigest(contextSha256) && Array.isArray(files) && files.every(isListed);
}

const isListed = ({ name, bytes, sha256 }: Partial<ListedFile> = {}): boolean =>
  // A name leads to a place in the folder, and nowhere else.
  typeof name === 'string' &&
  !/(^|\/)(\.{1,2})?(\/|$)|[\\\0]/.test(name) &&
  Number.isSafeInteger(bytes) &&
  isDigest(sha256);

const isDigest = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
