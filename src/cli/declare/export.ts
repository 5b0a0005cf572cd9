import { type Declaring, timeout } from './declaring.ts';

/** `meent export` and what it takes. */
export function declareExport({ program, action, setting, guard }: Declaring): void {
  program
    .command('export')
    .description(
      'write framed JSON-LD, Turtle, TriG, N-Quads and a description of the data set, without validating',
    )
    .option('-o, --output <folder>', 'folder to write to')
    .option('--ready', 'write nothing while the description of the data set has placeholders')
    .addOption(timeout(300))
    .addHelpText('after', '\nExample:\n  meent export -o public')
    .action(
      action((options: never) => {
        const { timeout: seconds } = options as { timeout: number };
        return guard('export', setting(), [options], { seconds, secondsOption: '--timeout' });
      }),
    );
}
