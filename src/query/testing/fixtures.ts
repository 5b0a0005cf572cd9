import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { exit, Failure } from '../../failure.ts';
import { nearest } from '../../graph/nearest.ts';
import { listFiles, type ProjectFile, shown } from '../../project/files.ts';
import { readJson } from '../../project/read-text.ts';
import type { Project } from '../../project/project.ts';
import { type Query, readQueries, testedFolders } from '../library.ts';
import { endings } from './records.ts';

/** What a query is to answer, on which data. */
export interface Fixture {
  /** Where it stands below `test/queries/`: `questions/claims-of-actor/ans-boom`. */
  readonly name: string;
  readonly query: Query;
  /** What is asked; the project's own graph where there is none. */
  readonly data?: ProjectFile | undefined;
  /** Values of parameters. */
  readonly values: ReadonlyMap<string, string>;
  /** The answer that is expected; for a check, the example with the nodes to find in its `#+ expect:` lines. */
  readonly expected: ProjectFile;
  /** Whether the answer is there, and not still to be written. */
  readonly written: boolean;
}

const rdf = /\.(ttl|trig|nt|nq|jsonld)$/;
const expectation = new RegExp(`expected\\.(?:${endings.join('|')})$`);
const about = /(?:^|[/\\])(?:expected\.\w+|parameters\.json|data\.(?:ttl|trig|nt|nq|jsonld))$/;

/**
 * The fixtures of a project: for the query `queries/questions/x.rq` every folder in `test/queries/questions/x/`, and that
 * itself, that holds an `expected.csv` – or `.tsv`, `.json`, `.jsonl`, `.ttl`, `.trig`, `.nt`, `.nq` – and
 * maybe values in a `parameters.json`. The data is the nearest `data.ttl`, in that folder or one above it. For a
 * check it is every RDF file in `test/queries/checks/x/`. A query of the project itself that has none gets one whose
 * answer is still to be written.
 * @throws Failure 3 where a folder is about no query, or expects two answers.
 */
export async function readFixtures(project: Project, from: string = process.cwd()): Promise<Fixture[]> {
  const root = join(project.root, 'test/queries');
  const fixtures: Fixture[] = [];
  for (const folder of testedFolders) {
    const queries = await readQueries(project, folder);
    const files = listFiles(join(root, folder), /./).map((path) => ({ path, shown: shown(path, from) }));
    assertQueries(files, join(root, folder), queries);
    for (const query of queries) {
      const own = files.filter(({ path }) => path.startsWith(join(root, folder, query.name) + sep));
      const found = folder === 'checks' ? examplesOf(query, own) : await answersOf(query, own, root);
      fixtures.push(...found.map((each) => ({ ...each, name: nameOf(root, each.expected.path) })));
      if (found.length > 0 || !query.file.path.startsWith(join(project.root, 'queries') + sep)) continue;
      const path = join(root, folder, query.name, 'expected.');
      fixtures.push({
        name: `${folder}/${query.name}`,
        query,
        values: new Map(),
        data: dataOf(dirname(path), root, from),
        expected: { path, shown: shown(path, from) },
        written: false,
      });
    }
  }
  return fixtures;
}

type Found = Omit<Fixture, 'name'>;

const examplesOf = (query: Query, files: readonly ProjectFile[]): Found[] =>
  files
    .filter(({ path }) => rdf.test(path))
    .map((file) => ({ query, data: file, values: new Map(), expected: file, written: true }));

async function answersOf(query: Query, files: readonly ProjectFile[], root: string): Promise<Found[]> {
  const folders = new Map<string, ProjectFile[]>();
  for (const file of files)
    if (about.test(file.path))
      folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file]);
  // Data that stands above the folders of several fixtures is no fixture itself.
  const leaves = [...folders].filter(
    ([folder, own]) =>
      own.some(({ path }) => !basename(path).startsWith('data.')) ||
      ![...folders.keys()].some((other) => other.startsWith(folder + sep)),
  );
  return Promise.all(
    leaves.map(async ([folder, own]) => {
      const expected = own.filter(({ path }) => basename(path).startsWith('expected.'));
      const odd = expected.find(({ path }) => !expectation.test(path));
      if (odd)
        throw new Failure(exit.unreadable, 'No answer is kept in this form', {
          file: odd.shown,
          hint: `Keep it as ${endings.map((ending) => `.${ending}`).join(', ')}.`,
        });
      const from = own[0]!;
      if (expected.length > 1)
        throw new Failure(exit.unreadable, 'Two answers are expected of one query', {
          file: expected[1]!.shown,
          hint: 'Keep one of them, or give each a folder of its own.',
        });
      const parameters = own.find(({ path }) => basename(path) === 'parameters.json');
      const place = { path: join(folder, 'expected.'), shown: join(dirname(from.shown), 'expected.') };
      return {
        query,
        data: nearestData(folder, root, dirname(from.shown)),
        values: parameters ? await readValues(parameters) : new Map<string, string>(),
        expected: expected[0] ?? place,
        written: expected.length === 1,
      };
    }),
  );
}

const dataOf = (folder: string, root: string, from: string) => nearestData(folder, root, shown(folder, from));

/** The file `data.ttl`, or in another form of RDF, in a folder or the nearest one above it. */
function nearestData(folder: string, root: string, shownAs: string): ProjectFile | undefined {
  for (const ending of ['ttl', 'trig', 'nt', 'nq', 'jsonld']) {
    const path = join(folder, `data.${ending}`);
    if (existsSync(path)) return { path, shown: join(shownAs, `data.${ending}`) };
  }
  return folder === root ? undefined : nearestData(dirname(folder), root, dirname(shownAs));
}

async function readValues(file: ProjectFile): Promise<Map<string, string>> {
  const values = await readJson(file);
  if (
    typeof values !== 'object' ||
    values === null ||
    !Object.values(values).every((each) => typeof each === 'string')
  )
    throw new Failure(exit.unreadable, 'Parameters are to be one JSON object of texts', {
      file: file.shown,
      hint: 'Write { "actor": "ans-boom" }.',
    });
  return new Map(Object.entries(values as Record<string, string>));
}

function assertQueries(files: readonly ProjectFile[], folder: string, queries: readonly Query[]): void {
  for (const file of files) {
    const [name, ...inside] = relative(folder, file.path).split(sep);
    if (inside.length === 0 || queries.some((query) => query.name === name)) continue;
    const near = nearest(
      name!,
      queries.map((query) => query.name),
    );
    throw new Failure(exit.unreadable, `There is no query ${name} to expect this of`, {
      file: file.shown,
      hint: near ? `Did you mean ${near}? Rename the folder.` : 'Rename the folder after its query.',
    });
  }
}

/** `questions/x` for an expected answer there, `checks/x/broken` for an example. */
const nameOf = (root: string, path: string): string => {
  const name = relative(root, path).split(sep).join('/');
  return name.replace(/\/expected\.\w*$/, '').replace(rdf, '');
};
