import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineFlags } from '../../src/cli/engine-flags.ts';
import { newFolder } from './support.ts';

/** A project whose data has so many bytes, in two folders. */
function projectOf(bytes: number): string {
  const folder = newFolder();
  for (const name of ['reports', 'reference']) {
    mkdirSync(join(folder, 'data', name), { recursive: true });
    writeFileSync(join(folder, 'data', name, 'some.ttl'), '#'.repeat(bytes / 2));
  }
  return folder;
}

describe("V8's last tier of compiling", () => {
  it.each([
    ['is left out where a small project is built', 1_000_000, ['build', '--project', '{}'], true],
    ['is left out with the option written in one word', 1_000_000, ['build', '--project={}'], true],
    [
      'is left out where a small project is exported',
      1_000_000,
      ['--lang', 'nl', 'export', '--project', '{}'],
      true,
    ],
    ['serves where a large project is built', 3_000_000, ['build', '--project', '{}'], false],
    ['serves where a large project is validated', 3_000_000, ['validate', '--project', '{}'], false],
    [
      'is left out of SHACL alone, however large',
      3_000_000,
      ['validate', '--no-checks', '--project', '{}'],
      true,
    ],
    [
      'serves where files are given that nobody has counted',
      1_000_000,
      ['validate', '--data', 'x.ttl', '--project', '{}'],
      false,
    ],
    ['serves questions', 1_000_000, ['query', 'all', '--project', '{}'], false],
  ])('%s', (_, bytes, args, expected) => {
    const project = projectOf(bytes);
    const flags = engineFlags(args.map((word) => word.replace('{}', project)));
    expect(flags.includes('--no-opt')).toBe(expected);
  });
});

describe('garbage', () => {
  it.each([
    ['is collected early where reports are seen one by one', 10, ['validate', '--no-checks'], true],
    ['is collected early where a large project is exported', 3_000_000, ['export'], true],
    ['is not collected early where a small one is built', 1_000_000, ['build'], false],
    ['is collected when V8 likes where a large one is validated with checks', 3_000_000, ['validate'], false],
    ['is collected when V8 likes where a small one is', 1_000_000, ['export'], false],
    ['is collected when V8 likes where a question is asked', 3_000_000, ['query', 'all'], false],
  ])('%s', (_, bytes, args, expected) => {
    const flags = engineFlags([...args, '--project', projectOf(bytes)]);
    expect(flags.some((flag) => flag.startsWith('--heap-growing'))).toBe(expected);
  });
});

it.each([
  [2, true],
  [8, false],
])(
  'V8 has no threads of its own beside ours where a small project is built on %i processors: %s',
  (processors, expected) => {
    const flags = engineFlags(['build', '--project', projectOf(1000)], processors);
    expect(flags.includes('--no-concurrent-recompilation')).toBe(expected);
  },
);

it('V8 of this Node knows the flags', () => {
  const flags = [
    ['validate', '--no-checks'],
    ['export', '--project', projectOf(3_000_000)],
    ['build', '--project', projectOf(1000)],
  ].flatMap((args) => engineFlags(args, 1));
  const { status, stderr } = spawnSync(process.execPath, [...flags, '-e', ''], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
