import { join, relative, resolve, sep } from 'node:path';
import { checkManifest } from '../export/check-manifest.ts';
import type { ExportFormat } from '../export/formats.ts';
import { beginExports } from '../export/begin-exports.ts';
import { stageExports } from '../export/publish-exports.ts';
import { exit } from '../failure.ts';
import { loadData } from '../project/load.ts';
import { openProject, type Project } from '../project/project.ts';
import { warmUp } from '../query/engines.ts';
import type { Setting } from './command.ts';
import { notReady, type ReadyOptions, refuse } from './readiness.ts';
import { type Language, say } from './words.ts';

export interface OutputOptions {
  /** Folder to write to. */
  readonly output?: string | undefined;
}

export interface ExportOptions extends OutputOptions, ReadyOptions {
  /** The forms to write. */
  readonly to?: readonly ExportFormat[] | undefined;
  /** Whether to look at what was written, in this folder or the usual one, instead of writing. */
  readonly check?: string | true | undefined;
}

/** `meent export`: writes the exports without validating, or holds a published folder against its manifest. */
export async function exportCommand(setting: Setting, options: ExportOptions): Promise<number> {
  const { console, language, project: folder } = setting;
  if (options.check !== undefined) return checkCommand(setting, options);
  const project = openProject(folder);
  const begun = beginExports(project);
  try {
    warmUp();
    // The texts and the places in them take as much room as the graph, and are not looked at again.
    const { dataset, prefixes } = await loadData(project);
    const missing = options.ready ? notReady(project, dataset, language) : '';
    if (missing) return refuse(console, missing, language);
    const output = outputOf(project, options);
    const made = { formats: options.to, begun };
    const { draft } = await stageExports(project, { dataset, prefixes }, output, made);
    const files = await draft.show();
    console.out(`${written(output, files, language)}\n`);
    return exit.fine;
  } finally {
    await begun.scribe.stop();
  }
}

async function checkCommand(
  { console, language, project: folder }: Setting,
  { check, output }: ExportOptions,
): Promise<number> {
  const path = check === true ? outputOf(openProject(folder), { output }) : resolve(check!);
  const shown = `${relative(process.cwd(), path) || '.'}/`;
  const { manifest, deviations } = await checkManifest(path);
  for (const { kind, name } of deviations) console.out(`${say(language, kind, { name })}\n`);
  console.out(
    deviations.length === 0
      ? `${say(language, 'asListed', { folder: shown, number: manifest.files.length })}\n`
      : `${say(language, 'hint', { hint: say(language, 'notAsListed', { folder: shown }) })}\n`,
  );
  return deviations.length === 0 ? exit.fine : exit.problems;
}

/** The folder that was asked for, else `dist/exports`. */
export const outputOf = (project: Project, { output }: OutputOptions): string =>
  output === undefined ? join(project.output, 'exports') : resolve(output);

/** Says where files were written, and which. */
export const written = (output: string, files: readonly string[], language: Language): string =>
  say(language, files.length > 40 ? 'manyWritten' : 'written', {
    folder: `${relative(process.cwd(), output) || '.'}/`,
    number: files.length,
    files: files.map((file) => relative(output, resolve(file)).split(sep).join('/')).join(', '),
  });
