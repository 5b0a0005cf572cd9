import { type Declaring, timeout, validating } from './declaring.ts';

/** `meent build` and what it takes. */
export function declareBuild({ program, action, setting, guard }: Declaring): void {
  validating(program.command('build').description('validate, export everything to dist/exports/, and sum up'))
    .option('-o, --output <folder>', 'folder to write to')
    .option('--ready', 'write nothing while the description of the data set has placeholders')
    .option('--no-checks', 'leave out the SPARQL checks')
    .addOption(timeout(300))
    .addHelpText('after', '\nExample:\n  meent build --lang nl')
    .action(
      action((options: never) => {
        const { timeout: seconds } = options as { timeout: number };
        return guard('build', setting(), [options], { seconds, secondsOption: '--timeout' });
      }),
    );
}
