import type { Declaring } from './declaring.ts';

/** `meent anchor` and what it takes. */
export function declareAnchor({ program, action, setting }: Declaring): void {
  program
    .command('anchor')
    .description("print where words or lines stand in a report's text, as Turtle to paste")
    .argument('<report>', 'slug of the report')
    .argument('<passage>', 'words of the text, a line, or lines as 12-14')
    .addHelpText(
      'after',
      "\nExamples:\n  meent anchor my-report 'the very words'\n  meent anchor my-report 12-14",
    )
    .action(
      action(async (slug: never, passage: never) =>
        (await import('../anchor-command.ts')).anchorCommand(setting(), slug, passage),
      ),
    );
}
