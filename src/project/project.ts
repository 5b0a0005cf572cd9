import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exit, Failure } from '../failure.ts';
import { type Config, readConfig } from './config.ts';

/** The folder of this package: its ontology, shapes, queries and context serve every project. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export type QueryFolder = 'exports' | 'questions' | 'checks';

export interface ProjectFile {
  /** Absolute path. */
  readonly path: string;
  /** The path as the user would write it, from the folder they stand in. */
  readonly shown: string;
}

export interface DataFile extends ProjectFile {
  /** IRI of the graph that the file's triples belong to. */
  readonly graph: string;
}

/** The map of a project's folders: what is where, with no content read but the settings. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly ontology: readonly DataFile[];
  readonly shapes: readonly ProjectFile[];
  readonly data: readonly DataFile[];
  readonly queries: Readonly<Record<QueryFolder, readonly ProjectFile[]>>;
  /** The one JSON-LD context. */
  readonly context: ProjectFile;
  /** Where the texts of the reports are, if they are there: `sources/<slug>.txt`. */
  readonly sources: string;
  readonly output: string;
}

const rdf = /\.(ttl|trig|nt|nq)$/;

/**
 * Maps the project in `root`. A project without ontology, shapes, queries or context of its own
 * uses those of the package; one that has them extends them.
 * @throws Failure 3 where there is no such folder, or it has no `data/`, or its settings are not right.
 */
export function openProject(root: string, from: string = process.cwd()): Project {
  const folder = resolve(from, root);
  if (!isFolder(join(folder, 'data')))
    throw new Failure(exit.unreadable, `No project in ${shown(folder, from)}: it has no data/ folder`, {
      file: shown(folder, from),
      hint: 'Stand in the folder that holds data/, or name it with --project.',
    });
  const settings = join(folder, 'meent.json');
  const config = readConfig(
    existsSync(settings) ? readFileSync(settings, 'utf8') : undefined,
    shown(settings, from),
  );
  const roots = folder === packageRoot ? [folder] : [packageRoot, folder];
  const files = (name: string, ending: RegExp): ProjectFile[] =>
    roots.flatMap((each) =>
      listFiles(join(each, name), ending).map((path) => ({ path, shown: shown(path, from) })),
    );
  const ownContext = join(folder, 'ontology/context.jsonld');
  const context = existsSync(ownContext) ? ownContext : join(packageRoot, 'ontology/context.jsonld');
  return {
    root: folder,
    config,
    ontology: files('ontology', rdf).map((file) => ({ ...file, graph: `${config.base}graph/ontology` })),
    shapes: files('shapes', rdf),
    data: listFiles(join(folder, 'data'), rdf).map((path) => ({
      path,
      shown: shown(path, from),
      graph: config.base + graphOf(relative(join(folder, 'data'), path)),
    })),
    queries: {
      exports: files('queries/exports', /\.rq$/),
      questions: files('queries/questions', /\.rq$/),
      checks: files('queries/checks', /\.rq$/),
    },
    context: { path: context, shown: shown(context, from) },
    sources: join(folder, 'sources'),
    output: join(folder, 'dist'),
  };
}

/** The graph of a file under `data/`: one per report, else one per folder, else one per file. */
export function graphOf(pathInData: string): string {
  const [first, second] = pathInData.split(sep) as [string, string | undefined];
  if (first === 'reports' && second) return `graph/${second.replace(rdf, '')}`;
  return `graph/${first.replace(rdf, '')}`;
}

function shown(path: string, from: string): string {
  return relative(from, path) || '.';
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Files below `folder` whose name matches, in one order on every machine; none if there is no such folder. */
function listFiles(folder: string, ending: RegExp): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort();
}
