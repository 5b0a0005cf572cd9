import { missingFrom } from '../export/description/placeholders.ts';
import type { Dataset } from '../graph/dataset.ts';
import { exit } from '../failure.ts';
import type { Project } from '../project/project.ts';
import type { Console } from './console.ts';
import { type Language, say } from './words.ts';

export interface ReadyOptions {
  /** Whether to write only what has no placeholders. */
  readonly ready?: boolean | undefined;
}

/** What keeps a project from being published, a line for each file to be filled in; empty where nothing does. */
export function notReady({ config }: Project, dataset: Dataset, language: Language): string {
  const { settings, properties } = missingFrom(dataset, config);
  const lines = [
    ...(settings.length > 0 ? [say(language, 'notReady', { missing: settings.join(', ') })] : []),
    ...(properties.length > 0 ? [say(language, 'notDescribed', { missing: properties.join(', ') })] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Says that nothing is written, since something is missing. */
export function refuse({ err }: Console, missing: string, language: Language): number {
  err(`${missing}${say(language, 'refused')}\n`);
  return exit.problems;
}
