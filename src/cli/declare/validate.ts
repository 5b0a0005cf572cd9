import { plainColumns, reportEndings, reportFormats } from '../../report/formats.ts';
import { type Declaring, Option, collect, validating } from './declaring.ts';

/** `meent validate` and what it takes. */
export function declareValidate({ program, action, setting, guard }: Declaring): void {
  validating(program.command('validate').description('hold the data against shapes, checks and evidence'))
    .option('--no-checks', 'leave out the SPARQL checks (starts faster)')
    .option(
      '--baseline <file>',
      'accept the problems in this file, and fail on new ones and on stale entries',
    )
    .option('--watch', 'validate again each time that a file has changed', false)
    .option('--update-baseline', 'write the problems that are found now to that file', false)
    .option('--data <paths...>', "files, folders or globs instead of the project's data; - is standard input")
    .option('--shapes <paths...>', "files, folders or globs instead of the project's shapes")
    .addOption(
      new Option('-f, --format <format>', 'form of the report on standard output')
        .choices(reportFormats)
        .default('text'),
    )
    .option('-o, --output <[format:]file>', 'also write the report to a file (can be repeated)', collect, [])
    .addHelpText(
      'after',
      `
With --data or --shapes the project's checks are left out, and any folder
will do.
The form of a file follows from its ending or stands before it:
${Object.keys(reportEndings).join(', ')}.
plain has a line a problem, parted by tabs:
${plainColumns.join(', ')}.
report.schema.json in the package describes json.

Examples:
  meent validate
  meent validate --no-checks --fail-on warning
  meent validate --watch
  meent validate --format github
  meent validate -o report.sarif -o junit:results/shapes.xml
  meent validate --data 'x/**/*.ttl' --shapes 'y/*.ttl'`,
    )
    .action(
      action(async (options: never) =>
        (options as { watch: boolean }).watch
          ? (await import('../watch-command.ts')).watchCommand(setting(), options)
          : (await import('../begin-validation.ts')).validateCommand(setting(), options, guard),
      ),
    );
}
