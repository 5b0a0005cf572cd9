import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Console } from '../../src/cli/console.ts';
import { run } from '../../src/run.ts';
import { root } from '../support.ts';

/** A small project that is complete: an evening in a village orchard, with the text of its report. */
export const orchard = 'test/cli/projects/orchard';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  /** What stands on standard input. */
  readonly stdin?: string;
  /** Whether a person types that; not by default. */
  readonly typed?: boolean;
  /** Is told of each text that is written, to whichever stream. */
  readonly onWrite?: (text: string) => unknown;
  readonly env?: Console['env'];
  readonly width?: number;
  readonly colour?: boolean;
}

/** Runs a command line in this process and records what it writes. */
export async function meent(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { stdin = '', typed = false, onWrite, env = {}, width, colour = false } = surroundings;
  const ran = { out: '', err: '' };
  const write = (stream: 'out' | 'err') => (text: string) => {
    ran[stream] += text;
    onWrite?.(text);
  };
  const code = await run(args, {
    out: write('out'),
    err: write('err'),
    read: async () => stdin,
    async *lines() {
      if (stdin !== '') yield* stdin.replace(/\n$/, '').split('\n');
    },
    isTyped: typed,
    env,
    width,
    colour,
  });
  return { code, ...ran };
}

/** Runs a command line on the orchard. */
export const inOrchard = (args: readonly string[], surroundings?: Surroundings): Promise<Ran> =>
  meent([...args, '--project', orchard], surroundings);

/** A new folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meent-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the orchard in a folder of its own, with some files changed; its output is written there. */
export function orchardWith(changes: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  cpSync(join(root, orchard), folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) writeFileSync(join(folder, path), text);
  return folder;
}

/** A file of a folder as messages name it: from where the command was run. */
export const shownIn = (folder: string, path: string): string =>
  relative(process.cwd(), join(folder, path)) || '.';

/** The content of the files in a folder, by their paths in it. */
export const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !statSync(join(folder, name)).isDirectory())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
