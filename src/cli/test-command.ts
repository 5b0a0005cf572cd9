import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { openProject } from '../project/project.ts';
import { saveFiles } from '../project/save.ts';
import { warmUp } from '../query/engines.ts';
import { type Fixture, readFixtures } from '../query/testing/fixtures.ts';
import { FixtureRunner, type Outcome } from '../query/testing/outcome.ts';
import type { Setting } from './command.ts';
import { failureAsText } from './failure-text.ts';
import { type Language, say } from './words.ts';

export interface TestCommandOptions {
  /** Whether to write the answers that came as those that are expected. */
  readonly update: boolean;
}

/** `meent test`: holds the answers of a project's queries against those that are expected. */
export async function testCommand(
  { console, language, project: folder }: Setting,
  names: readonly string[],
  { update }: TestCommandOptions,
): Promise<number> {
  const project = openProject(folder);
  warmUp();
  const fixtures = chosen(await readFixtures(project), names);
  const runner = new FixtureRunner(project);
  const outcomes: Outcome[] = [];
  for (const fixture of fixtures) {
    const outcome = await runner.run(fixture);
    outcomes.push(outcome);
    if (!outcome.holds && !(update && onlyDiffers(outcome))) console.out(outcomeAsText(outcome, language));
  }
  const updates = update ? outcomes.filter(onlyDiffers).flatMap((outcome) => outcome.update ?? []) : [];
  await saveFiles(updates);
  if (updates.length > 0)
    console.out(`${say(language, 'updated', { files: updates.map(({ shown }) => shown).join(', ') })}\n`);
  const wrong = outcomes.filter((outcome) => !outcome.holds && !(update && onlyDiffers(outcome)));
  const queries = new Set(fixtures.map(({ query }) => query.path)).size;
  console.out(
    `${say(language, 'tested', { queries, fixtures: fixtures.length })} ${
      wrong.length === 0 ? say(language, 'allHold') : say(language, 'someDiffer', { wrong: wrong.length })
    }\n`,
  );
  return wrong.length === 0 ? exit.fine : exit.problems;
}

/** Whether writing the answer down mends it. */
const onlyDiffers = ({ update, breaches }: Outcome): boolean => update !== undefined && breaches.length === 0;

/** The fixtures that are asked for by the name of a query, or by their own; all where none is. */
function chosen(fixtures: readonly Fixture[], names: readonly string[]): readonly Fixture[] {
  if (names.length === 0) return fixtures;
  const isOf = (fixture: Fixture, name: string) =>
    fixture.query.name === name || fixture.name === name || fixture.name.startsWith(`${name}/`);
  for (const name of names)
    if (!fixtures.some((fixture) => isOf(fixture, name))) {
      const near = nearest(name, new Set(fixtures.flatMap((each) => [each.query.name, each.name])));
      throw new Failure(exit.usage, `No query that is tested is called ${name}`, {
        hint: near ? `Did you mean ${near}?` : '`meent test` without a name runs them all.',
      });
    }
  return fixtures.filter((fixture) => names.some((name) => isOf(fixture, name)));
}

function outcomeAsText({ fixture, failure, breaches, difference }: Outcome, language: Language): string {
  const { query, expected, written, name } = fixture;
  const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
  return [
    `✗ ${name}\n`,
    ...(failure ? [indented(failureAsText(failure, language))] : []),
    ...breaches.map((breach) => `  ${query.path} ${breach}\n`),
    ...(difference && !written ? [`  ${say(language, 'noFixture', { file: query.path })}\n`] : []),
    ...(difference && written ? [`  ${query.path} ↔ ${expected.shown}\n`, indented(difference.text)] : []),
    '\n',
  ].join('');
}
