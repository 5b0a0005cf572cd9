import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threads } from '../src/package.ts';
import { contentOf, inOrchard, orchard } from './cli/support.ts';
import { type Finished, finish } from './processes.ts';
import { root, textOf } from './support.ts';

const manifest = JSON.parse(textOf('package.json')) as { version: string };
const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: object };
let folder: string;
let files: string[];
/** Runs a program in the folder where the package is installed. */
const run = (program: string, ...args: string[]): Promise<Finished> => finish(program, args, { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meent-pack-'));
  const packed = await finish('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  expect(packed).toMatchObject({ code: 0 });
  // Before it comes what the compiler says.
  const [report] = Object.values(JSON.parse(packed.out.slice(packed.out.search(/^[[{]/m)))) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = report!.files.map(({ path }) => path).sort();
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const installed = await run(
    'npm',
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    report!.filename,
  );
  expect(installed, installed.err).toMatchObject({ code: 0 });
  // The project stands in the same folder, as it would with anybody who installs us for theirs.
  for (const name of ['data', 'sources', 'meent.json'])
    cpSync(join(root, orchard, name), join(folder, name), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('has what it needs and no more', () => {
    expect([...new Set(files.map((path) => path.split('/')[0]))]).toEqual([
      'CHANGELOG.md',
      'LICENSES',
      'README.md',
      'bin',
      'data',
      'diff.schema.json',
      'evidence.schema.json',
      'lib',
      'manifest.schema.json',
      'meent.json',
      'meent.schema.json',
      'ontology',
      'package.json',
      'queries',
      'report.schema.json',
      'shapes',
      'site',
      'test',
    ]);
    for (const folderOfPackage of [
      'LICENSES',
      'ontology',
      'shapes',
      'queries/checks',
      'queries/exports',
      'queries/federated',
      'queries/questions',
      'data',
      // What `meent explain` shows.
      'test/evidence/rules',
      'test/queries/checks',
      'test/shapes',
    ])
      expect(files.filter((path) => path.startsWith(`${folderOfPackage}/`))).not.toEqual([]);
    expect(
      files.filter((path) => /(^|\/)(src|sources|dist|node_modules)\/|\.test\.|\.tgz$/.test(path)),
    ).toEqual([]);
    // One bundle of what we and others wrote, with the notices that the others ask for, and the types of ours.
    expect(files.filter((path) => /^lib\/(?!.*\.(?:d\.ts|js)$)/.test(path))).toEqual(['lib/THIRD-PARTY.txt']);
    const ours = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .map((path) => `lib/${path.replace(/\.ts$/, '.d.ts')}`);
    expect(files.filter((path) => /^lib\/.*\.d\.ts$/.test(path))).toEqual(ours.sort());
    const entries = ['cli', 'index', ...threads].map((name) => `lib/${name}.js`);
    expect(files).toEqual(expect.arrayContaining(entries));
  });

  it('gives notice of every package that it brings', () => {
    const notices = textOf('lib/THIRD-PARTY.txt');
    for (const name of Object.keys(dependencies)) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).not.toMatch(/^Licence: (see below|undefined)?$/m);
    // What a package brings of others, whose notices it leaves out.
    for (const maker of ['Piet Tutelaers', 'Dominik Wujastyk']) expect(notices).toContain(maker);
  });

  it('says its version', async () => {
    expect(await run('npx', '--no-install', 'meent', '--version')).toMatchObject({
      code: 0,
      out: `${manifest.version}\n`,
    });
  });

  it('validates a project with the shapes that it brings', async () => {
    const { out } = await inOrchard(['validate']);
    expect(await run('npx', '--no-install', 'meent', 'validate')).toMatchObject({
      code: 0,
      out: out.replaceAll('test/cli/projects/orchard/', ''),
      err: '',
    });
  });

  it('answers its questions', async () => {
    const asked = ['query', 'claims-of-actor', '-v', 'actor=ans-boom', '-f', 'csv'];
    const { out } = await inOrchard(asked);
    expect(await run('npx', '--no-install', 'meent', ...asked)).toMatchObject({ code: 0, out, err: '' });
  });

  it('gives tests of queries to a test runner of somebody else', async () => {
    const [question, fixture] = ['queries/questions', 'test/queries/questions/trees'].map((name) =>
      join(folder, name),
    ) as [string, string];
    for (const made of [question, fixture]) mkdirSync(made, { recursive: true });
    writeFileSync(
      join(question, 'trees.rq'),
      '#+ summary: Which?\n#+ columns: { label: en }\nSELECT ?label { ?x a <urn:Tree> ; <urn:label> ?label }\n',
    );
    writeFileSync(join(fixture, 'data.ttl'), '<urn:x> a <urn:Tree> ; <urn:label> "oak"@en .\n');
    writeFileSync(join(fixture, 'expected.csv'), 'label\noak\n');
    writeFileSync(
      join(folder, 'queries.test.mjs'),
      `import { test } from 'node:test';
import { queryTests } from 'meent';
for (const { name, run } of await queryTests('.')) test(name, run);
`,
    );
    const ran = () => run('node', '--test', 'queries.test.mjs');
    expect(await ran()).toMatchObject({ code: 0 });
    expect(await run('npx', '--no-install', 'meent', 'test')).toMatchObject({ code: 0 });
    writeFileSync(join(fixture, 'expected.csv'), 'label\nash\n');
    const wrong = await ran();
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.out).toMatch(/- ash\s+\+ oak/);
    for (const made of ['queries', 'test']) rmSync(join(folder, made), { recursive: true });
  });

  it('builds what the repository builds', async () => {
    expect(await run('npx', '--no-install', 'meent', 'build')).toMatchObject({ code: 0, err: '' });
    const here = join(folder, 'here');
    expect((await inOrchard(['build', '-o', here])).code).toBe(0);
    expect(contentOf(join(folder, 'dist/exports'))).toEqual(contentOf(here));
  });

  it('explains its rules with its examples', async () => {
    const explained = await run('npx', '--no-install', 'meent', 'explain', 'anchor-changed');
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toMatch(/^Good \(.*conforming\.ttl\):[^]*^Bad \(.*broken\.ttl\):/m);
  });

  it('anchors', async () => {
    const asked = ['anchor', 'orchard-evening', 'Piet Peer'];
    const { out } = await inOrchard(asked);
    expect(await run('npx', '--no-install', 'meent', ...asked)).toMatchObject({ code: 0, out, err: '' });
  });

  it('is a library with types, and gives away its context and schema', async () => {
    writeFileSync(
      join(folder, 'program.ts'),
      `import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate, Failure, loadData, loadShapes, openProject, type Problem, type Row, validate } from 'meent';

const project = openProject('.');
const data = await loadData(project);
const { problems }: { problems: readonly Problem[] } = await validate(project, data, await loadShapes(project), { checks: false });
const answer = await evaluate('SELECT (COUNT(*) AS ?n) { ?x a <https://w3id.org/meent/ns#Claim> }', data.dataset, { path: 'mine' });
// @ts-expect-error An answer may be of another form, which has no rows.
answer.rows;
if (answer.form !== 'SELECT') throw new Failure(70, 'not rows');
const rows: readonly Row[] = answer.rows;
const read = (name: string): unknown => JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8'));
process.stdout.write(\`\${problems.length} \${rows[0]?.['n']?.value} \${[read('meent/context.jsonld'), read('meent/meent.schema.json')].length}\\n\`);
`,
    );
    const types = join(root, 'node_modules/@types');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--typeRoots',
      types,
    ];
    const checked = await run('tsc', ...options, 'program.ts');
    expect(checked.out).toBe('');
    expect(checked.code).toBe(0);
    expect(await run('node', 'program.ts')).toMatchObject({ code: 0, out: '0 5 2\n', err: '' });
  });

  it.each(['meent/lib/run.js', 'meent/src/run.ts', 'meent/bin/meent.js'])(
    'keeps %s to itself',
    async (name) => {
      const ran = await run('node', '--input-type=module', '--eval', `await import('${name}')`);
      expect(ran.code).not.toBe(0);
      expect(ran.err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
    },
  );

  it('tells an older Node which it needs, before it loads anything', async () => {
    const pretend =
      "data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
    const ran = await run('node', '--import', pretend, 'node_modules/meent/bin/meent.js', 'build');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(
      /^meent needs Node\.js 22\.19 or newer; this is 20\.20\.2\.\nHow to mend it: .*\n$/,
    );
  });
});
