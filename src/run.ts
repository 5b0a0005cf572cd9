import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Setting } from './cli/command.ts';
import type { Console } from './cli/console.ts';
import { failureAsText } from './cli/failure-text.ts';
import { chooseLanguage } from './cli/words.ts';
import { exit, Failure } from './failure.ts';
import { packageRoot } from './project/project.ts';
import { reportEndings, reportFormats } from './report/formats.ts';
import { plainColumns } from './report/plain.ts';

const exitCodes = `
Exit codes:
  0 fine   1 problems found   2 wrong usage   3 input cannot be read   4 cannot be honoured
  5 a remote service failed   6 a limit was hit   7 output cannot be written   70 our bug
  130 interrupted
`;

/**
 * Runs the command line.
 * @param args the words after the program's name.
 * @returns the exit code; nothing is thrown.
 */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const outcome = { code: exit.fine as number };
  const program = makeProgram(console, outcome);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome.code;
  } catch (error) {
    return report(error, program, console);
  }
}

function makeProgram(console: Console, outcome: { code: number }): Command {
  const program = new Command('meent')
    .description('The claims of a report as linked data: validate, ask, export.')
    .version(version(), '-V, --version', 'print the version')
    .addOption(new Option('--lang <language>', 'language of messages').choices(['nl', 'en']))
    .option('--project <folder>', 'folder of the project', '.')
    .helpOption('-h, --help', 'print help')
    .showSuggestionAfterError()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .exitOverride();
  const setting = (): Setting => {
    const { lang, project } = program.opts<{ lang?: string; project: string }>();
    return { console, language: chooseLanguage(lang, console.env), version: version(), project };
  };
  /** Loads a command only when it is asked for: not every one needs a SPARQL engine. */
  const action =
    (work: (...given: never[]) => Promise<number>) =>
    async (...given: unknown[]) => {
      outcome.code = await work(...(given as never[]));
    };
  const validating = (command: Command) =>
    command
      .addOption(
        new Option('--fail-on <severity>', 'least severity that gives exit code 1')
          .choices(['violation', 'warning', 'info'])
          .default('violation'),
      )
      .addOption(
        new Option('--limit <seconds>', 'how long one shape may look at one node')
          .default(30)
          .argParser(secondsOf),
      )
      .option('--allow-empty', 'take shapes that look at nothing for no problem', false)
      .option('--require-evidence', 'give exit code 1 where the text of a report is absent', false)
      .option('--all', 'show every offence against a rule, not the first three', false);

  validating(program.command('build').description('validate, export everything to dist/exports/, and sum up'))
    .option('-o, --output <folder>', 'folder to write to')
    .option('--no-checks', 'leave out the SPARQL checks')
    .addHelpText('after', '\nExample:\n  meent build --lang nl')
    .action(
      action(async (options: never) =>
        (await import('./cli/build-command.ts')).buildCommand(setting(), options),
      ),
    );

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
          ? (await import('./cli/watch-command.ts')).watchCommand(setting(), options)
          : (await import('./cli/validate-command.ts')).validateCommand(setting(), options),
      ),
    );

  program
    .command('explain')
    .description('say what a rule means, with an example that keeps it and one that breaks it')
    .argument('<rule>', 'name that a problem ends with, or IRI of a shape')
    .addHelpText(
      'after',
      '\nExamples:\n  meent explain ClaimShape-assertedBy\n  meent --lang nl explain anchor-changed',
    )
    .action(
      action(async (name: never) =>
        (await import('./cli/explain-command.ts')).explainCommand(setting(), name),
      ),
    );

  program
    .command('query')
    .description('answer a query: its name, a file, or - for standard input')
    .argument('[query]', 'name, file or -')
    .option('-e, --expression <sparql>', "a query written here, with the project's prefixes")
    .option('-v, --variable <name=value>', 'value of a parameter (can be repeated)', collect, [])
    .addOption(
      new Option('-f, --format <format>', 'form of the answer').choices([
        'table',
        'csv',
        'tsv',
        'json',
        'turtle',
        'nquads',
        'jsonld',
      ]),
    )
    .option('-l, --list', 'list the queries of the project', false)
    .addHelpText(
      'after',
      `
Examples:
  meent query --list
  meent query values-by-use --format csv
  meent query claims-by-actor -v actor=fabrizia-benini
  meent query -e 'SELECT ?claim { ?claim meent:framing framing:risk }'`,
    )
    .action(
      action(async (name: never, options: never) =>
        (await import('./cli/query-command.ts')).queryCommand(setting(), name, options),
      ),
    );

  program
    .command('export')
    .description('write framed JSON-LD, Turtle, TriG and N-Quads, without validating')
    .option('-o, --output <folder>', 'folder to write to')
    .addHelpText('after', '\nExample:\n  meent export -o public')
    .action(
      action(async (options: never) =>
        (await import('./cli/build-command.ts')).exportCommand(setting(), options),
      ),
    );

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
        (await import('./cli/evidence-command.ts')).evidenceCommand(setting(), slug, options),
      ),
    );

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
        (await import('./cli/anchor-command.ts')).anchorCommand(setting(), slug, passage),
      ),
    );

  program.addHelpText('after', exitCodes);
  return program;
}

/** A number of seconds, above 0. */
function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('Give a number of seconds above 0.');
  return seconds;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function version(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Says what went wrong, where and how to mend it, and gives the exit code. */
function report(error: unknown, program: Command, console: Console): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage;
  const language = chooseLanguage(program.opts<{ lang?: string }>().lang, console.env);
  if (error instanceof Failure) {
    console.err(failureAsText(error, language));
    return error.code;
  }
  console.err(
    `This is a bug in meent: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exit.bug;
}
