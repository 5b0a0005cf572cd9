import { hash } from 'node:crypto';
import type { NamedNode } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import { Locator, type ReadDocument } from '../graph/locator.ts';
import { type Parsed, parse } from '../graph/parse.ts';
import { iri } from '../graph/terms.ts';
import { deniedLinks } from '../sssom/links.ts';
import { mappingEnding, parseMappings } from '../sssom/parse.ts';
import { readMappings } from '../sssom/sssom.ts';
import { ParsedDocuments } from './parsed-documents.ts';
import { baseOf, type DataFile, isOwn, type Project } from './project.ts';
import { readText } from './read-text.ts';

/** RDF files read together. */
export interface Loaded {
  readonly dataset: Dataset;
  /** The texts with what was read from them, in the order of the files. */
  readonly documents: readonly ReadDocument[];
  /** Where in the files something is said. */
  readonly locator: Locator;
  /** Every prefix that the files declare; the first declaration counts. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Reads ontology and data of a project into one dataset.
 * @param known documents that were read before; what has not changed is not parsed again.
 */
export const loadData = (project: Project, known?: ParsedDocuments): Promise<Loaded> =>
  load([...project.ontology, ...project.data], 'data', project, known);

/** Reads the shapes of a project. */
export const loadShapes = (project: Project, known?: ParsedDocuments): Promise<Loaded> =>
  load(project.shapes, 'shapes', project, known);

/** Reads the shapes that the description of a project's data set is held against. */
export const loadDescriptionShapes = (project: Project): Promise<Loaded> =>
  load(project.descriptionShapes, 'shapes', project);

/** Reads the ontology that a project is read with. */
export const loadOntology = (project: Project): Promise<Loaded> => load(project.ontology, 'data', project);

/** Reads the ontology that a project brings itself, without that of the package. */
export const loadOwnOntology = (project: Pick<Project, 'root' | 'config' | 'ontology'>): Promise<Loaded> =>
  load(project.ontology.filter(isOwn(project)), 'data', project);

/** Reads the shapes that a project brings itself, with those for the description of its data set. */
export const loadOwnShapes = (
  project: Pick<Project, 'root' | 'config' | 'shapes' | 'descriptionShapes'>,
): Promise<Loaded> =>
  load([...project.shapes, ...project.descriptionShapes].filter(isOwn(project)), 'shapes', project);

/** Reads the data of a project, without its ontology. */
export const loadOnlyData = (project: Project): Promise<Loaded> => load(project.data, 'data', project);

async function load(
  files: readonly DataFile[],
  as: Part,
  project: Pick<Project, 'config'>,
  known?: ParsedDocuments,
): Promise<Loaded> {
  return together(await readDocuments(files, as, baseOf(project), known));
}

/** Reads texts that are in no file yet; `file` is how the user would write where they are to come. */
export const loadTexts = async (texts: readonly { file: string; text: string }[]): Promise<Loaded> =>
  together(
    await Promise.all(
      texts.map(async (each) => ({
        ...each,
        ...(await parse(each.text, { path: each.file, base: undefined })),
      })),
    ),
  );

function together(read: readonly ParsedDocument[]): Loaded {
  const dataset = new Dataset(read.flatMap(({ quads }) => quads));
  const prefixes = new Map<string, string>();
  for (const document of read)
    for (const [prefix, name] of document.prefixes) if (!prefixes.has(prefix)) prefixes.set(prefix, name);
  return { dataset, documents: read, locator: new Locator(read), prefixes };
}

/** What files are read as: one file can be data and shapes. */
export type Part = 'data' | 'shapes';

/** Reads files, each into a document of its own; their blank nodes have the same labels in every thread. */
export async function readDocuments(
  files: readonly DataFile[],
  as: Part,
  base: string | undefined,
  known = new ParsedDocuments(),
): Promise<ParsedDocument[]> {
  const texts = await Promise.all(files.map(readText));
  const documents: ParsedDocument[] = [];
  const deniedBeside = denials(files, texts);
  for (const [index, file] of files.entries()) {
    const text = texts[index]!;
    const graph: NamedNode | undefined = file.graph === undefined ? undefined : iri(file.graph);
    const blankPrefix = `n${as[0]}${hash('sha1', file.shown).slice(0, 12)}_`;
    const parsed = mappingEnding.test(file.shown)
      ? parseMappings(text, { path: file.shown, graph }, deniedBeside(index))
      : await known.parse(text, { path: file.shown, base, graph, blankPrefix });
    documents.push({ ...parsed, file: file.shown, text });
  }
  return documents;
}

/** The links that mapping sets deny, but for the one of a number, which knows its own. */
function denials(
  files: readonly DataFile[],
  texts: readonly string[],
): (index: number) => ReadonlySet<string> {
  const sets = files.flatMap(({ shown }, index) => (mappingEnding.test(shown) ? [index] : []));
  const denied =
    sets.length < 2
      ? []
      : sets.map((index) => [index, deniedLinks(readMappings(texts[index]!, files[index]!.shown))] as const);
  return (own) => new Set(denied.flatMap(([index, links]) => (index === own ? [] : [...links.keys()])));
}

export type ParsedDocument = ReadDocument & Parsed;
