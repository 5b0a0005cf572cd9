#!/usr/bin/env node
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `meent needs Node.js 22.19 or newer; this is ${process.versions.node}.\n` +
      'How to mend it: in a project, npm install --save-dev node@24 and run it with npx or npm run.\n',
  );
  process.exitCode = 2;
} else {
  // A clone of the repository has src/, which Node runs as it is; a package has lib/, made from it.
  const source = new URL('../src/cli.ts', import.meta.url);
  await import(existsSync(source) ? source.href : new URL('../lib/cli.js', import.meta.url).href);
}
