import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWorthThreads } from '../../src/project/size.ts';
import { newFolder } from '../cli/support.ts';

/** Files of data with so many bytes each. */
const filesOf = (...sizes: readonly number[]) => {
  const folder = newFolder();
  return sizes.map((size, number) => {
    const path = join(folder, `${number}.ttl`);
    writeFileSync(path, '#'.repeat(size));
    return { path, shown: path };
  });
};

it.each([
  ['little data', [1000, 2000], false],
  ['much data in one file', [250_000], true],
  ['much data in files that are small', [100_000, 100_000, 100_000], true],
  ['no data', [], false],
])('threads are worth their start or not: %s', (_, sizes, expected) => {
  expect(isWorthThreads({ data: filesOf(...sizes) })).toBe(expected);
});

it('what is not there, and standard input, counts for nothing: whoever reads it says what is wrong', () => {
  const data = [
    { path: '-', shown: '-' },
    { path: '/nowhere/at/all.ttl', shown: 'all.ttl' },
  ];
  expect(isWorthThreads({ data })).toBe(false);
});
