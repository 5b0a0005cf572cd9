import { exit, Failure } from '../failure.ts';
import type { Project } from '../project/project.ts';
import { visible } from '../report/visible.ts';
import type { Setting } from './command.ts';
import { answerIn } from './link-answers.ts';
import { sayInReview } from './link-review-words.ts';

/**
 * The name of the person who decides: as the option gives it, or meent.json, or as they type it; never taken from the machine,
 * which does not know who sits before it.
 * @param next gives the next line that is typed.
 * @throws Failure 2 where there is none, or it can be no name.
 */
export async function reviewerOf(
  given: string | undefined,
  { config }: Project,
  { console, language }: Setting,
  next?: () => Promise<string | undefined>,
): Promise<string> {
  const name = given ?? config.reviewer;
  if (name !== undefined) return checked(name);
  if (next && console.isTyped)
    for (;;) {
      console.err(sayInReview(language, 'name'));
      const typed = await next();
      if (typed === undefined) break;
      // Who thinks of the first question already is not called yes.
      if (typed.trim() !== '' && answerIn(typed) === undefined) return checked(typed);
    }
  throw new Failure(exit.usage, 'Nobody is named who decides', {
    hint: 'Give your name: --reviewer "A. Gardener", or `reviewer` in meent.json.',
  });
}

function checked(name: string): string {
  const trimmed = name.trim();
  // What begins with a sign is a formula to a spreadsheet.
  if (/^[\p{L}\p{N}]/u.test(trimmed) && visible(trimmed) === trimmed) return trimmed;
  throw new Failure(exit.usage, `Not the name of a person: ${visible(name)}`, {
    hint: 'Give the name that is to stand beside what you decide.',
  });
}

/**
 * The day of a decision: as it is given, or today.
 * @throws Failure 2 where it is no day of the calendar.
 */
export function dayOf(given: string | undefined): string {
  const today = new Date().toISOString().slice(0, 10);
  if (given === undefined) return today;
  const day = /^\d{4}-\d\d-\d\d$/.test(given) ? new Date(`${given}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given)) return given;
  throw new Failure(exit.usage, `Not a day: ${visible(given)}`, { hint: 'Write it as 2024-04-25.' });
}
