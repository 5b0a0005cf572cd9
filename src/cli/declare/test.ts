import type { Declaring } from './declaring.ts';

/** `meent test` and what it takes. */
export function declareTest({ program, action, setting }: Declaring): void {
  program
    .command('test')
    .description('hold the answers of queries against those that are expected')
    .argument('[names...]', 'queries or fixtures; all of them by default')
    .option('--update', 'write the answers that came as the expected ones', false)
    .addHelpText(
      'after',
      `
What queries/questions/x.rq answers is expected in test/queries/questions/x/,
or in folders below it, each with
  expected.csv     the answer; .tsv, .json, .jsonl, .ttl, .trig, .nt and .nq
                   will do too
  parameters.json  values of parameters, where it takes any
  data.ttl         what it is asked of; also in a folder above, and without it
                   the data of the project
A check's files in test/queries/checks/x/ name the nodes to find in lines
such as #+ expect: https://example.org/a.

Examples:
  meent test
  meent test claims-of-actor
  meent test --update`,
    )
    .action(
      action(async (names: never, options: never) =>
        (await import('../test-command.ts')).testCommand(setting(), names, options),
      ),
    );
}
