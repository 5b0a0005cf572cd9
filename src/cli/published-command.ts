import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exit } from '../failure.ts';
import { fillIn, inLanguage, type LanguageMap, type Values } from '../graph/language-map.ts';
import { loadData, loadShapes } from '../project/load.ts';
import { openProject, type Project, publishedPath } from '../project/project.ts';
import { publishedAsText, readPublished } from '../project/published-list.ts';
import { readUnchanged } from '../project/read-text.ts';
import { saveFiles } from '../project/save.ts';
import { placeOf } from '../report/names.ts';
import type { Problem } from '../validate/problem.ts';
import { mentionsInData, publishedProblems } from '../validate/published/problems.ts';
import { termsOf } from '../validate/published/terms.ts';
import type { Setting } from './command.ts';
import { type Language, say as sayOfAll } from './words.ts';

export interface PublishedOptions {
  /** Whether to write the list. */
  readonly update: boolean;
}

/** `meent published`: tells what the list of published IRIs lacks, and what has disappeared; with `update`, adds to it. */
export async function publishedCommand(
  { console, language, project: folder }: Setting,
  { update }: PublishedOptions,
): Promise<number> {
  const project = openProject(folder);
  const path = join(project.root, publishedPath);
  const file = { path, shown: relative(process.cwd(), path) };
  const before = project.published ? (await readPublished(file)).map(({ iri }) => iri) : [];
  const listed = new Set(before);
  const added = (await termsOf(project)).filter((iri) => !listed.has(iri));
  if (update && added.length > 0) {
    const old = existsSync(path) ? await readUnchanged(file) : '';
    await saveFiles([{ path: file.shown, text: publishedAsText([...before, ...added], old) }]);
  }
  for (const iri of added) console.out(`+ ${iri}\n`);
  // Read again: what takes the place of something may just have been added.
  const problems = await gone(openProject(folder));
  for (const problem of problems) console.out(asLine(problem, language));
  const values = { added: added.length, listed: listed.size + (update ? added.length : 0), file: file.shown };
  if (added.length > 0) console.out(say(language, update ? 'added' : 'toAdd', values));
  if (problems.length > 0) console.out(say(language, 'gone', { gone: problems.length }));
  if (added.length === 0 && problems.length === 0) console.out(say(language, 'complete', values));
  return problems.length > 0 || (added.length > 0 && !update) ? exit.problems : exit.fine;
}

async function gone(project: Project): Promise<Problem[]> {
  const data = await loadData(project);
  return publishedProblems(project, await loadShapes(project), (listed) => mentionsInData(data, listed));
}

const asLine = (problem: Problem, language: Language): string => {
  const hint = inLanguage(problem.hint, [language])!;
  return [
    `- ${problem.focus}`,
    `  ${placeOf(problem)}  ${inLanguage(problem.message, [language])}`,
    `  ${sayOfAll(language, 'hint', { hint })}\n`,
  ].join('\n');
};

const words = {
  complete: {
    nl: '{listed|gepubliceerde IRI|gepubliceerde IRI’s} in {file}: alle termen staan erop, en geen is verdwenen.',
    en: '{listed|published IRI|published IRIs} in {file}: every term is on the list, and none has disappeared.',
  },
  toAdd: {
    nl: '{added|term staat|termen staan} nog niet in {file}; `meent published --update` zet ze erbij.',
    en: '{added|term is|terms are} not in {file} yet; `meent published --update` adds them.',
  },
  added: {
    nl: '{added|term|termen} toegevoegd aan {file}, dat er nu {listed} telt.',
    en: 'Added {added|term|terms} to {file}, which now has {listed}.',
  },
  gone: {
    nl: '{gone|gepubliceerde IRI is|gepubliceerde IRI’s zijn} niet in orde.',
    en: '{gone|published IRI is|published IRIs are} not in order.',
  },
} as const satisfies Record<string, LanguageMap>;

const say = (language: Language, key: keyof typeof words, values: Values): string =>
  `${fillIn(words[key][language], values)}\n`;
