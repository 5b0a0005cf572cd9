import { basename } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { readText } from '../project/load.ts';
import type { ProjectFile } from '../project/files.ts';
import type { Project, QueryFolder } from '../project/project.ts';
import { type Header, readHeader } from './header.ts';

/** A query of a project: its file's name is its name, its folder says what happens with the answer. */
export interface Query {
  readonly name: string;
  readonly file: ProjectFile;
  readonly header: Header;
  readonly sparql: string;
}

const needed: Readonly<Record<QueryFolder, readonly (keyof Header)[]>> = {
  exports: ['summary'],
  questions: ['summary'],
  checks: ['summary', 'severity', 'message'],
};

/** The queries in a folder of a project, by name; a project's own query replaces the package's of that name. */
export async function readQueries(project: Project, folder: QueryFolder): Promise<Query[]> {
  const files = new Map(project.queries[folder].map((file) => [nameOf(file), file]));
  const names = [...files.keys()].sort();
  return Promise.all(
    names.map(async (name) => {
      const file = files.get(name)!;
      const sparql = await readText(file);
      return { name, file, header: readHeader(sparql, file.shown, needed[folder]), sparql };
    }),
  );
}

/**
 * The query that a project calls by this name, in whichever folder.
 * @throws Failure 2 where there is none; the hint names the nearest.
 */
export function findQuery(project: Project, name: string): ProjectFile {
  const all = Object.values(project.queries).flat();
  const found = all.findLast((file) => nameOf(file) === name);
  if (found) return found;
  const names = all.map(nameOf);
  const near = nearest(name, names);
  throw new Failure(exit.usage, `No query called ${name}`, {
    hint: near
      ? `Did you mean ${near}? \`meent query --list\` shows them all.`
      : '`meent query --list` shows them all.',
  });
}

const nameOf = (file: ProjectFile): string => basename(file.path, '.rq');
