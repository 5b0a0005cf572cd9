import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Setting } from './cli/command.ts';
import type { Console } from './cli/console.ts';
import { declareAnchor } from './cli/declare/anchor.ts';
import { declareBuild } from './cli/declare/build.ts';
import { declareDiff } from './cli/declare/diff.ts';
import { declareEvidence } from './cli/declare/evidence.ts';
import { declareExplain } from './cli/declare/explain.ts';
import { declareExport } from './cli/declare/export.ts';
import { declareLinkEnrich } from './cli/declare/link-enrich.ts';
import { declareLinkPropose } from './cli/declare/link-propose.ts';
import { declareLinkReview } from './cli/declare/link-review.ts';
import { declareLinkVerify } from './cli/declare/link-verify.ts';
import { declarePublished } from './cli/declare/published.ts';
import { declareQuery } from './cli/declare/query.ts';
import { declareSite } from './cli/declare/site.ts';
import { declareTest } from './cli/declare/test.ts';
import { declareValidate } from './cli/declare/validate.ts';
import type { Declaring } from './cli/declare/declaring.ts';
import { failureAsText } from './cli/failure-text.ts';
import { type Guard, unguarded } from './cli/guarded.ts';
import { chooseLanguage } from './cli/words.ts';
import { exit, Failure } from './failure.ts';
import { packageRoot } from './package.ts';

const exitCodes = `
Exit codes:
  0 fine   1 problems found   2 wrong usage   3 input cannot be read   4 cannot be honoured
  5 a remote service failed   6 a limit was hit   7 output cannot be written   70 our bug
  130 interrupted
`;

/**
 * Runs the command line.
 * @param args the words after the program's name.
 * @param guard runs the commands that answer queries.
 * @returns the exit code; nothing is thrown.
 */
export async function run(
  args: readonly string[],
  console: Console,
  guard: Guard = unguarded,
): Promise<number> {
  const outcome = { code: exit.fine as number };
  const program = makeProgram(console, outcome, guard);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome.code;
  } catch (error) {
    return report(error, program, console);
  }
}

function makeProgram(console: Console, outcome: { code: number }, guard: Guard): Command {
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
  const action: Declaring['action'] =
    (work) =>
    async (...given) => {
      outcome.code = await work(...(given as never[]));
    };
  for (const declare of [
    declareBuild,
    declareValidate,
    declareExplain,
    declareQuery,
    declareTest,
    declareExport,
    declareSite,
    declareEvidence,
    declareAnchor,
    declarePublished,
    declareDiff,
    declareLinkPropose,
    declareLinkReview,
    declareLinkVerify,
    declareLinkEnrich,
  ])
    declare({ program, setting, action, guard });
  program.addHelpText('after', exitCodes);
  return program;
}

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
