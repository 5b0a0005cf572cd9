import { exit, Failure } from '../failure.ts';
import type { BaselineVerdict } from '../report/report.ts';
import { saveFiles } from '../project/save.ts';
import { applyBaseline, baselineOf, lookedForIn } from '../validate/baseline.ts';
import { readBaseline } from '../validate/baseline-file.ts';
import { baselineAsJson } from '../validate/baseline-text.ts';
import type { Validation } from '../validate/validate.ts';

export interface BaselineOptions {
  /** File with the problems that are accepted. */
  readonly baseline: string;
  /** Whether to accept what is found now. */
  readonly updateBaseline: boolean;
}

/**
 * Holds what was found against the baseline, which is written anew first where that is asked for;
 * undefined without a baseline, and where nothing was looked at.
 * @throws Failure 2 where no file is named, 3 where it cannot be read, 7 where it cannot be written.
 */
export async function judge(
  validation: Validation,
  options: Partial<BaselineOptions> & { allowEmpty: boolean },
): Promise<BaselineVerdict | undefined> {
  const { baseline: file, updateBaseline = false } = options;
  if (file === undefined) {
    if (!updateBaseline) return undefined;
    throw new Failure(exit.usage, '--update-baseline needs a file', {
      hint: 'Name it with --baseline, for instance --baseline baseline.json.',
    });
  }
  // Shapes that cannot be honoured are never accepted.
  if (!validation.honoured) return undefined;
  const { problems } = validation;
  const wasLookedFor = lookedForIn(validation, options);
  const old = await readBaseline(file);
  if (!updateBaseline) {
    if (old) return { file, ...applyBaseline(problems, old, wasLookedFor) };
    throw new Failure(exit.unreadable, 'There is no such baseline', {
      file,
      hint: 'Write it with --update-baseline, then look at what it accepts and commit it.',
    });
  }
  // What this run could not find is not known to be gone.
  const kept = (old ?? []).filter((entry) => !wasLookedFor(entry));
  const entries = baselineOf(problems, kept);
  await saveFiles([{ path: file, text: baselineAsJson(entries) }]);
  return { file, ...applyBaseline(problems, entries, wasLookedFor) };
}
