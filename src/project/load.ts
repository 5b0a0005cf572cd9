import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { NamedNode } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { readJson as readJsonText, valueOf } from '../graph/json.ts';
import { Locator, type ReadDocument } from '../graph/locator.ts';
import { type Parsed, parse } from '../graph/parse.ts';
import { iri } from '../graph/terms.ts';
import { placeholderBase } from './config.ts';
import type { ProjectFile } from './files.ts';
import { ParsedDocuments } from './parsed-documents.ts';
import type { DataFile, Project } from './project.ts';
import { unpack } from './unpack.ts';

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
  load([...project.ontology, ...project.data], project, known);

/** Reads the shapes of a project. */
export const loadShapes = (project: Project, known?: ParsedDocuments): Promise<Loaded> =>
  load(project.shapes, project, known);

/** Reads the shapes that the description of a project's data set is held against. */
export const loadDescriptionShapes = (project: Project): Promise<Loaded> =>
  load(project.descriptionShapes, project);

async function load(files: readonly DataFile[], project: Project, known?: ParsedDocuments): Promise<Loaded> {
  return together(await readDocuments(files, baseOf(project), known));
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

/** A project that names no base gives none: an IRI that nobody chose would look like one that somebody did. */
export const baseOf = ({ config }: Project): string | undefined =>
  config.base === placeholderBase ? undefined : config.base;

/** Reads files, each into a document of its own. */
export async function readDocuments(
  files: readonly DataFile[],
  base: string | undefined,
  known = new ParsedDocuments(),
): Promise<ParsedDocument[]> {
  const texts = await Promise.all(files.map(readText));
  const documents: ParsedDocument[] = [];
  for (const [index, file] of files.entries()) {
    const text = texts[index]!;
    const graph: NamedNode | undefined = file.graph === undefined ? undefined : iri(file.graph);
    const parsed = await known.parse(text, { path: file.shown, base, graph });
    documents.push({ ...parsed, file: file.shown, text });
  }
  return documents;
}

export type ParsedDocument = ReadDocument & Parsed;

/**
 * The content of a JSON file.
 * @throws Failure 3 where it cannot be read or is not JSON.
 */
export const readJson = async (file: ProjectFile): Promise<unknown> =>
  valueOf(readJsonText(await readText(file), file.shown));

/**
 * The text of a file, without byte order mark.
 * @throws Failure 3 where it cannot be read or is not UTF-8.
 */
export const readText = async (file: ProjectFile): Promise<string> =>
  (await readUnchanged(file)).replace(/^\ufeff/, '');

/**
 * The text of a file, with a byte order mark where it has one; a file that ends in `.gz` is unpacked.
 * @throws Failure 3 where it cannot be read or is not UTF-8, 6 where it unpacks to too much.
 */
export async function readUnchanged(file: ProjectFile): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = file.path === '-' ? readFileSync(0) : await readFile(file.path);
  } catch (cause) {
    throw new Failure(exit.unreadable, `Cannot read the file: ${(cause as Error).message}`, {
      file: file.shown,
      cause,
    });
  }
  const unpacked = unpack(bytes, file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  } catch (cause) {
    throw new Failure(exit.unreadable, 'The file is not valid UTF-8', {
      file: file.shown,
      hint: 'Save it as UTF-8.',
      cause,
    });
  }
}
