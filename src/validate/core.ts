import type { LanguageMap } from '../graph/language-map.ts';
import type { ReadDocument } from '../graph/locator.ts';
import { vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import type { DataFile, Project } from '../project/project.ts';
import type { FocusNodes } from './focus-nodes.ts';
import { type Setting, settingOf, type SparqlOutcome } from './job.ts';
import { defaultLimit, Pool } from './pool.ts';
import type { Problem } from './problem.ts';
import { addUpUnits } from './sum.ts';
import type { Target } from './targets.ts';
import type { Excluded } from './unit.ts';

/** From how many triples on other threads are worth their start. */
export const worthAThread = 5000;

export interface CoreOutcome {
  readonly problems: readonly Problem[];
  readonly incomplete: LanguageMap | undefined;
  /** What came of the SPARQL in the shapes, where there is some, and what each of them looked at. */
  readonly sparql?: (SparqlOutcome & { readonly looked: readonly Target[] }) | undefined;
}

/**
 * Begins to hold a project that has been read against its shapes on the machine's other processors, so that they are
 * done when the checks are, and can be stopped.
 * @param sparql whether the shapes speak SPARQL.
 */
export function startCore(
  project: Project,
  { documents }: Loaded,
  shapes: Loaded,
  { limit = defaultLimit, sparql }: { readonly limit?: number | undefined; readonly sparql: boolean },
): Promise<CoreOutcome> {
  const setting = settingOf({
    ...project,
    data: withText(project.data, documents),
    shapes: withText(project.shapes, shapes.documents),
  });
  const outcome = runCore({ ...setting, asOne: sparql, sparql }, limit);
  // Told when it is waited for.
  outcome.catch(() => undefined);
  return outcome;
}

async function runCore(setting: Setting, limit: number): Promise<CoreOutcome> {
  const sum = await addUpUnits(new Pool(setting, { limit }), () => 0);
  // Units that speak of the same nodes are seen together.
  if (sum.isEntangled && !setting.asOne) return runCore({ ...setting, asOne: true }, limit);
  const { problems, excluded, sparql, focusNodes } = sum;
  return {
    problems: distinct(problems),
    incomplete: leftOut(excluded, limit),
    sparql: sparql && { ...sparql, looked: targetsOf(sparql.targets, focusNodes) },
  };
}

/** Standard input can be read only once. */
const withText = <File extends DataFile>(
  files: readonly File[],
  documents: readonly ReadDocument[],
): readonly File[] =>
  files.map((file) =>
    file.path === '-' ? { ...file, text: documents.find((each) => each.file === file.shown)!.text } : file,
  );

/** The shapes with a target and what they looked at. */
export function targetsOf(shapes: SparqlOutcome['targets'], focusNodes: FocusNodes): Target[] {
  return shapes.flatMap(({ shape, isStated }, number) =>
    isStated ? [{ shape, focusNodes: focusNodes.of(number) }] : [],
  );
}

/** Whether a pattern repeats what may repeat or is a choice: of those some take for ever to fail. */
export const mayRunAway = (documents: readonly ReadDocument[]): boolean =>
  documents.some(({ quads }) =>
    quads.some(
      ({ predicate, object }) =>
        predicate.equals(vocabulary.sh.pattern) && /\([^()]*[+*}|][^()]*\)[+*{]/.test(object.value),
    ),
  );

/** What is said of nodes, or queries, with which a shape did not get done. */
export function leftOut(excluded: readonly Excluded[], limit: number): LanguageMap | undefined {
  const [first] = excluded;
  if (!first) return undefined;
  const { shape, focus } = first;
  const count = excluded.length;
  const seconds = limit / 1000;
  if (!focus)
    return {
      nl: `${shape.value} kwam binnen ${seconds} s niet klaar met een zoekvraag (${count} in totaal). Kijk of een zoekvraag van de shape traag is.`,
      en: `${shape.value} did not get done with a query within ${seconds} s (${count} in all). See whether a query of the shape is slow.`,
    };
  return {
    nl: `${shape.value} kwam binnen ${seconds} s niet klaar met ${focus.value} (${count} in totaal). Kijk of een sh:pattern traag is.`,
    en: `${shape.value} did not get done with ${focus.value} within ${seconds} s (${count} in all). See whether a sh:pattern is slow.`,
  };
}

/** What is said of checks that did not get done. */
export function leftOutChecks(files: readonly string[], limit = defaultLimit): LanguageMap | undefined {
  if (files.length === 0) return undefined;
  const [names, seconds] = [files.join(', '), limit / 1000];
  return {
    nl: `${names} kwam binnen ${seconds} s niet klaar. Kijk of de zoekvraag traag is, of geef meer tijd met --limit <seconden>.`,
    en: `${names} did not get done within ${seconds} s. See whether the query is slow, or give it more time with --limit <seconds>.`,
  };
}

/** Two remarks as one. */
export const together = (
  one: LanguageMap | undefined,
  other: LanguageMap | undefined,
): LanguageMap | undefined =>
  one && other ? { nl: `${one.nl} ${other.nl}`, en: `${one.en} ${other.en}` } : (one ?? other);

/** What two units find of a node that both describe, or two shapes with the same property shape, is one problem. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const key = ({ focus, rule, path, value, component, file, line, column }: Problem) =>
    JSON.stringify([focus, rule, path, value, component, file, line, column]);
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
