import { relative, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { Project } from '../project/project.ts';
import { readText } from '../project/read-text.ts';
import { findQuery, type ReadQuery } from '../query/library.ts';

/**
 * The text of the query that a command is given: by name, as a file, `-` for standard input, or written out.
 * @throws Failure 2 where both a name and a text are given, or neither.
 */
export async function askedQuery(
  project: Project,
  name: string | undefined,
  expression: string | undefined,
  read: () => Promise<string>,
): Promise<Pick<ReadQuery, 'sparql' | 'path'>> {
  if ((name === undefined) === (expression === undefined))
    throw new Failure(exit.usage, 'Give either the name of a query or a query with -e', {
      hint: '`meent query --list` shows the names.',
    });
  if (expression !== undefined) return { sparql: expression, path: '-e' };
  if (name === '-') return { sparql: await read(), path: '-' };
  const path = resolve(name!);
  const file = /[/\\]|\.rq$/.test(name!)
    ? { path, shown: relative(process.cwd(), path) }
    : findQuery(project, name!);
  return { sparql: await readText(file), path: file.shown };
}

/** The prefixes on the same line as the query, after its header, so that an error's line is still right. */
export function withPrefixes(sparql: string, prefixes: ReadonlyMap<string, string>): string {
  const declarations = [...prefixes].map(([prefix, name]) => `PREFIX ${prefix}: <${name}> `).join('');
  return sparql.replace(/^(?:#\+[^\n]*\n)*/, (header) => header + declarations);
}
