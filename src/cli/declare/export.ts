import type { Declaring } from './declaring.ts';

/** `meent export` and what it takes. */
export function declareExport({ program, action, setting }: Declaring): void {
  program
    .command('export')
    .description(
      'write framed JSON-LD, Turtle, TriG, N-Quads and a description of the data set, without validating',
    )
    .option('-o, --output <folder>', 'folder to write to')
    .option('--ready', 'write nothing while the description of the data set has placeholders')
    .addHelpText('after', '\nExample:\n  meent export -o public')
    .action(
      action(async (options: never) =>
        (await import('../export-command.ts')).exportCommand(setting(), options),
      ),
    );
}
