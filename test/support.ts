import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Quad } from '@rdfjs/types';
import { Dataset } from '../src/graph/dataset.ts';
import { Locator } from '../src/graph/locator.ts';
import { parse } from '../src/graph/parse.ts';
import { type Loaded, loadData } from '../src/project/load.ts';
import { packageRoot } from '../src/package.ts';
import { openProject, type Project } from '../src/project/project.ts';

/** The repository. */
export const root = packageRoot;

/** The text of a file of the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Paths, from the root of the repository, of the files below a folder whose name matches. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => relative(root, join(root, folder, name)))
    .sort();
}

/** The quads of a Turtle file of the repository, without its `#+` lines, which other than RDF are for the test. */
export async function quadsOf(path: string): Promise<readonly Quad[]> {
  const text = textOf(path).replace(/^#\+/gm, '#');
  return (await parse(text, { path, base: 'https://example.org/' })).quads;
}

/** A dataset of Turtle written in a test. */
export async function turtle(text: string): Promise<Dataset> {
  const prefixes = '@prefix : <https://example.org/> . @prefix meent: <https://w3id.org/meent/ns#> . ';
  return new Dataset(
    (await parse(prefixes + text, { path: 'test.ttl', base: 'https://example.org/' })).quads,
  );
}

/** The project of this repository. */
export const ownProject = (): Project => openProject(root);

/** RDF files as if they had been read, from their names and texts. */
export async function loadedFrom(texts: Readonly<Record<string, string>>): Promise<Loaded> {
  const documents = await Promise.all(
    Object.entries(texts).map(async ([file, text]) => ({
      file,
      text,
      ...(await parse(text, { path: file, base: 'https://example.org/' })),
    })),
  );
  return {
    dataset: new Dataset(documents.flatMap(({ quads }) => quads)),
    documents,
    locator: new Locator(documents),
    prefixes: new Map(documents.flatMap(({ prefixes }) => [...prefixes])),
  };
}

/** Where the suites of others are, if they are there; they are never copied into the repository. */
export const suites = process.env['MEENT_SUITES'] ?? join(root, '../shared/suites');

let loaded: Promise<Loaded> | undefined;

/** The graph of this repository, read once a test file. */
export const ownGraph = (): Promise<Loaded> => (loaded ??= loadData(ownProject()));
