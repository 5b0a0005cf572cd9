import { differenceBetween, isSame } from '../diff/difference.ts';
import { type DiffFormat, diffEndings, diffFormats } from '../diff/formats.ts';
import { writeDifference } from '../diff/forms.ts';
import { readSide } from '../diff/read-side.ts';
import { exit } from '../failure.ts';
import { saveFiles } from '../project/save.ts';
import type { Setting } from './command.ts';
import { readTargets } from './targets.ts';

export interface DiffOptions {
  readonly format: DiffFormat;
  /** Files to write to as well, `file` or `format:file`. */
  readonly output: readonly string[];
  readonly all: boolean;
  /** Whether a difference gives exit code 1. */
  readonly exitCode: boolean;
}

/** `meent diff`: tells what differs between two states of a project, a folder or a file. */
export async function diffCommand(
  { console, language, project }: Setting,
  old: string,
  now: string | undefined,
  { format, output, all, exitCode }: DiffOptions,
): Promise<number> {
  // Wrong usage is said before anything is done.
  const targets = readTargets(output, diffFormats, diffEndings);
  const before = await readSide(old, project);
  const after = now === undefined ? await readSide(asPath(project), project) : await readSide(now, project);
  const difference = await differenceBetween(before, after);
  const write = (form: DiffFormat) => writeDifference(difference, form, { language, all });
  console.out(write(format));
  await saveFiles(targets.map(({ path, format: form }) => ({ path, text: write(form) })));
  return exitCode && !isSame(difference) ? exit.problems : exit.fine;
}

/** The folder of a project so that it is taken for a path, whatever it is called. */
const asPath = (folder: string): string => (/^\.{0,2}\/|^\.{1,2}$/.test(folder) ? folder : `./${folder}`);
