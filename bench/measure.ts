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
  /** Time of all processors together, milliseconds; only there too. */
  readonly work?: number | undefined;
}

/** Runs a job once. */
export function run(job: Job): Sample {
  const { output: _, ...sample } = runForOutput(job);
  return sample;
}

/** Runs a job once, for what it writes too. */
export function runForOutput({
  name,
  args,
  cwd,
  command = process.execPath,
  expected = [0],
}: Job): Sample & { readonly output: string } {
  const env = { ...process.env };
  // It makes every start of Node read a file of certificates.
  delete env['NODE_EXTRA_CA_CERTS'];
  const timed = ['-f', 'rss=%M user=%U system=%S', command, ...args];
  const begin = performance.now();
  const result = gnuTime
    ? spawnSync(gnuTime, timed, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 })
    : spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const time = performance.now() - begin;
  if (!expected.includes(result.status ?? -1))
    throw new Error(`${name} failed: ${result.stderr || result.stdout}`);
  const told = /rss=(\d+) user=([\d.]+) system=([\d.]+)\s*$/.exec(result.stderr);
  return {
    time,
    memory: told ? Number(told[1]) / 1024 : undefined,
    work: told ? (Number(told[2]) + Number(told[3])) * 1000 : undefined,
    output: result.stdout,
  };
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

const middle = (samples: readonly Sample[]): Sample => {
  const of = (part: 'memory' | 'work') =>
    samples.every((sample) => sample[part] !== undefined)
      ? median(samples.map((sample) => sample[part]!))
      : undefined;
  return { time: median(samples.map(({ time }) => time)), memory: of('memory'), work: of('work') };
};

/** One line of a table of results. */
export function line(name: string, value: string, bound = ''): string {
  return `  ${name.padEnd(58)} ${value.padStart(12)}  ${bound}\n`;
}

export const ms = ({ time }: Sample): string => `${time.toFixed(0)} ms`;
/** What a run took beside time. */
export const cost = ({ work, memory }: Sample): string =>
  work === undefined || memory === undefined
    ? ''
    : `${work.toFixed(0)} ms of processors, ${memory.toFixed(0)} MB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
