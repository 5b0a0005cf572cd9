import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { meent, newFolder, orchard, orchardWith } from '../cli/support.ts';
import { textOf } from '../support.ts';

const claims = 'data/reports/orchard-evening/claims.ttl';
const anchors = 'data/reports/orchard-evening/anchors.ttl';
const of = (path: string) => textOf(`${orchard}/${path}`);

const block = (key: string) => new RegExp(`<claim/${key}> a [^]*?\\.\\n\\n`).exec(of(claims))![0];

/** The claims after an evening of work: one withdrawn, one new, one reworded, one moved, values that came and went. */
const edited = of(claims)
  .replace(block('forty-trees'), '')
  .replace('Wie niet snoeit, oogst niet.', 'Wie nooit snoeit, oogst nooit.')
  .replace(
    '"The apples belong to everyone in the village."@en',
    '"The apples belong to all of the village."@en , "Les pommes sont à tous."@fr',
  )
  .replace('<anchor/227-249>', '<anchor/227-250>')
  .replace('meent:invokesValue value:sharing', 'meent:invokesValue value:care')
  .concat(
    block('thirty-trees')
      .replaceAll('thirty-trees', 'fifty-trees')
      .replaceAll('thirty trees', 'fifty trees')
      .replaceAll('dertig', 'vijftig'),
  );
const moved = of(anchors).concat(
  '\n<anchor/227-250> a meent:TextAnchor ; oa:hasSource <text> ; oa:hasSelector <selector/227-250> ; meent:textDigest "sha256-0" .\n<selector/227-250> a oa:TextPositionSelector ; oa:start 227 ; oa:end 250 .\n',
);
const changes = { [claims]: edited, [anchors]: moved };

const diff = (args: readonly string[], lang = 'en') => meent(['diff', ...args, '--lang', lang]);

describe('meent diff', () => {
  it.each(['nl', 'en'])(
    'tells what has become of claims, evidence, values and the rest: %s',
    async (lang) => {
      const { code, out, err } = await diff([orchard, orchardWith(changes)], lang);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toMatch(/https?:/);
      await expect(out).toMatchFileSnapshot(`expected/orchard.${lang}.txt`);
    },
  );

  it('writes Markdown for a pull request', async () => {
    const [old, now] = [orchardWith(), orchardWith(changes)];
    const { out } = await diff([old, now, '--format', 'markdown']);
    const [title, ...rest] = out.split('\n');
    expect(title).toMatch(/^## From \S+ to \S+$/);
    await expect(rest.join('\n')).toMatchFileSnapshot('expected/orchard.en.md.txt');
  });

  it('writes JSON as the schema says, with every triple that differs', async () => {
    const now = orchardWith(changes);
    const { out } = await diff([orchard, now, '--format', 'json']);
    const isValid = new Ajv2020.default({ strict: false, allErrors: true }).compile(
      JSON.parse(textOf('diff.schema.json')),
    );
    const written = JSON.parse(out);
    isValid(written);
    expect(isValid.errors).toBe(null);
    expect(written.summary.en).toMatch(
      /^1 claim added, 1 claim withdrawn, 2 claims reworded, 1 claim with other evidence, 1 value gained, 1 value lost, \d+ triples added and \d+ removed\.$/,
    );
    expect(written.claims.reworded[0].rewordings).toEqual([
      {
        language: 'en',
        before: ['The apples belong to everyone in the village.'],
        after: ['The apples belong to all of the village.'],
      },
      { language: 'fr', before: [], after: ['Les pommes sont à tous.'] },
    ]);
    expect(written.claims.moved[0]).toMatchObject({
      before: [{ start: 227, end: 249 }],
      after: [{ start: 227, end: 250, digest: 'sha256-0' }],
    });
    expect(written.triples.added.length - written.triples.removed.length).toBe(
      written.new.triples - written.old.triples,
    );
  });

  it('gives 0, and 1 for a difference where that is asked', async () => {
    const now = orchardWith(changes);
    expect((await diff([orchard, now])).code).toBe(0);
    expect((await diff([orchard, now, '--exit-code'])).code).toBe(1);
    expect(await diff([orchard, orchardWith(), '--exit-code'])).toEqual({
      code: 0,
      out: 'No differences.\n',
      err: '',
    });
  });

  it('writes files too, each in the form that its name asks for', async () => {
    const folder = orchardWith(changes);
    const files = ['changes.md', 'changes.json', 'changes.txt'].map((name) => join(folder, name));
    const { out } = await diff([orchard, folder, ...files.flatMap((file) => ['-o', file])]);
    const [markdown, json, text] = files.map((file) => readFileSync(file, 'utf8'));
    expect(markdown).toMatch(/^## From /);
    expect(JSON.parse(json!)).toMatchObject({ schemaVersion: 1 });
    expect(text).toBe(out);
  });

  it('compares any RDF, by triples', async () => {
    const folder = newFolder();
    writeFileSync(
      join(folder, 'old.ttl'),
      '@prefix ex: <https://example.org/> . ex:pear ex:height 3 ; ex:at [ ex:row 1 ] .',
    );
    writeFileSync(
      join(folder, 'new.jsonld'),
      '{"@context":{"@vocab":"https://example.org/"},"@id":"https://example.org/pear","height":4,"at":{"row":1}}',
    );
    const { out } = await diff([join(folder, 'old.ttl'), join(folder, 'new.jsonld')]);
    expect(out).toBe(
      'What else differs\n  ex:pear\n    - ex:height: “3”\n    + ex:height: “4”\n\n1 triple added and 1 removed.\n',
    );
  });

  it('shows the first of much, and all of it where that is asked', async () => {
    const folder = newFolder();
    const trees = Array.from(
      { length: 30 },
      (_, i) => `<https://example.org/tree/${i}> <https://example.org/p> 1 .\n`,
    );
    writeFileSync(join(folder, 'old.ttl'), '');
    writeFileSync(join(folder, 'new.ttl'), trees.join(''));
    const files = [join(folder, 'old.ttl'), join(folder, 'new.ttl')];
    expect((await diff(files)).out).toContain('And 10 more things; --all shows everything.');
    expect((await diff([...files, '--all'])).out.match(/tree\//g)).toHaveLength(30);
  });

  it('lets no text in the data become mark-up, a link or a mention', async () => {
    const hostile = '<img src=x> [a](https://evil.example) **b** `c` @somebody fixes #1 | www.evil.example';
    const folder = orchardWith({
      [claims]: of(claims).replace('Wie niet snoeit, oogst niet.', `${hostile}\\n# x`),
    });
    const { out } = await diff([orchard, folder, '--format', 'markdown'], 'nl');
    expect(out).not.toMatch(/<img|[^\\]\[a\]|\*\*b|[^\\]`c|@somebody|#1|https:\/\/evil|www\.evil|^# x/m);
  });

  it.each([
    [['nowhere/'], 2, 'Git knows no revision nowhere/'],
    [['./nowhere'], 3, 'There is no file or folder ./nowhere'],
    [['git:--output=x'], 2, 'Neither a path nor a revision'],
    [[orchard, orchard, '-o', 'x.csv'], 2, 'Cannot tell in which form x.csv'],
  ])('refuses %j', async (args, code, message) => {
    const ran = await diff(args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(message);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('meent diff with revisions (skipped where there is no git)', () => {
  /** A repository with the orchard in a folder of its own, in two states: `first` is tagged, the work tree holds a third. */
  function repository(): { folder: string; git: (...args: string[]) => string } {
    const folder = newFolder();
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Ans', '-c', 'user.email=ans@example.org', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder, encoding: 'utf8' },
      );
    git('init', '-q', '-b', 'main');
    mkdirSync(join(folder, 'farm'));
    renameSync(orchardWith(), join(folder, 'farm/orchard'));
    git('add', '-A');
    git('commit', '-qm', 'first');
    git('tag', 'first');
    writeFileSync(join(folder, 'farm/orchard', claims), edited);
    writeFileSync(join(folder, 'farm/orchard', anchors), moved);
    git('commit', '-qam', 'second');
    writeFileSync(
      join(folder, 'farm/orchard', claims),
      edited.replace('Wie nooit snoeit', 'Wie zelden snoeit'),
    );
    return { folder, git };
  }

  it('reads a revision of the project’s folder, and the folder as it is by default', async () => {
    const { folder } = repository();
    const project = join(folder, 'farm/orchard');
    const at = (...args: string[]) => diff([...args, '--project', project]);
    expect((await at('first', 'main')).out).toBe((await diff([orchard, orchardWith(changes)])).out);
    expect((await at('HEAD')).out).toMatch(
      /- nl: Wie nooit snoeit[^]*\+ nl: Wie zelden snoeit[^]*\n1 claim reworded, 1 triple added and 1 removed\.\n$/,
    );
    expect((await at('HEAD~1', 'git:first')).out).toBe('No differences.\n');
  });

  it('reads a folder or a file at a revision', async () => {
    const { folder } = repository();
    const at = (...args: string[]) => diff([...args, '--project', folder]);
    expect((await at('first:farm/orchard', 'main:farm/orchard')).out).toContain('1 claim withdrawn');
    const file = await at(`first:farm/orchard/${claims}`, `main:farm/orchard/${claims}`);
    expect(file.out).toContain('2 claims reworded');
  });

  it('takes a name for a path where both are there, and git: for the revision', async () => {
    const { folder } = repository();
    mkdirSync(join(folder, 'main'));
    writeFileSync(join(folder, 'main/a.ttl'), '<https://example.org/a> <https://example.org/p> 1 .');
    const from = process.cwd();
    process.chdir(folder);
    try {
      const project = ['--project', 'farm/orchard'];
      expect((await diff(['main', 'main', ...project])).out).toBe('No differences.\n');
      expect((await diff(['main', 'git:main', ...project])).out).toContain('Claims added');
      expect((await diff(['git:main:main', 'main', ...project])).err).toContain(
        'There is nothing at main:main',
      );
    } finally {
      process.chdir(from);
    }
  });

  it('leaves work tree and index as they are', async () => {
    const { folder, git } = repository();
    git('rm', '-q', '--cached', `farm/orchard/${anchors}`);
    const state = () => [
      git('--no-optional-locks', 'status', '--porcelain'),
      statSync(join(folder, '.git/index')).mtimeMs,
    ];
    const before = state();
    await diff(['first', 'HEAD', '--project', join(folder, 'farm/orchard')]);
    expect(state()).toEqual(before);
  });

  it.each([
    ['an unknown revision', ['third'], 2, 'Git knows no revision third'],
    [
      'a folder that is not there then',
      ['first:farm/mill'],
      3,
      'first:farm/mill: There is nothing at first:farm/mill',
    ],
  ])('says what is wrong with %s', async (_, args, code, message) => {
    const ran = await diff([...args, '--project', join(repository().folder, 'farm/orchard')]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(message);
  });

  it('says which file of which revision cannot be read', async () => {
    const { folder, git } = repository();
    writeFileSync(join(folder, 'farm/orchard', claims), 'x');
    git('commit', '-qam', 'third');
    const { code, err } = await diff(['HEAD', 'first', '--project', join(folder, 'farm/orchard')]);
    expect(code).toBe(3);
    expect(err).toMatch(new RegExp(`^HEAD:${claims}:1: `));
  });

  it('says that there is no repository, and that git is missing', async () => {
    const folder = newFolder();
    expect(await diff(['HEAD', '--project', folder])).toMatchObject({
      code: 3,
      err: expect.stringContaining('not a git repository'),
    });
    const path = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      expect(await diff(['HEAD', '--project', folder])).toMatchObject({
        code: 3,
        err: expect.stringContaining('Git is not installed here'),
      });
    } finally {
      process.env['PATH'] = path;
    }
  });
});
