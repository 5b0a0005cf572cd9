import { exportFormats } from '../../export/formats.ts';
import { type Declaring, Option, timeout } from './declaring.ts';

/** `meent export` and what it takes. */
export function declareExport({ program, action, setting, guard }: Declaring): void {
  program
    .command('export')
    .description(
      'write framed JSON-LD, Turtle, TriG, N-Quads and a description of the data set, without validating',
    )
    .option('-o, --output <folder>', 'folder to write to')
    .addOption(
      new Option('--to <formats...>', 'forms to write: jsonld, ttl, trig and nq by default').choices(
        exportFormats,
      ),
    )
    .option('--check [folder]', 'hold what was written against its manifest')
    .option('--ready', 'write nothing while the description of the data set has placeholders')
    .addOption(timeout(300))
    .addHelpText(
      'after',
      '\nExamples:\n  meent export -o public\n  meent export --to jsonl csv\n  meent export --check public',
    )
    .action(
      action((options: never) => {
        const { timeout: seconds } = options as { timeout: number };
        return guard('export', setting(), [options], { seconds, secondsOption: '--timeout' });
      }),
    );
}
