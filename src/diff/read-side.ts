import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { Dataset } from '../graph/dataset.ts';
import { iri, quad } from '../graph/terms.ts';
import { isFolder } from '../project/files.ts';
import { type Loaded, loadOnlyData, loadOntology, loadOwnOntology, loadOwnShapes } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import type { Side } from './difference.ts';
import { checkOut, type Revision } from './git.ts';

/** What a user names to compare: a path, or something at a revision. */
export type Named = { readonly path: string } | Revision;

/**
 * What a name means. `git:<revision>` and `git:<revision>:<path>` are always a revision; what is there as a file or folder, or
 * begins as a path does, is a path; anything else is a revision, with a path after a colon.
 */
export function meaningOf(name: string, from: string): Named {
  const explicit = name.startsWith('git:');
  if (!explicit && (existsSync(resolve(from, name)) || /^\.{0,2}\/|^\.{1,2}$|^~\//.test(name)))
    return { path: name };
  const [, revision, path] = /^([^:]+)(?::(.*))?$/s.exec(explicit ? name.slice(4) : name) ?? [];
  if (revision === undefined || revision.startsWith('-'))
    throw new Failure(exit.usage, `Neither a path nor a revision: ${name}`, {
      hint: 'Give a folder, a file, a revision such as HEAD~1, or git:HEAD~1:data.',
    });
  return { revision, path };
}

/**
 * Reads one side of a comparison: a project with its own ontology, shapes and data, else the RDF files of a folder, or a file.
 * @param folder the project that a revision without a path is of.
 * @throws Failure 2 where there is no such revision, 3 where something is not there or cannot be read.
 */
export async function readSide(name: string, folder: string, from: string = process.cwd()): Promise<Side> {
  const meaning = meaningOf(name, from);
  if (!('revision' in meaning)) return { name, ...(await readPath(meaning.path, from)) };
  const temporary = await mkdtemp(join(tmpdir(), 'meent-diff-'));
  try {
    const { file } = await checkOut(meaning, resolve(from, folder), needed, temporary);
    return { name, ...(await readPath(file ?? '.', temporary)) };
  } catch (error) {
    // Whoever named a revision never sees the folder that it was written to.
    if (!(error instanceof Failure)) throw error;
    const { code, message, file, line, column, hint, cause } = error;
    if (file === undefined || file.startsWith(`${meaning.revision}:`)) throw error;
    throw new Failure(code, message, { file: `${meaning.revision}:${file}`, line, column, hint, cause });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The files that a project or a folder of RDF is read from. */
const needed = /\.(?:ttl|trig|nt|nq|jsonld)(?:\.gz)?$|(?:^|\/)meent\.json$/;

async function readPath(path: string, from: string): Promise<Omit<Side, 'name'>> {
  const absolute = resolve(from, path);
  if (!existsSync(absolute))
    throw new Failure(exit.unreadable, `There is no file or folder ${path}`, {
      file: path,
      hint: 'Give a folder, a file, or a revision as git:HEAD~1.',
    });
  if (!isFolder(join(absolute, 'data'))) {
    const given = openProject('.', from, { data: [path] });
    const { dataset, prefixes } = await loadOnlyData(given);
    return { dataset, prefixes, ontology: (await loadOntology(given)).dataset };
  }
  const project = openProject(path, from);
  const parts = [await loadOwnOntology(project), await loadOnlyData(project)];
  const shapes = await loadOwnShapes(project);
  return {
    dataset: new Dataset([
      ...parts.flatMap(({ dataset }) => [...dataset]),
      ...inGraph(shapes, `${project.config.base}graph/shapes`),
    ]),
    prefixes: new Map([shapes, ...parts].flatMap(({ prefixes }) => [...prefixes])),
    ontology: (await loadOntology(project)).dataset,
  };
}

/** Shapes are no part of the data; here they have a graph of their own, so that what changes in them is told apart. */
const inGraph = ({ dataset }: Loaded, graph: string) =>
  [...dataset].map(({ subject, predicate, object }) =>
    quad(subject as never, predicate as never, object as never, iri(graph)),
  );
