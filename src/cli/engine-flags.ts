import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Commands that go through a whole project once: where it is small, a run is mostly code that runs a few times. */
const whole = new Set(['build', 'export', 'validate']);

/** Up to how many bytes of data: measured at 1.7 MB it still saves time, at 3.3 MB it costs some. */
const little = 2_000_000;

/**
 * Where a build is over in seconds, V8 compiles further only what is called thousands of times, and collects no old
 * garbage before there is a good deal.
 */
const brief = ['--invocation-count-for-maglev=2000', '--initial-heap-size=300'];

/** Up to how many bytes of data that is: measured at 0.4 MB it saves time; in exports and validations of 1.7 MB it costs some. */
const few = 1_000_000;

/** V8 compiles and collects garbage where it is needed, not in threads of its own. */
const alone = [
  '--no-concurrent-recompilation',
  '--no-concurrent-sparkplug',
  '--no-concurrent-marking',
  '--no-parallel-scavenge',
];

/** From how many processors on there are some for V8's own threads: a build keeps two busy, and at times three. */
const ample = 4;

/** V8 collects garbage when there is such a part of what is in use, not several times as much. */
const thrifty = (percent: number) => `--heap-growing-percent=${percent}`;

/** Where texts are made of a large project. What V8's own threads have compiled with they keep: 0.1 GB in the export of a thousand reports. */
const lasting = [
  thrifty(20),
  '--max-semi-space-size=4',
  '--no-concurrent-recompilation',
  '--no-concurrent-sparkplug',
];

/**
 * Flags of V8 with which a run is better off.
 *
 * Its last tier of compiling pays for itself in a run of many seconds: in a short one it takes longer than it saves, and
 * threads would each compile the same again on the processors that they share. Where reports are seen one by one, or
 * texts are made of them, what is left of one is garbage before the next, and waiting for it takes more room than the graph.
 * @param args the words after the program's name.
 * @param processors how many there are.
 */
export function engineFlags(args: readonly string[], processors = availableParallelism()): string[] {
  if (args.includes('validate') && args.includes('--no-checks')) return ['--no-opt', thrifty(50)];
  if (args.includes('--data') || !args.some((word) => whole.has(word))) return [];
  const data = join(optionOf(args, '--project') ?? '.', 'data');
  const size = sizeOf(data, little);
  if (size < few && args.includes('build'))
    return ['--no-opt', ...brief, ...(processors < ample ? alone : [])];
  if (size < little) return ['--no-opt'];
  // Only where texts are made of what is read has it been measured.
  return args.includes('validate') ? [] : lasting;
}

/** What an option is given, of words that are not parsed yet. */
function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = args[at];
  return word === name ? args[at + 1] : word?.slice(name.length + 1);
}

/** How many bytes the files of a folder have, counted up to a bound; none where it cannot be read. */
function sizeOf(folder: string, bound: number): number {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (size >= bound) break;
      const path = join(folder, entry.name);
      size += entry.isDirectory() ? sizeOf(path, bound - size) : statSync(path).size;
    }
  } catch {
    // Whoever reads it says what is wrong with it.
  }
  return size;
}
