import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { NamedNode } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { Locator, type ReadDocument } from '../graph/locator.ts';
import { iri } from '../graph/terms.ts';
import type { ProjectFile } from './files.ts';
import { ParsedDocuments } from './parsed-documents.ts';
import type { Project } from './project.ts';

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
 * @param documents those that were read before; what has not changed is not parsed again.
 */
export const loadData = (project: Project, documents?: ParsedDocuments): Promise<Loaded> =>
  load([...project.ontology, ...project.data], project, documents);

/** Reads the shapes of a project. */
export const loadShapes = (project: Project, documents?: ParsedDocuments): Promise<Loaded> =>
  load(project.shapes, project, documents);

async function load(
  files: readonly (ProjectFile & { graph?: string })[],
  project: Project,
  parsedDocuments = new ParsedDocuments(),
): Promise<Loaded> {
  const dataset = new Dataset();
  const documents: ReadDocument[] = [];
  const prefixes = new Map<string, string>();
  const texts = await Promise.all(files.map((file) => readText(file)));
  for (const [index, file] of files.entries()) {
    const text = texts[index]!;
    const graph: NamedNode | undefined = file.graph === undefined ? undefined : iri(file.graph);
    const parsed = await parsedDocuments.parse(text, { path: file.shown, base: project.config.base, graph });
    for (const quad of parsed.quads) dataset.add(quad);
    for (const [prefix, name] of parsed.prefixes) if (!prefixes.has(prefix)) prefixes.set(prefix, name);
    documents.push({
      file: file.shown,
      text,
      quads: parsed.quads,
      positions: parsed.positions,
      precision: 'token',
    });
  }
  return { dataset, documents, locator: new Locator(documents), prefixes };
}

export interface ReadOptions {
  /** Whether a byte order mark at the start is part of the text; by default it is dropped. */
  readonly keepByteOrderMark?: boolean;
}

/**
 * The text of a file.
 * @throws Failure 3 where it cannot be read or is not UTF-8.
 */
export async function readText(
  file: ProjectFile,
  { keepByteOrderMark = false }: ReadOptions = {},
): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = file.path === '-' ? readFileSync(0) : await readFile(file.path);
  } catch (cause) {
    throw new Failure(exit.unreadable, `Cannot read the file: ${(cause as Error).message}`, {
      file: file.shown,
      cause,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepByteOrderMark }).decode(bytes);
  } catch (cause) {
    throw new Failure(exit.unreadable, 'The file is not valid UTF-8', {
      file: file.shown,
      hint: 'Save it as UTF-8.',
      cause,
    });
  }
}
