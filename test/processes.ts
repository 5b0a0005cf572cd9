import { spawn, type SpawnOptions } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './support.ts';

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts a program and gives what it wrote when it ends; its path has Node and npm as npm scripts have them. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(program, args, { ...options, env: { ...process.env, PATH: path, ...options.env } });
  const finished = new Promise<Finished>((resolve, reject) => {
    const text = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (text.out += part));
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (text.err += part));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...text }));
  });
  return { child, finished };
}

export const finish = (program: string, args: readonly string[], options?: SpawnOptions): Promise<Finished> =>
  start(program, args, options).finished;
