import { AssertionError } from 'node:assert';
import { openProject } from '../../project/project.ts';
import { readFixtures } from './fixtures.ts';
import { FixtureRunner } from './outcome.ts';

/** A test for any test runner. */
export interface QueryTest {
  /** Where the fixture stands below `test/queries/`. */
  readonly name: string;
  /**
   * Asks the query.
   * @throws AssertionError with the answer that is expected and the one that came, where they differ or the answer
   *   breaks what its query declares; Failure where it cannot be asked.
   */
  readonly run: () => Promise<void>;
}

/**
 * A test for each fixture of a project's queries, as `meent test` runs them; with vitest's `it`:
 *
 *     it.each(await queryTests('.'))('$name', ({ run }) => run());
 *
 * @param folder the project's.
 * @throws Failure where there is no such project or its queries and fixtures cannot be read.
 */
export async function queryTests(folder = '.'): Promise<QueryTest[]> {
  const project = openProject(folder);
  const runner = new FixtureRunner(project);
  return (await readFixtures(project)).map((fixture) => ({
    name: fixture.name,
    async run() {
      const { holds, failure, breaches, difference } = await runner.run(fixture);
      if (failure) throw failure;
      if (holds) return;
      const { path } = fixture.query;
      const message = [
        ...breaches.map((breach) => `${path} ${breach}`),
        ...(difference
          ? [
              fixture.written
                ? `${path} answers otherwise than ${fixture.expected.shown}\n${difference.text}`
                : `${path} has no fixture; \`meent test --update\` writes one`,
            ]
          : []),
      ].join('\n');
      const { expected, actual } = difference ?? {};
      throw new AssertionError({
        message,
        expected: expected?.join('\n'),
        actual: actual?.join('\n'),
        operator: 'equal',
      });
    },
  }));
}
