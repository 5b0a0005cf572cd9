// Makes lib/ from src/: one bundle with what it depends on, which starts in half the time that a thousand small
// files take, and the types. The package has it in place of src/; a clone uses it while it is newer than src/.
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { browserScripts, threads } from '../src/package.ts';
import { licencesOf } from './licences.js';

/** Packages that ours bring and never come to use, and what stands in their place: they take long to load. */
const leftOut = {
  // The JSON-LD processor's HTTP client; nothing is ever fetched for it.
  '@digitalbazaar/http-client': 'export {};',
  // The query engine's own command line, and what makes an engine from a configuration.
  yargs: 'export {};',
  componentsjs: 'export {};',
  // Node has what they make up for.
  'cross-fetch': 'export const { fetch, Headers, Request, Response } = globalThis; export default fetch;',
  'cross-fetch/polyfill': 'export {};',
};

/** What stands in the place of modules in a browser. */
const inBrowser = new Map([
  ['fetch-whole.ts', "export const fetchWhole = () => Promise.reject(new Error('Nothing is fetched'));"],
  ['node:diagnostics_channel', 'export const tracingChannel = () => ({ tracePromise: (work) => work() });'],
]);

const began = new Date();
// Made beside the old one, which others may be using, and put in its place at the end.
const made = 'node_modules/.meent-lib';
rmSync(made, { recursive: true, force: true });
const bundle = await rolldown({
  input: Object.fromEntries(['cli', 'index', ...threads].map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  // Some of what we depend on is CommonJS, and looks for files of its own, which we never ask of it.
  transform: { define: { __dirname: 'import.meta.dirname' } },
  plugins: [
    {
      name: 'left-out',
      resolveId: (id) => (id in leftOut ? `\0${id}` : null),
      load: (id) => leftOut[id.slice(1)] ?? null,
    },
  ],
  logLevel: 'warn',
});
// Every chunk stands in lib/ itself: src/package.ts counts on it.
const { output } = await bundle.write({
  dir: made,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
const modules = output.flatMap((chunk) => Object.keys(chunk.modules ?? {}));

// What runs in a browser: a script each, that can also be read from a disk.
for (const name of browserScripts) {
  const script = await rolldown({
    input: `src/browser/${name}.ts`,
    platform: 'browser',
    // Only the engine that asks nobody: nothing leaves the page.
    resolve: {
      alias: { '@comunica/query-sparql': join(import.meta.dirname, '../src/query/light-engine.ts') },
    },
    plugins: [
      {
        name: 'stand-ins',
        resolveId: (id) => (inBrowser.has(basename(id)) ? `\0${basename(id)}` : null),
        load: (id) => inBrowser.get(id.slice(1)) ?? null,
      },
    ],
    logLevel: 'warn',
  });
  const { output } = await script.write({
    file: `${made}/browser/${name}.js`,
    format: 'iife',
    minify: true,
    codeSplitting: false,
  });
  modules.push(...output.flatMap((chunk) => Object.keys(chunk.modules ?? {})));
}
writeFileSync(`${made}/THIRD-PARTY.txt`, licencesOf(modules));

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [compiler, '--project', 'tsconfig.package.json', '--outDir', made], {
  stdio: 'inherit',
});
// What is saved while this runs is not in it.
utimesSync(`${made}/cli.js`, began, began);
rmSync('lib', { recursive: true, force: true });
renameSync(made, 'lib');
