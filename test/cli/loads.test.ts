import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support.ts';
import { newFolder } from './support.ts';

/** The addresses of the modules that a process loads, itself and in its threads; a bundle would not tell. */
function modulesLoaded(args: readonly string[]): string {
  const list = join(newFolder(), 'loaded.txt');
  const watch = `import { registerHooks } from 'node:module';
    import { appendFileSync } from 'node:fs';
    registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  execFileSync(process.execPath, ['--import', preload, 'src/cli.ts', ...args], { cwd: root });
  return readFileSync(list, 'utf8');
}

function packagesLoaded(args: readonly string[]): string[] {
  const found = modulesLoaded(args).matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g);
  return [...new Set([...found].map(([, name]) => name!))].sort();
}

it('saying the version loads nothing but what reads a command line', () => {
  expect(packagesLoaded(['--version'])).toEqual(['commander']);
});

it('validating without checks loads neither the query engine nor the JSON-LD processor, nor, where all is well, the SHACL engine', () => {
  const loaded = packagesLoaded(['validate', '--no-checks']);
  expect(loaded).toContain('n3');
  const heavy = /^@comunica\/|^jsonld$|^rdf-validate-shacl$/;
  expect(loaded.filter((name) => heavy.test(name))).toEqual([]);
});

it('asking loads the query engine that asks nobody, and no SHACL engine', () => {
  const loaded = packagesLoaded(['query', '-e', 'ASK {}']);
  expect(loaded).toContain('@comunica/query-sparql-rdfjs-lite');
  expect(loaded).not.toContain('@comunica/query-sparql');
  expect(loaded).not.toContain('rdf-validate-shacl');
});

it('asking nobody else leaves out what speaks HTTP: as a module, Node loads its own fetch with it', () => {
  const loaded = modulesLoaded(['query', '-e', 'ASK {}']);
  expect(loaded).toContain('src/query/remote.ts');
  expect(loaded).not.toContain('src/fetch/fetch-whole.ts');
});
