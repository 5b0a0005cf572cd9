import type { Language } from '../graph/language-map.ts';
import type { BaselineEntry } from '../validate/baseline.ts';
import type { BaselineVerdict } from './report.ts';
import { visible } from './visible.ts';
import { say } from './words.ts';

/** What a baseline made of the problems, for people. */
export function baselineAsText({ file, known, stale }: BaselineVerdict, language: Language): string {
  const values = { file: visible(file), known: known.length };
  const lines = [
    say(language, 'accepted', values),
    ...(stale.length > 0
      ? [say(language, 'stale', values), ...stale.map(entryAsText), say(language, 'removeStale', values)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function entryAsText({ rule, focus, path, value, count }: BaselineEntry): string {
  const about = [`<${focus}>`, path, value === undefined ? undefined : `“${value}”`, rule, `× ${count}`];
  return `  ${visible(about.filter((part) => part !== undefined).join(' · '))}`;
}
