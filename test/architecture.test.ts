import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './support.ts';

/** Which folders of src/ a folder may import from. The files beside the folders are the top, and `failure` and `package` the bottom. */
const arrows: Record<string, readonly string[]> = {
  // Nothing imports what runs in browsers.
  browser: ['site', 'query', 'graph', 'failure'],
  top: [
    'cli',
    'diff',
    'site',
    'report',
    'export',
    'routes',
    'validate',
    'link',
    'query',
    'evidence',
    'sssom',
    'fetch',
    'project',
    'graph',
    'failure',
    'package',
  ],
  cli: [
    'diff',
    'site',
    'report',
    'export',
    'routes',
    'validate',
    'link',
    'query',
    'evidence',
    'sssom',
    'fetch',
    'project',
    'graph',
    'failure',
    'package',
  ],
  diff: ['report', 'validate', 'project', 'graph', 'failure', 'package'],
  site: ['export', 'query', 'evidence', 'sssom', 'project', 'graph', 'failure', 'package'],
  report: ['validate', 'project', 'graph', 'failure', 'package'],
  export: ['routes', 'query', 'sssom', 'project', 'graph', 'failure', 'package'],
  routes: [],
  validate: ['query', 'evidence', 'sssom', 'project', 'graph', 'failure', 'package'],
  query: ['fetch', 'project', 'graph', 'failure', 'package'],
  fetch: ['failure', 'package'],
  evidence: ['project', 'graph', 'failure', 'package'],
  link: ['sssom', 'query', 'fetch', 'project', 'graph', 'failure', 'package'],
  project: ['sssom', 'graph', 'failure', 'package'],
  sssom: ['graph', 'failure', 'package'],
  graph: ['failure', 'package'],
  failure: [],
  package: [],
};

/** The one file through which a dependency comes in; n3 has three doors for reading, one for writing and one for terms. */
const doors: Record<string, readonly string[]> = {
  '@comunica/actor-query-process-explain-parsed': ['src/query/light-engine.ts'],
  '@comunica/query-sparql': ['src/query/engines.ts'],
  '@comunica/query-sparql-rdfjs-lite': ['src/query/light-engine.ts'],
  asynciterator: ['src/query/source.ts'],
  commander: ['src/cli/declare/declaring.ts', 'src/run.ts'],
  hyphen: ['src/site/hyphens.ts'],
  jsonld: ['src/graph/json-ld.ts'],
  n3: [
    'src/graph/parse-nquads.ts',
    'src/graph/parse-turtle.ts',
    'src/graph/positions.ts',
    'src/graph/read-back.ts',
    'src/graph/terms.ts',
    'src/graph/write.ts',
  ],
  'rdf-canonize': ['src/graph/canonical.ts'],
  'rdf-validate-shacl': ['src/validate/shapes.ts'],
  yaml: ['src/graph/yaml.ts'],
};

const files = filesBelow('src', /\.ts$/).filter((file) => !file.endsWith('.d.ts'));
const imports = files.flatMap((file) =>
  [...textOf(file).matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file,
    name: match[1]!,
  })),
);
const ownImports = imports
  .filter(({ name }) => name.startsWith('.'))
  .map(({ file, name }) => ({ file, target: new URL(name, `file:///${file}`).pathname.slice(1) }));
const folderOf = (file: string) => {
  const [, first, rest] = file.split('/');
  return rest ? first! : ['failure.ts', 'package.ts'].includes(first!) ? first!.slice(0, -3) : 'top';
};

describe('the source', () => {
  it('imports only what lies below', () => {
    const upwards = ownImports.filter(
      ({ file, target }) =>
        folderOf(file) !== folderOf(target) && !arrows[folderOf(file)]!.includes(folderOf(target)),
    );
    expect(upwards).toEqual([]);
  });

  it('has no cycles', () => {
    const open = new Set<string>();
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (open.has(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (open.has(file) || done.has(file)) return;
      open.add(file);
      for (const { target } of ownImports.filter((each) => each.file === file))
        visit(target, [...path, file]);
      open.delete(file);
      done.add(file);
    };
    files.forEach((file) => visit(file, []));
    expect(cycles).toEqual([]);
  });

  it('lets each dependency in through its door, and has no other dependencies', () => {
    const found: Record<string, Set<string>> = {};
    for (const { file, name } of imports)
      if (!name.startsWith('.') && !name.startsWith('node:') && name !== '@rdfjs/types')
        (found[/^(?:@[^/]+\/)?[^/]+/.exec(name)![0]] ??= new Set()).add(file);
    expect(
      Object.fromEntries(Object.entries(found).map(([name, through]) => [name, [...through].sort()])),
    ).toEqual(doors);
    expect(Object.keys(JSON.parse(textOf('package.json')).dependencies).sort()).toEqual(
      Object.keys(doors).sort(),
    );
  });

  it('prints only from the console of the command line', () => {
    const printing = files.filter((file) =>
      /\bprocess\.(stdout|stderr)|\bconsole\.(log|error|warn)/.test(textOf(file)),
    );
    expect(printing).toEqual(['src/cli/console.ts']);
  });

  it('goes to the network through one door', () => {
    const networking = files.filter((file) =>
      /^import (?!type )[^;]*'node:(https?|http2|net|tls|dgram|dns)'|\bfetch\(|\bWebSocket\b/m.test(
        textOf(file),
      ),
    );
    // The first two ask for files of the site that they are part of; the last listens on this machine, and asks nobody.
    expect(networking).toEqual([
      'src/browser/query-worker.ts',
      'src/browser/workbench.ts',
      'src/fetch/addresses.ts',
      'src/fetch/fetch-whole.ts',
      'src/site/serve-site.ts',
    ]);
  });

  it('runs other programs through one door', () => {
    expect(files.filter((file) => /'node:child_process'/.test(textOf(file)))).toEqual(['src/diff/git.ts']);
  });

  it('keeps its files small', () => {
    const lengths = files.map((file) => ({ file, lines: textOf(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });

  it('has no drawers without a name', () => {
    expect(files.filter((file) => /\b(utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
  });
});
