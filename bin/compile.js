// Makes lib/ from src/: one bundle with what it depends on, which starts in half the time that a thousand small
// files take, and the types. The package has it in place of src/; a clone uses it while it is newer than src/.
import { execFileSync } from 'node:child_process';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { threads } from '../src/package.ts';
import { licencesOf } from './licences.js';

const began = new Date();
rmSync('lib', { recursive: true, force: true });
const bundle = await rolldown({
  input: Object.fromEntries(['cli', 'index', ...threads].map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  // Some of what we depend on is CommonJS, and looks for files of its own, which we never ask of it.
  transform: { define: { __dirname: 'import.meta.dirname' } },
  plugins: [
    {
      name: 'no-network',
      // The JSON-LD processor brings an HTTP client that takes longer to load than it does, and is never given an address.
      resolveId: (id) => (id === '@digitalbazaar/http-client' ? '\0nothing' : null),
      load: (id) => (id === '\0nothing' ? 'export {};' : null),
    },
  ],
  logLevel: 'warn',
});
// Every chunk stands in lib/ itself: src/package.ts counts on it.
const { output } = await bundle.write({
  dir: 'lib',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
writeFileSync('lib/THIRD-PARTY.txt', licencesOf(output.flatMap((chunk) => Object.keys(chunk.modules ?? {}))));

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [compiler, '--project', 'tsconfig.package.json'], { stdio: 'inherit' });
// What is saved while this runs is not in it.
utimesSync('lib/cli.js', began, began);
