import type { ProjectFile } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { type PublishedIri, readPublished } from '../project/published-list.ts';
import { readText } from '../project/read-text.ts';
import { isWorthThreads } from '../project/size.ts';
import { settingOf } from './job.ts';
import { Pool, type PoolOptions } from './pool.ts';

/** A project with the threads that are at work on it. */
export interface Begun {
  /** With what was read from standard input in it. */
  readonly project: Project;
  /** The IRIs that it has published. */
  readonly published: readonly PublishedIri[];
  readonly options: PoolOptions;
  readonly pool: Pool;
}

/**
 * Sets threads to work on the reports of a project. Nothing else is loaded for that, so that they are at work while
 * whoever waits for them loads the rest.
 */
export async function beginUnits(given: Project, options: PoolOptions = {}): Promise<Begun> {
  const project = { ...given, data: await readInput(given.data), shapes: await readInput(given.shapes) };
  const published = project.published ? await readPublished(project.published) : [];
  // Most shapes speak no SPARQL: whether they do is known when the threads are at work.
  const begun = { project, published, options };
  return { ...begun, pool: againIn(begun, { asOne: false, sparql: false }) };
}

/** The same where a project has so much data that threads are worth their start. */
export const beginWhereWorth = async (project: Project, options: PoolOptions): Promise<Begun | undefined> =>
  isWorthThreads(project) ? beginUnits(project, options) : undefined;

/** Sets threads to work anew, as one unit. */
export const againIn = (
  { project, published, options }: Pick<Begun, 'project' | 'published' | 'options'>,
  how: { readonly asOne: boolean; readonly sparql: boolean },
): Pool => {
  const { knownTerms, sources } = project;
  const iris = published.map(({ iri }) => iri);
  return new Pool(
    { ...settingOf(project), ...how, facts: { knownTerms, published: iris, sources } },
    options,
  );
};

/** Files, with the text of standard input in them where it is one of them: it can be read only once. */
const readInput = <File extends ProjectFile>(files: readonly File[]): Promise<readonly File[]> =>
  Promise.all(
    files.map(async (file) => (file.path === '-' ? { ...file, text: await readText(file) } : file)),
  );
