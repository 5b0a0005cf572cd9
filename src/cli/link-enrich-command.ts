import { join } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { resolveIri } from '../graph/resolve-iri.ts';
import { writeTurtle } from '../graph/write.ts';
import { enrich } from '../link/enrich.ts';
import { readSets } from '../link/mapping-sets.ts';
import { targetsOf } from '../link/verify/targets.ts';
import { shown } from '../project/files.ts';
import { loadData } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { readUnchanged } from '../project/read-text.ts';
import { saveFiles } from '../project/save.ts';
import type { Setting } from './command.ts';
import { askingFor, type AskingOptions } from './link-asking.ts';
import { authorityOf } from './link-verify-command.ts';
import { Progress } from './link-progress.ts';
import { refuseName } from './link-names.ts';
import { sayOfLinks } from './link-words.ts';

export interface LinkEnrichOptions extends AskingOptions {
  readonly sparql: string;
  /** Properties to fetch the values of, as people name them. */
  readonly property: readonly string[];
  /** The file in data/enrichment, without its ending. */
  readonly name?: string | undefined;
}

/** Marks a file that a new run may replace. */
const mark = '# Fetched by `meent link enrich`, which replaces this file. Nothing in it is said by a report.';

/** `meent link enrich`: fetches facts about what accepted links lead to, into a file beside the reports. */
export async function linkEnrichCommand(setting: Setting, options: LinkEnrichOptions): Promise<number> {
  const { console, language } = setting;
  const project = openProject(setting.project);
  const [data, sets] = [await loadData(project), await readSets(project)];
  const { namespace, address } = authorityOf('sparql', options.sparql, sets);
  const name = options.name ?? options.sparql.slice(0, options.sparql.indexOf('='));
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name))
    throw new Failure(exit.usage, `${name} is no name for a file`, { hint: 'Give one with --name.' });
  const named = new Map([...sets.flatMap(({ metadata }) => [...metadata.curieMap]), ...data.prefixes]);
  const properties = options.property.map((each) => resolveIri(each, named, []) ?? refuseName(each));
  const { base, languages } = project.config;
  const iris = targetsOf(sets, data.dataset, base, new Set(['accepted']))
    .map(({ iri }) => iri)
    .filter((iri) => iri.startsWith(namespace));
  const path = shown(join(project.root, 'data/enrichment', `${name}.ttl`), process.cwd());
  await refuseOthers(path);
  const progress = new Progress(console, language);
  const asking = askingFor([address], options, project, setting, progress);
  const quads = await enrich(iris, address, asking, {
    properties,
    languages,
    retrieval: `${base}id/retrieval/${encodeURIComponent(name)}`,
    onProgress: (done, all) => progress.show(done, all, done),
  }).finally(() => progress.end());
  const things = new Set(quads.map(({ subject }) => subject.value)).size;
  if (quads.length > 0) await saveFiles([{ path, text: `${mark}\n${writeTurtle(quads, named)}` }]);
  const told = new Set(quads.map(({ predicate }) => predicate.value));
  const untold = options.property.filter((_, index) => !told.has(properties[index]!));
  const counts = { links: iris.length, facts: quads.length, things, file: path };
  console.err(`${sayOfLinks(language, quads.length > 0 ? 'enriched' : 'nothingFetched', counts)}\n`);
  if (quads.length > 0 && untold.length > 0)
    console.err(`${sayOfLinks(language, 'untoldProperties', { properties: untold.join(', ') })}\n`);
  return exit.fine;
}

/** @throws Failure 7 where a file stands there that somebody else has written. */
async function refuseOthers(path: string): Promise<void> {
  const text = await readUnchanged({ path, shown: path }).catch((error: unknown) => {
    if (((error as Failure).cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return mark;
    throw error;
  });
  if (!text.startsWith(mark))
    throw new Failure(exit.unwritable, 'The file was not fetched, so it is not replaced', {
      file: path,
      hint: 'Give another name with --name.',
    });
}
