import { readText } from '../../project/read-text.ts';
import type { ProjectFile } from '../../project/files.ts';

/** The local names of the terms that a vocabulary has, by its namespace. */
export type KnownTerms = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the lists of terms of a project: a namespace, then a local name a line; lists of one namespace add up. */
export async function readKnownTerms(files: readonly ProjectFile[]): Promise<KnownTerms> {
  const known = new Map<string, Set<string>>();
  for (const text of await Promise.all(files.map(readText))) {
    const [namespace, ...names] = text.split(/\r?\n/).filter((line) => line !== '');
    if (namespace) known.set(namespace, new Set([...(known.get(namespace) ?? []), ...names]));
  }
  return known;
}
