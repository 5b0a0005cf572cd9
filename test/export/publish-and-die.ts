// Run as a program: publishes two files to a folder, and dies before its n-th operation on the disk.
import disk from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [folder, text, operations] = process.argv.slice(2) as [string, string, string];
let left = Number(operations);
const functions = disk as unknown as Record<string, (...given: unknown[]) => unknown>;
for (const name of [
  'lstat',
  'mkdir',
  'readdir',
  'readFile',
  'readlink',
  'rename',
  'rm',
  'symlink',
  'writeFile',
]) {
  const original = functions[name]!;
  functions[name] = (...given) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return original(...given);
  };
}
syncBuiltinESMExports();

const { publish } = await import('../../src/export/publish.ts');
await publish(
  ['a.txt', 'b.txt'].map((name) => ({ name, pieces: [`${text} `, name] })),
  folder,
);
process.stdout.write(`done in ${Number(operations) - left}\n`);
