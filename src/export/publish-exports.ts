import { createHash } from 'node:crypto';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { readUnchanged } from '../project/read-text.ts';
import { type BegunExports, beginExports } from './begin-exports.ts';
import { describeDataset } from './description/describe.ts';
import { describedAs, type TextFile } from './description/file.ts';
import { Draft } from './draft.ts';
import type { ExportFile, WrittenFile } from './export-file.ts';
import { makeExports } from './exports.ts';
import { type ExportFormat, usualFormats } from './formats.ts';
import { manifestOf } from './manifest.ts';
import { writeAll } from './publish.ts';
import { redirectsOf } from './redirects.ts';

/** Exports that are written and not yet shown. */
export interface StagedExports {
  readonly draft: Draft;
  /** The files that describe the data set, to be looked at before the draft is shown. */
  readonly description: readonly TextFile[];
}

export interface StageOptions {
  readonly formats?: readonly ExportFormat[] | undefined;
  /** What has been begun before; whoever began it ends it. */
  readonly begun?: BegunExports | undefined;
  /** Whoever does not want them any more aborts it. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the exports of a project beside the folder that is to show them, with a description of the data set and a
 * manifest of all.
 * @throws Failure 3 where a query, frame or context is wrong; 7 where they cannot be written; 70 where a file would
 *   not give back what it was made from; the reason of `signal`. Nothing is left of the draft then.
 */
export async function stageExports(
  project: Project,
  data: Pick<Loaded, 'dataset' | 'prefixes'>,
  folder: string,
  { formats = usualFormats, begun, signal }: StageOptions = {},
): Promise<StagedExports> {
  const draft = await Draft.begin(folder);
  const description: TextFile[] = [];
  const told = { written: () => draft.written, description };
  await writeAll(draft, exportFiles(project, data, formats, told, begun), signal);
  return { draft, description };
}

/** What the making of exports is to be told while they are written, and what it tells. */
export interface ExportProgress {
  /** The files that are written so far, by their names in the folder of exports. */
  readonly written: () => readonly WrittenFile[];
  /** Where the files go that describe the data set. */
  readonly description: TextFile[];
}

/** The exports of a project with description and manifest, made one by one as they are asked for. */
export async function* exportFiles(
  project: Project,
  data: Pick<Loaded, 'dataset' | 'prefixes'>,
  formats: readonly ExportFormat[],
  { written, description }: ExportProgress,
  begun?: BegunExports,
): AsyncGenerator<ExportFile> {
  const { scribe, terms } = begun ?? beginExports(project);
  try {
    const context = await readUnchanged(project.context);
    yield* makeExports(project, data, formats, scribe);
    const own = await terms;
    yield* own.files;
    description.push(...(await describeDataset(describedAs(written()), data, project.config, scribe)));
    yield* description.map(({ name, text, triples }) => ({ name, triples, pieces: [text] }));
    // Whoever reads the lines, or has to know what they rest on, finds it beside them.
    yield { name: 'context.jsonld', pieces: [context] };
    yield redirectsOf(project.config, own.names, data.dataset, [...description, ...written()]);
    yield manifestOf(written(), createHash('sha256').update(context).digest('hex'));
  } finally {
    if (!begun) await scribe.stop();
  }
}

/**
 * Puts the exports of a project in the place of a folder in one step.
 * @returns the paths of the files, as the user would write them.
 * @throws Failure as `stageExports` does; the old files then stand as they were.
 */
export async function publishExports(
  project: Project,
  data: Pick<Loaded, 'dataset' | 'prefixes'>,
  folder: string,
  formats?: readonly ExportFormat[],
): Promise<string[]> {
  return (await stageExports(project, data, folder, { formats })).draft.show();
}
