import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '../export/measure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { gatherThings } from './things.ts';
import { Model } from './model.ts';
import { resolve } from './routes.ts';

/** An IRI that leads to no file, or to a part that its page does not have. */
export interface DeadEnd {
  readonly iri: string;
  /** What was asked for. */
  readonly accept: string;
  readonly language: string;
  /** Where the rules lead. */
  readonly file: string;
  readonly fragment: string | undefined;
}

export interface CheckedSite {
  /** How many IRIs were followed, each in every form and language. */
  readonly iris: number;
  readonly deadEnds: readonly DeadEnd[];
}

/** What people and programs ask with. */
const asked: readonly (readonly [accept: string, language: string])[] = [
  ['text/turtle', ''],
  ['application/ld+json', ''],
  ['application/json', ''],
  ['application/rdf+xml;q=0.9, text/turtle;q=0.8, text/html;q=0.2', ''],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'nl-NL,nl;q=0.9,en;q=0.5'],
  ['text/html', 'en-GB,en;q=0.9'],
  ['*/*', ''],
  ['image/png', 'fr'],
];

/** Follows every IRI of a project to the folder of a site by the rules that servers have, in every form and language. */
export async function checkSite(
  folder: string,
  datasets: readonly Dataset[],
  base: string,
): Promise<CheckedSite> {
  const files = new Set(await filesIn(folder));
  const ids = new Map<string, Promise<ReadonlySet<string>>>();
  const idsOf = (file: string): Promise<ReadonlySet<string>> => {
    let found = ids.get(file);
    if (!found) ids.set(file, (found = readIds(join(folder, file))));
    return found;
  };
  const iris = new Set(
    datasets.flatMap((dataset) =>
      [...gatherThings(new Model(dataset, base), dataset).values()].flat().map(({ value }) => value),
    ),
  );
  const deadEnds: DeadEnd[] = [];
  for (const iri of iris)
    for (const [accept, acceptLanguage] of asked) {
      const target = resolve(iri, base, { accept, acceptLanguage });
      if (!target) continue;
      const { file, fragment, form } = target;
      const isThere =
        files.has(file) && (form !== 'html' || fragment === undefined || (await idsOf(file)).has(fragment));
      if (!isThere) deadEnds.push({ iri, accept, language: acceptLanguage, file, fragment });
    }
  return { iris: iris.size, deadEnds };
}

/** The ids of a page that we have made: attributes are in double quotes, and no text has any. */
const readIds = async (path: string): Promise<ReadonlySet<string>> =>
  new Set(Array.from((await readFile(path, 'utf8')).matchAll(/ id="([^"]*)"/g), ([, id]) => id!));
