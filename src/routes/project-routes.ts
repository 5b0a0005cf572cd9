import type { Answer, Route, Routes } from './routes.ts';

/** What a project publishes, and what for. */
export interface PublishedThings {
  /** What the project's IRIs start with. */
  readonly base: string;
  /** What the addresses of its files start with. */
  readonly downloads: string;
  /** Names of the files that can be had there. */
  readonly files: ReadonlySet<string>;
  /** IRIs that the ontology defines. */
  readonly ontology: Iterable<string>;
  /** IRIs of the versions of ontologies. */
  readonly versions: Iterable<string>;
  /** IRIs that the shapes define. */
  readonly shapes: Iterable<string>;
  /** IRIs that the data describes, and names of its graphs. */
  readonly data: Iterable<string>;
  /** IRIs that the description of the data set describes. */
  readonly description: Iterable<string>;
  /** Addresses of pages for people, where there are any, as an answer has them. */
  readonly pages?: Partial<Record<'ontology' | 'shapes' | 'data' | 'description', string>> | undefined;
}

/** The files that can answer for each sort of thing, by preference. */
const files = {
  ontology: ['ontology.ttl', 'ontology.jsonld', 'ontology.nt'],
  shapes: ['shapes.ttl', 'shapes.jsonld', 'shapes.nt'],
  data: ['dataset.ttl', 'dataset.trig', 'dataset.nq'],
  description: ['dcat.ttl', 'dcat.jsonld'],
} as const;

/** What files can be asked for as: who wants JSON is content with JSON-LD. */
const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  ttl: ['text/turtle'],
  jsonld: ['application/ld+json', 'application/json'],
  nt: ['application/n-triples'],
  nq: ['application/n-quads'],
  trig: ['application/trig'],
};

/**
 * Where the IRIs of a project lead: terms to the file that defines them, things to the data, the data set to its
 * description; to a page where somebody wants HTML and there is one.
 */
export function projectRoutes(things: PublishedThings): Routes {
  const { base } = things;
  const paths = (iris: Iterable<string>) => pathsBelow(base, iris);
  const answers = (sort: keyof typeof files): Answer[] => {
    const page = things.pages?.[sort];
    return [
      ...files[sort]
        .filter((name) => things.files.has(name))
        .map((name) => ({
          mediaTypes: mediaTypes[name.replace(/^.*\./, '')]!,
          address: things.downloads + encodeURIComponent(name),
        })),
      ...(page === undefined ? [] : [{ mediaTypes: ['text/html', 'application/xhtml+xml'], address: page }]),
    ];
  };
  const terms = (sort: 'ontology' | 'shapes', exactly: readonly string[] = []): Route[] => {
    const { documents, names } = paths(things[sort]);
    const { branches, leaves } = branchesOf(names);
    return [
      { paths: sorted([...documents, ...leaves, ...exactly]), below: false, answers: answers(sort) },
      { paths: sorted(branches), below: true, answers: answers(sort) },
    ];
  };
  const { documents, names } = paths(things.data);
  const described = paths(things.description).names;
  const routes: Route[] = [
    ...terms('ontology', paths(things.versions).names),
    ...terms('shapes'),
    { paths: sorted(described), below: true, answers: answers('description') },
    { paths: [''], below: false, answers: answers('description') },
    // Of the data only what its paths begin with: there may be very many.
    {
      paths: sorted([...documents, ...names].map((path) => path.split('/')[0]!)).filter(
        (path) => !described.includes(path),
      ),
      below: true,
      answers: answers('data'),
    },
  ];
  return { base, routes: routes.filter((route) => route.paths.length > 0 && route.answers.length > 0) };
}

/** The paths of IRIs after the base: of documents that define names after a `#`, and of all others. */
function pathsBelow(base: string, iris: Iterable<string>): { documents: string[]; names: string[] } {
  const documents = new Set<string>();
  const names = new Set<string>();
  for (const iri of iris) {
    if (!iri.startsWith(base) || iri === base) continue;
    const [path, fragment] = iri.slice(base.length).split('#', 2) as [string, string?];
    const own = path.replace(/\/$/, '');
    if (own !== '') (fragment === undefined ? names : documents).add(own);
  }
  return { documents: [...documents], names: [...names] };
}

/** The paths that others lie below, and those that stand alone. */
function branchesOf(paths: readonly string[]): { branches: string[]; leaves: string[] } {
  const branches: string[] = [];
  const leaves: string[] = [];
  // A path comes right before those below it when the slash sorts before all else.
  const key = (path: string) => path.replaceAll('/', '\u0000');
  const inOrder = [...paths].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const [index, path] of inOrder.entries()) {
    const last = branches.at(-1);
    if (last !== undefined && path.startsWith(`${last}/`)) continue;
    (inOrder[index + 1]?.startsWith(`${path}/`) ? branches : leaves).push(path);
  }
  return { branches, leaves };
}

const sorted = (paths: readonly string[]): string[] => [...new Set(paths)].sort();
