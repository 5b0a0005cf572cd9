import { basename } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { readText } from '../project/read-text.ts';
import type { ProjectFile } from '../project/files.ts';
import type { Project, QueryFolder } from '../project/project.ts';
import { type Column, declaredColumns } from './contract.ts';
import { type Header, readHeader } from './header.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { variablesOf } from './tokens.ts';

/** A query of a project: its file's name is its name, its folder says what happens with the answer. */
export interface Query extends ReadQuery {
  readonly name: string;
  readonly folder: QueryFolder;
  readonly file: ProjectFile;
  readonly header: Header;
}

/** A query's text with what it declares. */
export interface ReadQuery {
  readonly sparql: string;
  /** The query's file, or another name for it in messages. */
  readonly path: string;
  readonly header: Partial<Header>;
  readonly parameters: readonly Parameter[];
  /** In their order; undefined where it declares none. */
  readonly columns?: readonly Column[] | undefined;
}

const needed: Readonly<Record<QueryFolder, readonly (keyof Header)[]>> = {
  exports: ['summary'],
  questions: ['summary'],
  federated: ['summary'],
  checks: ['summary', 'severity', 'message'],
};

/** The folders of queries in the order in which people see them. */
export const queryFolders: readonly QueryFolder[] = ['questions', 'federated', 'exports', 'checks'];

/** Those with an answer that is expected: what the federated ones ask of others is otherwise from day to day. */
export const testedFolders: readonly QueryFolder[] = queryFolders.filter((folder) => folder !== 'federated');

/**
 * The queries in a folder of a project, by name; a project's own query replaces the package's of that name.
 * @throws Failure 3 with file and line where a header is not right, or an export or check wants a value.
 */
export async function readQueries(project: Project, folder: QueryFolder): Promise<Query[]> {
  const files = new Map(project.queries[folder].map((file) => [nameOf(file), file]));
  const names = [...files.keys()].sort();
  return Promise.all(
    names.map(async (name) => {
      const file = files.get(name)!;
      const query = readQuery(await readText(file), file.shown, needed[folder]);
      if (folder === 'exports' || folder === 'checks') assertNoParameters(query);
      return { ...query, header: query.header as Header, name, folder, file };
    }),
  );
}

/** Exports and checks are run when nobody is there to give values; what may be left out is left out. */
function assertNoParameters({ sparql, path, parameters }: ReadQuery): void {
  const asked = parameters.find(({ optional }) => !optional);
  if (!asked) return;
  throw new Failure(
    exit.unreadable,
    `Nobody gives an export or a check a value, and it has the parameter ${asked.name}`,
    {
      file: path,
      line: variablesOf(sparql).find(({ variable }) => variable === asked.variable)?.line,
      hint: 'Write the value in the query, or make it a question.',
    },
  );
}

/**
 * Reads what a query declares in its `#+` lines; one without them declares nothing.
 * @param path the query's file, or another name for it in messages.
 * @param neededKeys keys that it cannot do without.
 * @throws Failure 3 with file and line where it is not right.
 */
export function readQuery(
  sparql: string,
  path: string,
  neededKeys: readonly (keyof Header)[] = [],
): ReadQuery {
  const header = readHeader(sparql, path, neededKeys);
  const contract = { sparql, path, header };
  return { ...contract, parameters: parametersOf(contract), columns: declaredColumns(contract) };
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
