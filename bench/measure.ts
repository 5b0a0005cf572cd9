import { spawnSync } from 'node:child_process';

/** A command to be timed as a whole process. */
export interface Job {
  readonly name: string;
  /** The words after `node`. */
  readonly args: readonly string[];
  /** Where it runs; the repository's root by default. */
  readonly cwd?: string;
  /** A command of its own instead of node. */
  readonly command?: string;
  /** Exit codes that mean it did its work. */
  readonly expected?: readonly number[];
}

export interface Sample {
  /** Wall clock, milliseconds. */
  readonly time: number;
  /** Largest resident set, MB; only where GNU time is installed. */
  readonly memory?: number | undefined;
}

/** Runs a job once. */
export function run({ name, args, cwd, command = process.execPath, expected = [0] }: Job): Sample {
  const env = { ...process.env };
  // It makes every start of Node read a file of certificates.
  delete env['NODE_EXTRA_CA_CERTS'];
  const timed = ['-f', 'rss=%M', command, ...args];
  const begin = performance.now();
  const result = gnuTime
    ? spawnSync(gnuTime, timed, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 })
    : spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const time = performance.now() - begin;
  if (!expected.includes(result.status ?? -1))
    throw new Error(`${name} failed: ${result.stderr || result.stdout}`);
  const kilobytes = /rss=(\d+)\s*$/.exec(result.stderr)?.[1];
  return { time, memory: kilobytes === undefined ? undefined : Number(kilobytes) / 1024 };
}

const gnuTime = ['/usr/bin/time', '/usr/local/bin/gtime'].find(
  (path) => spawnSync(path, ['-f', '%M', 'true']).status === 0,
);

export interface Comparison {
  readonly ratio: number;
  readonly first: Sample;
  readonly second: Sample;
}

/**
 * Times two jobs in turn, after a round that does not count, and gives the median of the ratios pair by
 * pair: so it holds where the machine's speed drifts.
 */
export function compare(first: Job, second: Job, rounds = 7): Comparison {
  run(first);
  run(second);
  const pairs = Array.from({ length: rounds }, () => [run(first), run(second)] as const);
  return {
    ratio: median(pairs.map(([a, b]) => a.time / b.time)),
    first: middle(pairs.map(([a]) => a)),
    second: middle(pairs.map(([, b]) => b)),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

const middle = (samples: readonly Sample[]): Sample => ({
  time: median(samples.map(({ time }) => time)),
  memory: samples.every(({ memory }) => memory !== undefined)
    ? median(samples.map(({ memory }) => memory!))
    : undefined,
});

/** One line of a table of results. */
export function line(name: string, value: string, bound = ''): string {
  return `  ${name.padEnd(58)} ${value.padStart(12)}  ${bound}\n`;
}

export const ms = ({ time }: Sample): string => `${time.toFixed(0)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
