import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { packageRoot } from '../package.ts';
import { type Config, placeholderBase, readConfig } from './config.ts';
import { mappingEnding } from '../sssom/parse.ts';
import { findInputs, isFolder, listFiles, type ProjectFile, shown } from './files.ts';

export type QueryFolder = 'exports' | 'questions' | 'federated' | 'checks';

export interface DataFile extends ProjectFile {
  /** IRI of the graph that the file's triples belong to; none where they keep the one they have. */
  readonly graph?: string;
  /** The report that the file is about, where it is about one. */
  readonly report?: string | undefined;
}

export interface ShapesFile extends ProjectFile {
  /** Whether the package lends it to a project of somebody else, which need not have all that it is about. */
  readonly lent: boolean;
}

/** The map of a project's folders: what is where, with no content read but the settings. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly ontology: readonly DataFile[];
  readonly shapes: readonly ShapesFile[];
  /** What the description of the data set must say, when it is written. */
  readonly descriptionShapes: readonly ProjectFile[];
  readonly data: readonly DataFile[];
  readonly queries: Readonly<Record<QueryFolder, readonly ProjectFile[]>>;
  /** Lists of the terms that a vocabulary has: its namespace, then a local name a line. */
  readonly knownTerms: readonly ProjectFile[];
  /** The list of the IRIs that the project has published, where it keeps one. */
  readonly published: ProjectFile | undefined;
  /** The one JSON-LD context. */
  readonly context: ProjectFile;
  /** Where the texts of the reports are, if they are there: `sources/<slug>.txt`. */
  readonly sources: string;
  readonly output: string;
}

/** Where a project keeps the list of the IRIs that it has published. */
export const publishedPath = 'ontology/published.txt';

// A context or a frame holds no data.
const rdf = /(?<!\b(?:context|frame))\.(?:ttl|trig|nt|nq|jsonld)(?:\.gz)?$/;
// Data is what is said in RDF, and what mapping sets say of links.
const data = new RegExp(`${rdf.source}|${mappingEnding.source}`);

/** Files, folders or globs that stand in for those of the project; `-` is standard input. */
export interface Inputs {
  /** Replaces data and, where shapes are given too, the ontology. */
  readonly data?: readonly string[] | undefined;
  readonly shapes?: readonly string[] | undefined;
}

/**
 * Maps the project in `root`. A project without ontology, shapes, queries or context of its own
 * uses those of the package; one that has them extends them. With inputs of its own any folder will
 * do; the project's checks are then left out, since they are about the project's data.
 * @throws Failure 3 where there is no such folder or input, or no `data/`, or its settings are not right.
 */
export function openProject(root: string, from: string = process.cwd(), inputs: Inputs = {}): Project {
  const folder = resolve(from, root);
  if (!inputs.data && !isFolder(join(folder, 'data')))
    throw new Failure(exit.unreadable, `No project in ${shown(folder, from)}: it has no data/ folder`, {
      file: shown(folder, from),
      hint: 'Stand in the folder that holds data/, name it with --project, or give files with --data.',
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
  const published = join(folder, publishedPath);
  const given = (patterns: readonly string[], ending: RegExp) => findInputs(patterns, ending, from);
  const ownFiles = !inputs.data && !inputs.shapes;
  const describing = roots.map((each) => join(each, 'shapes/description') + sep);
  const isDescribing = ({ path }: ProjectFile) => describing.some((each) => path.startsWith(each));
  const shapes = files('shapes', rdf);
  return {
    root: folder,
    config,
    ontology:
      inputs.data && inputs.shapes
        ? []
        : files('ontology', rdf).map((file) => ({ ...file, graph: `${config.base}graph/ontology` })),
    shapes: inputs.shapes
      ? given(inputs.shapes, rdf).map((file) => ({ ...file, lent: false }))
      : shapes
          .filter((file) => !isDescribing(file))
          .map((file) => ({
            ...file,
            lent: folder !== packageRoot && file.path.startsWith(join(packageRoot, 'shapes') + sep),
          })),
    descriptionShapes: shapes.filter(isDescribing),
    data: inputs.data
      ? given(inputs.data, data)
      : listFiles(join(folder, 'data'), data).map((path) => ({
          path,
          shown: shown(path, from),
          graph: config.base + graphOf(relative(join(folder, 'data'), path)),
          report: reportOf(relative(join(folder, 'data'), path)),
        })),
    queries: {
      exports: files('queries/exports', /\.rq$/),
      questions: files('queries/questions', /\.rq$/),
      federated: files('queries/federated', /\.rq$/),
      checks: ownFiles ? files('queries/checks', /\.rq$/) : [],
    },
    knownTerms: files('ontology/known-terms', /\.txt$/),
    // What stands in for the project's files is not what it has published.
    published:
      ownFiles && existsSync(published) ? { path: published, shown: shown(published, from) } : undefined,
    context: { path: context, shown: shown(context, from) },
    sources: join(folder, 'sources'),
    output: join(folder, 'dist'),
  };
}

/** A project that names no base gives none: an IRI that nobody chose would look like one that somebody did. */
export const baseOf = ({ config }: Pick<Project, 'config'>): string | undefined =>
  config.base === placeholderBase ? undefined : config.base;

/** Whether a project brings a file itself: what it does not is the package's, which may be installed in the project's folder. */
export const isOwn =
  ({ root }: Pick<Project, 'root'>) =>
  ({ path }: ProjectFile): boolean =>
    path.startsWith(root + sep) &&
    !(packageRoot.startsWith(root + sep) && path.startsWith(packageRoot + sep));

/** The report that a file under `data/` is about: it has a file or a folder in `data/reports/`. */
function reportOf(pathInData: string): string | undefined {
  const [first, second] = pathInData.split(sep);
  return first === 'reports' && !mappingEnding.test(pathInData) ? second?.replace(rdf, '') : undefined;
}

/** The graph of a file under `data/`: one for all links; one per report, else one per folder, else one per file. */
export function graphOf(pathInData: string): string {
  if (mappingEnding.test(pathInData)) return 'graph/links';
  const [first, second] = pathInData.split(sep) as [string, string | undefined];
  const name = first === 'reports' && second ? second : first;
  return `graph/${encodeURIComponent(name.replace(rdf, ''))}`;
}
