import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { shorten } from '../graph/shorten.ts';
import { readExamples } from '../project/examples.ts';
import { loadShapes } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { examplesOf } from '../report/examples.ts';
import { explain } from '../report/explain.ts';
import { localName } from '../report/names.ts';
import type { Rule } from '../validate/rule.ts';
import { readRules } from '../validate/rules.ts';
import type { Setting } from './command.ts';

/** `meent explain`: prints what a rule means, with an example that keeps it and one that breaks it. */
export async function explainCommand(
  { console, language, project: folder }: Setting,
  name: string,
): Promise<number> {
  const project = openProject(folder);
  const shapes = await loadShapes(project);
  const rules = await readRules(project, shapes, { checks: true });
  const found = findRules(name, rules, shapes.prefixes);
  const examples = await readExamples(project);
  const explained = found.map((rule) =>
    explain(
      { rule, examples: examplesOf(rule, examples), shapes: shapes.dataset, prefixes: shapes.prefixes },
      language,
    ),
  );
  console.out(explained.join('\n'));
  return exit.fine;
}

/**
 * The rules that go by a name: an IRI, a prefixed name, the last part of an IRI, or the name of a check.
 * @throws Failure 2 where there is none; the hint names the nearest.
 */
function findRules(name: string, rules: readonly Rule[], prefixes: ReadonlyMap<string, string>): Rule[] {
  const exact = rules.filter(({ id }) => id === name || shorten(id, prefixes) === name);
  const found = exact.length > 0 ? exact : rules.filter(({ id }) => localName(id) === name);
  if (found.length > 0) return found;
  const near = nearest(
    name,
    rules.map(({ id }) => localName(id)),
  );
  throw new Failure(exit.usage, `No rule called ${name}`, {
    hint: near
      ? `Did you mean ${near}?`
      : 'Every problem that `meent validate` prints ends with the name of its rule.',
  });
}
