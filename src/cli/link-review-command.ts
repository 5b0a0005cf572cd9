import { exit } from '../failure.ts';
import { entriesOfGraph } from '../link/authority/graph.ts';
import { readSets } from '../link/mapping-sets.ts';
import { openMappings } from '../link/questions.ts';
import { loadData } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { visible } from '../report/visible.ts';
import type { Setting } from './command.ts';
import { subjectsNamed } from './link-names.ts';
import { ReviewDialogue } from './link-review-dialogue.ts';
import { sayInReview } from './link-review-words.ts';
import { dayOf, reviewerOf } from './link-reviewer.ts';

export interface LinkReviewOptions {
  readonly reviewer?: string | undefined;
  /** The day to write beside decisions; today where it is absent. */
  readonly date?: string | undefined;
  readonly minimum: number;
  readonly unsure: boolean;
  /** Things to ask about, as people name them; all where there are none. */
  readonly subject: readonly string[];
}

/** `meent link review`: asks a person about each candidate, and saves what they say before it asks on. */
export async function linkReviewCommand(
  setting: Setting,
  files: readonly string[],
  options: LinkReviewOptions,
): Promise<number> {
  const { console, language } = setting;
  const project = openProject(setting.project);
  const sets = await readSets(project, files);
  const { dataset, prefixes } = await loadData(project);
  const subjects = subjectsNamed(options.subject, sets, prefixes);
  const open = openMappings(sets, { ...options, subjects });
  if (open.length === 0) {
    console.err(`${sayInReview(language, 'nothing')}\n`);
    return exit.fine;
  }
  const on = dayOf(options.date);
  const known = new Map(entriesOfGraph(dataset).map((entry) => [entry.iri, entry]));
  const lines = console.lines();
  const next = async () => {
    const { done, value } = await lines.next();
    return done ? undefined : (value as string);
  };
  try {
    const by = await reviewerOf(options.reviewer, project, setting, next);
    console.err(`${sayInReview(language, 'begin', { open: open.length, by: visible(by) })}\n`);
    const view = { language, colour: console.colour, prefixes, known };
    const dialogue = new ReviewDialogue({ sets, open, by, on, view, console });
    await dialogue.hold(next);
    const left = openMappings(sets, { ...options, subjects, unsure: false }).length;
    console.err(`${sayInReview(language, 'summary', { ...dialogue.counts, open: left })}\n`);
    return exit.fine;
  } finally {
    // A process does not end while it reads.
    await lines.return(undefined);
  }
}
