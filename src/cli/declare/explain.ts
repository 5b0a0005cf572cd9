import type { Declaring } from './declaring.ts';

/** `meent explain` and what it takes. */
export function declareExplain({ program, action, setting }: Declaring): void {
  program
    .command('explain')
    .description('say what a rule means, with an example that keeps it and one that breaks it')
    .argument('<rule>', 'name that a problem ends with, or IRI of a shape')
    .addHelpText(
      'after',
      '\nExamples:\n  meent explain ClaimShape-assertedBy\n  meent --lang nl explain anchor-changed',
    )
    .action(
      action(async (name: never) => (await import('../explain-command.ts')).explainCommand(setting(), name)),
    );
}
