import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../src/export/formats.ts';
import { Dataset } from '../src/graph/dataset.ts';
import { loadData, loadShapes } from '../src/project/load.ts';
import type { Project } from '../src/project/project.ts';
import { validate } from '../src/validate/validate.ts';
import { contentOf, newFolder } from './cli/support.ts';
import { publishedOf } from './export/support.ts';
import { finish } from './processes.ts';
import { shuffled } from './random.ts';
import { filesBelow, ownProject, root } from './support.ts';
import { told } from './validate/told.ts';

/** A build of the project in `folder` by its own program, in surroundings of its own; gives every byte. */
async function build(folder: string, env: NodeJS.ProcessEnv = {}, before: readonly string[] = []) {
  const out = join(newFolder(), 'out');
  const args = [...before, join(folder, 'bin/meent.js'), 'build', '--project', folder, '-o', out];
  const { code, err } = await finish(process.execPath, args, { cwd: dirname(out), env });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return contentOf(out);
}

let first: ReturnType<typeof build> | undefined;
/** What the first build of this repository wrote. */
const expected = () => (first ??= build(root));

describe('a build of this repository has the same bytes', () => {
  it('when it is done again', async () => {
    expect(Object.keys(await expected())).toContain('claims.jsonld');
    expect(await build(root)).toEqual(await expected());
  });

  it.each([
    ['UTC and C', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
    ['a day ahead, in Turkish', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['half an hour off, in Dutch', { TZ: 'America/St_Johns', LANG: 'nl_NL.UTF-8', LC_ALL: '' }],
    ['nowhere, in no language', { TZ: '', LANG: '', LC_ALL: '', HOME: '/nowhere', USER: 'nobody' }],
  ])('in %s', async (_, env) => {
    expect(await build(root, env)).toEqual(await expected());
  });

  it('in another year', async () => {
    const clock = 'data:text/javascript,const now = Date.now; Date.now = () => now() - 1e12';
    expect(await build(root, {}, ['--import', clock])).toEqual(await expected());
  });

  it.each([1, 2])('in a copy whose files were made in another order, of seed %i', async (seed) => {
    const copy = newFolder();
    const files = ['bin', 'src', 'ontology', 'shapes', 'queries', 'data'].flatMap((name) =>
      filesBelow(name, /\.\w+$/),
    );
    for (const file of shuffled(['package.json', 'meent.json', ...files], seed)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      copyFileSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    expect(await build(copy)).toEqual(await expected());
  });
});

/** The Node of a major version from the registry, in a folder that is gone when the tests are done; undefined where it cannot be had. */
function nodeOf(major: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'meent-node-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const manifest = { dependencies: { node: `^${major}.0.0` }, allowScripts: { node: true } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
  const node = join(folder, 'node_modules/node/bin/node');
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (stdout?.startsWith(`v${major}.`)) return node;
  console.warn(`NOT RUN: exports on Node ${major}, which could not be had from the registry`);
  return undefined;
}

describe.each([22, 26])('on Node %i', (major) => {
  const node = nodeOf(major);

  it.skipIf(!node)(
    'every form of export has the same bytes (skipped where that Node is out of reach)',
    async () => {
      const exportWith = async (program: string) => {
        const out = join(newFolder(), 'out');
        const args = [
          join(root, 'bin/meent.js'),
          'export',
          '--project',
          root,
          '-o',
          out,
          '--to',
          ...exportFormats,
        ];
        const { code, err } = await finish(program, args);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        return contentOf(out);
      };
      expect(await exportWith(node!)).toEqual(await exportWith(process.execPath));
    },
  );
});

describe('whatever the order that files are read and triples are kept in,', () => {
  /** The project with its lists of files in an order that a seed gives. */
  function reordered(project: Project, seed: number): Project {
    const { exports, questions, checks } = project.queries;
    return {
      ...project,
      ontology: shuffled(project.ontology, seed),
      shapes: shuffled(project.shapes, seed),
      data: shuffled(project.data, seed),
      queries: {
        exports: shuffled(exports, seed),
        questions: shuffled(questions, seed),
        federated: project.queries.federated,
        checks: shuffled(checks, seed),
      },
    };
  }
  const own = ownProject();

  it.each([3, 4])('the exports have the same bytes (seed %i)', async (seed) => {
    const project = reordered(own, seed);
    const data = await loadData(project);
    const dataset = new Dataset(shuffled([...data.dataset], seed));
    expect(await publishedOf(project, { ...data, dataset })).toEqual(await expected());
  });

  it.each([5, 6])('the problems are the same and in the same order (seed %i)', async (seed) => {
    const found = async (project: Project) => {
      const data = await loadData(project);
      return told(await validate(project, data, await loadShapes(project), { checks: true }), data);
    };
    expect(await found(reordered(own, seed))).toEqual(await found(own));
  });
});
