import type { LanguageMap } from '../graph/language-map.ts';
import type { ReadDocument } from '../graph/locator.ts';
import { vocabulary } from '../graph/terms.ts';
import { baseOf } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { unitsOf } from '../project/units.ts';
import { validateInPool } from './pool.ts';
import type { Problem } from './problem.ts';
import type { UnitOutcome } from './unit.ts';

/** From how many triples on other threads are worth their start. */
export const worthAThread = 5000;

export const defaultLimit = 30_000;

export interface CoreOutcome {
  readonly problems: readonly Problem[];
  readonly incomplete: LanguageMap | undefined;
}

/**
 * Begins to hold a project against its Core shapes on the machine's other processors, so that they are done when the
 * checks are, and can be stopped; undefined where a file can be read only once.
 */
export function startCore(project: Project, limit: number): Promise<CoreOutcome> | undefined {
  if ([...project.shapes, ...project.data].some(({ path }) => path === '-')) return undefined;
  const { ground, units } = unitsOf(project);
  const setting = { shapes: project.shapes, ground, base: baseOf(project) };
  const outcome = validateInPool(setting, units, { limit }).then((outcomes) => ({
    problems: distinct(outcomes.flatMap(({ problems }) => problems)),
    incomplete: leftOut(
      outcomes.flatMap(({ excluded }) => excluded),
      limit,
    ),
  }));
  // Told when it is waited for.
  outcome.catch(() => undefined);
  return outcome;
}

/** Whether a pattern repeats what may repeat or is a choice: of those some take for ever to fail. */
export const mayRunAway = (documents: readonly ReadDocument[]): boolean =>
  documents.some(({ quads }) =>
    quads.some(
      ({ predicate, object }) =>
        predicate.equals(vocabulary.sh.pattern) && /\([^()]*[+*}|][^()]*\)[+*{]/.test(object.value),
    ),
  );

/** What is said of nodes with which a shape did not get done. */
function leftOut(excluded: UnitOutcome['excluded'], limit: number): LanguageMap | undefined {
  const [first] = excluded;
  if (!first) return undefined;
  const { shape, focus } = first;
  const count = excluded.length;
  const seconds = limit / 1000;
  return {
    nl: `${shape.value} kwam binnen ${seconds} s niet klaar met ${focus.value} (${count} in totaal). Kijk of een sh:pattern traag is.`,
    en: `${shape.value} did not get done with ${focus.value} within ${seconds} s (${count} in all). See whether a sh:pattern is slow.`,
  };
}

/** What two units find of a node that both describe, or two shapes with the same property shape, is one problem. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const key = ({ focus, rule, path, value, component, file, line, column }: Problem) =>
    JSON.stringify([focus, rule, path, value, component, file, line, column]);
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
