import type { Setting } from './command.ts';
import type { Limits } from './watch-limits.ts';

/** The commands that answer queries. */
const commands = {
  build: async () => (await import('./build-command.ts')).buildCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  query: async () => (await import('./query-command.ts')).queryCommand,
  site: async () => (await import('./site-command.ts')).siteCommand,
  validate: async () => (await import('./checked-command.ts')).checkedCommand,
} as const;

export type GuardedCommand = keyof typeof commands;

/** Words with which validating asks no query. */
const uncheckedBy = ['--no-checks', '--data', '--shapes', '--watch'];

/** Whether the words after the program's name seem to name such a command. */
export const seemsGuarded = (args: readonly string[]): boolean =>
  args.some((word) => Object.hasOwn(commands, word)) &&
  !(args.includes('validate') && uncheckedBy.some((word) => args.includes(word)));

/** Runs a command that answers queries, each of which may take so much. */
export type Guard = (
  command: GuardedCommand,
  setting: Setting,
  given: readonly unknown[],
  limits: Limits,
) => Promise<number>;

/** Runs a command where we are; nothing stops a query that takes too much. */
export const unguarded: Guard = async (command, setting, given) => {
  const run = (await commands[command]()) as (setting: Setting, ...given: unknown[]) => Promise<number>;
  return run(setting, ...given);
};
