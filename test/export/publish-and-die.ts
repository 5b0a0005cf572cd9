// Run as a program: publishes two files to a folder, and dies before its n-th operation on the disk.
import disk from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [folder, text, operations] = process.argv.slice(2) as [string, string, string];
let left = Number(operations);
type Functions = Record<string, (...given: unknown[]) => unknown>;
const dangerous = ['lstat', 'mkdir', 'open', 'readdir', 'readlink', 'rename', 'rm', 'rmdir', 'symlink'];

/** Lets the program die in the place of one of the functions, and of those of the files that it opens. */
function endanger(functions: Functions, names: readonly string[]): void {
  for (const name of names) {
    const original = functions[name]!;
    functions[name] = (...given) => {
      if (left-- === 0) process.kill(process.pid, 'SIGKILL');
      const done = original.apply(functions, given);
      if (name !== 'open') return done;
      return (done as Promise<Functions>).then((handle) => {
        endanger(handle, ['writeFile', 'sync', 'close']);
        return handle;
      });
    };
  }
}
endanger(disk as unknown as Functions, dangerous);
syncBuiltinESMExports();

const { publish } = await import('../../src/export/publish.ts');
await publish(
  ['a.txt', 'b.txt'].map((name) => ({ name, pieces: [`${text} `, name] })),
  folder,
);
process.stdout.write(`done in ${Number(operations) - left}\n`);
