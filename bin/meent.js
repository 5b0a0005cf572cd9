#!/usr/bin/env node
import { existsSync, readdirSync, statSync } from 'node:fs';

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
  const inputs = ['./', ...readdirSync(sources, { recursive: true }), '../package-lock.json'];
  return inputs.every((name) => statSync(new URL(name, sources)).mtimeMs <= made);
}
