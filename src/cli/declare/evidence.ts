import { type Declaring, Option } from './declaring.ts';

/** `meent evidence` and what it takes. */
export function declareEvidence({ program, action, setting }: Declaring): void {
  program
    .command('evidence')
    .description('recompute every anchor and show how well each paragraph is covered')
    .argument('[report]', 'slug of one report')
    .option('--show <claim>', 'show what a claim rests on: its key, a prefixed name or its IRI')
    .addOption(
      new Option('-f, --format <format>', 'form of the answer').choices(['text', 'json']).default('text'),
    )
    .option('--require-evidence', 'give exit code 1 where the text of a report is absent', false)
    .addHelpText('after', '\nExamples:\n  meent evidence\n  meent evidence my-report --show some-claim')
    .action(
      action(async (slug: never, options: never) =>
        (await import('../evidence-command.ts')).evidenceCommand(setting(), slug, options),
      ),
    );
}
