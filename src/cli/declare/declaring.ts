import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Setting } from '../command.ts';
import type { Guard } from '../guarded.ts';

export { Option };

/** What a command is declared with. */
export interface Declaring {
  readonly program: Command;
  /** What every command is given, read when it runs. */
  readonly setting: () => Setting;
  /** Runs a command that answers queries. */
  readonly guard: Guard;
  /** Runs a command and keeps its exit code; the command is loaded there, since not every one needs a SPARQL engine. */
  readonly action: (work: (...given: never[]) => Promise<number>) => (...given: unknown[]) => Promise<void>;
}

/** The options of whatever validates. */
export const validating = (command: Command): Command =>
  command
    .addOption(
      new Option('--fail-on <severity>', 'least severity that gives exit code 1')
        .choices(['violation', 'warning', 'info'])
        .default('violation'),
    )
    .addOption(
      new Option(
        '--limit <seconds>',
        'how long one shape may look at one node, and one check or query of shapes may take',
      )
        .default(30)
        .argParser(secondsOf),
    )
    .option('--allow-empty', 'take shapes that look at nothing for no problem', false)
    .option('--require-evidence', 'give exit code 1 where the text of a report is absent', false)
    .option('--all', 'show every offence against a rule, not the first three', false);

/** The option of whatever answers queries. */
export const timeout = (seconds: number): Option =>
  new Option('--timeout <seconds>', 'how long one query may take').default(seconds).argParser(secondsOf);

/** A number of seconds, above 0. */
export function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('Give a number of seconds above 0.');
  return seconds;
}

/** A whole number above 0. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count <= 0)
    throw new InvalidArgumentError('Give a whole number above 0.');
  return count;
}

/** A number from 0 to 1. */
export function shareOf(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  return share;
}

/** `meent link`, which has commands of its own. */
export const linkOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'link') ??
  program.command('link').description('links to things elsewhere, as decisions that can be reviewed');

/** The options of whatever asks others and keeps what they answer. */
export const asking = (command: Command): Command =>
  command
    .option('--cache <folder>', 'where answers are kept, not .meent/answers in the project')
    .option('--offline', 'use only answers that are kept, and ask nobody', false)
    .option('--refresh', 'ask again for what is kept', false)
    .addOption(
      new Option('--timeout <seconds>', 'how long one answer may take').default(30).argParser(secondsOf),
    )
    .addOption(
      new Option('--pause <seconds>', 'how long a host is left alone after an answer')
        .default(1)
        .argParser(secondsOf),
    )
    .addOption(
      new Option('--patience <seconds>', 'how long to wait in all where a host asks for it')
        .default(600)
        .argParser(secondsOf),
    );

/** Collects the values of an option that can be repeated. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** The number of a port. */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('Give the number of a port, or 0 for one that is free.');
  return port;
}
