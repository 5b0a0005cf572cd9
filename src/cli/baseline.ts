import { exit, Failure } from '../failure.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import {
  applyBaseline,
  type BaselineEntry,
  baselineOf,
  type Judgement,
  lookedForIn,
} from '../validate/baseline.ts';
import { readBaseline, writeBaseline } from '../validate/baseline-file.ts';
import type { Validation } from '../validate/validate.ts';
import { visible } from './visible.ts';
import { fill, type Language } from './words.ts';

export interface BaselineOptions {
  /** File with the problems that are accepted. */
  readonly baseline?: string | undefined;
  /** Whether to accept what is found now. */
  readonly updateBaseline: boolean;
}

/**
 * Holds what was found against the baseline, written anew first where that is asked for; undefined
 * without a baseline.
 * @throws Failure 2 where no file is named, 3 where it cannot be read, 7 where it cannot be written.
 */
export async function judge(
  validation: Validation,
  { baseline: path, updateBaseline }: BaselineOptions,
): Promise<Judgement | undefined> {
  if (path === undefined) {
    if (!updateBaseline) return undefined;
    throw new Failure(exit.usage, '--update-baseline needs a file', {
      hint: 'Name it with --baseline, for instance --baseline baseline.json.',
    });
  }
  const { problems } = validation;
  const wasLookedFor = lookedForIn(validation);
  const old = await readBaseline(path);
  if (updateBaseline) {
    // What this run could not find is not known to be gone.
    const kept = (old ?? []).filter((entry) => !wasLookedFor(entry));
    const entries = baselineOf(problems, kept);
    await writeBaseline(path, entries);
    return applyBaseline(problems, entries, wasLookedFor);
  }
  if (old) return applyBaseline(problems, old, wasLookedFor);
  throw new Failure(exit.unreadable, 'There is no such baseline', {
    file: path,
    hint: 'Write it with --update-baseline, then look at what it accepts and commit it.',
  });
}

const words = {
  known: {
    nl: 'Aanvaard in {file} en niet meegeteld: {known} problemen.',
    en: 'Accepted in {file} and not counted: {known} problems.',
  },
  stale: {
    nl: '{file} aanvaardt nog wat niet meer voorkomt:',
    en: '{file} still accepts what no longer occurs:',
  },
  mend: {
    nl: 'Hoe te verhelpen: haal dit uit {file}, of laat --update-baseline dat doen.',
    en: 'How to mend it: take this out of {file}, or have --update-baseline do that.',
  },
} as const satisfies Record<string, LanguageMap>;

/** What a baseline made of a validation, for people. */
export function judgementAsText(
  { known, stale }: Judgement,
  { baseline: file = '' }: BaselineOptions,
  language: Language,
): string {
  const tell = (key: keyof typeof words) => fill(words[key][language], { file, known: known.length });
  const lines = [
    tell('known'),
    ...(stale.length > 0 ? [tell('stale'), ...stale.map(entryAsText), tell('mend')] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function entryAsText({ rule, focus, path, value, count }: BaselineEntry): string {
  const about = [`<${focus}>`, path, value === undefined ? undefined : `“${value}”`, rule, `× ${count}`];
  return `  ${visible(about.filter((part) => part !== undefined).join(' · '))}`;
}
