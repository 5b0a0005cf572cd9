import { basename } from 'node:path';
import { exit, Failure } from '../failure.ts';
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

/** The word most like `word`, if one is like it at all. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const scored = words.map((each) => ({ each, score: distance(word, each) }));
  const best = scored.sort((a, b) => a.score - b.score || (a.each < b.each ? -1 : 1))[0];
  return best && best.score <= Math.max(2, word.length / 3) ? best.each : undefined;
}

/** How many single-character edits lie between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (b[j] === character ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
