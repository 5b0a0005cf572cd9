#!/usr/bin/env node
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `meent needs Node.js 22.19 or newer; this is ${process.versions.node}.\n` +
      'How to mend it: in a project, npm install --save-dev node@24 and run it with npx or npm run.\n',
  );
  process.exitCode = 2;
} else {
  // A package has the bundle alone. A clone has the sources too, which Node runs as they are where they are newer.
  const [bundle, sources] = ['../lib/cli.js', '../src/'].map((path) => new URL(path, import.meta.url));
  const cli = isFresh(bundle, sources) ? bundle : new URL('cli.ts', sources);
  await import(cli.href);
}

/** Whether a bundle is newer than everything that it was made from. */
function isFresh(bundle, sources) {
  if (!existsSync(sources)) return true;
  const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  // Every start of a clone looks at them all: paths, and what the folder says of its entries, take half the time of URLs.
  const folder = fileURLToPath(sources);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const inputs = [
    folder,
    join(folder, '../package-lock.json'),
    ...entries.map(({ parentPath, name }) => join(parentPath, name)),
  ];
  return inputs.every((path) => statSync(path).mtimeMs <= made);
}
