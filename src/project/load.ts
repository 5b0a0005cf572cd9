import { readFile } from 'node:fs/promises';
import type { NamedNode } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { parse } from '../graph/parse.ts';
import { iri } from '../graph/terms.ts';
import { parseJson } from './json.ts';
import type { Project, ProjectFile } from './project.ts';

export interface Place {
  /** The file as the user would write it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** RDF files read together. */
export interface Loaded {
  readonly dataset: Dataset;
  /** Where each subject is first described; keys as in `termKey`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Every prefix that the files declare; the first declaration counts. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Reads ontology and data of a project into one dataset. */
export const loadData = (project: Project): Promise<Loaded> =>
  load([...project.ontology, ...project.data], project);

/** Reads the shapes of a project. */
export const loadShapes = (project: Project): Promise<Loaded> => load(project.shapes, project);

async function load(files: readonly (ProjectFile & { graph?: string })[], project: Project): Promise<Loaded> {
  const dataset = new Dataset();
  const places = new Map<string, Place>();
  const prefixes = new Map<string, string>();
  const texts = await Promise.all(files.map(readText));
  for (const [index, file] of files.entries()) {
    const graph: NamedNode | undefined = file.graph === undefined ? undefined : iri(file.graph);
    const parsed = await parse(texts[index]!, { path: file.shown, base: project.config.base, graph });
    for (const quad of parsed.quads) dataset.add(quad);
    for (const [subject, line] of parsed.lines)
      if (!places.has(subject)) places.set(subject, { file: file.shown, line });
    for (const [prefix, name] of parsed.prefixes) if (!prefixes.has(prefix)) prefixes.set(prefix, name);
  }
  return { dataset, places, prefixes };
}

/**
 * The content of a JSON file.
 * @throws Failure 3 where it cannot be read or is not JSON.
 */
export const readJson = async (file: ProjectFile): Promise<unknown> =>
  parseJson(await readText(file), file.shown);

/**
 * The text of a file.
 * @throws Failure 3 where it cannot be read or is not UTF-8.
 */
export async function readText(file: ProjectFile): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file.path);
  } catch (cause) {
    throw new Failure(exit.unreadable, `Cannot read the file: ${(cause as Error).message}`, {
      file: file.shown,
      cause,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure(exit.unreadable, 'The file is not valid UTF-8', {
      file: file.shown,
      hint: 'Save it as UTF-8.',
      cause,
    });
  }
}
