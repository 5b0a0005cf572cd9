import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadData, loadShapes } from '../../../src/project/load.ts';
import { openProject, type Project } from '../../../src/project/project.ts';
import { publishedAsText, readPublished } from '../../../src/project/published-list.ts';
import type { Problem } from '../../../src/validate/problem.ts';
import { validateInUnits } from '../../../src/validate/in-units.ts';
import { validate } from '../../../src/validate/validate.ts';
import { meent } from '../../cli/support.ts';
import { root } from '../../support.ts';

const ontology = 'ontology/orchard.ttl';
const list = 'ontology/published.txt';

/** A copy of the orchard, with files changed; `undefined` takes one away. */
function orchard(changes: Readonly<Record<string, ((text: string) => string) | undefined>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'meent-published-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'test/validate/published/project'), folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const file = join(folder, path);
    if (change) writeFileSync(file, change(readFileSync(file, 'utf8')));
    else rmSync(file);
  }
  return folder;
}

const published = (project: Project, problems: readonly Problem[]) =>
  problems
    .filter(({ kind }) => kind === 'published')
    .map(({ rule, focus, file, line, value }) =>
      [rule, focus.slice(focus.search(/[^/#]*$/)), `${relative(project.root, file!)}:${line}`, value]
        .filter(Boolean)
        .join(' '),
    );

/** What is wrong with published IRIs. */
async function found(folder: string): Promise<string[]> {
  const { project, problems } = await validated(folder);
  return published(project, problems);
}

async function validated(folder: string) {
  const project = openProject(folder);
  const shapes = await loadShapes(project);
  const options = { checks: false, isRepeated: true };
  const { problems } = await validate(project, await loadData(project), shapes, options);
  return { project, problems };
}

const replace = (old: string | RegExp, by: string) => (text: string) => text.replace(old, by);

describe('a published IRI', () => {
  it('is no problem while it is described, or deprecated and replaced', async () => {
    expect(await found(orchard())).toEqual([]);
  });

  it.each<[what: string, changes: Parameters<typeof orchard>[0], ...expected: string[]]>([
    [
      'a class of which only names are left',
      { [ontology]: replace(':Tree a owl:Class ;', ':Tree') },
      `published-iri-gone Tree ${list}:9`,
    ],
    ['a property', { [ontology]: replace(/:height a [^]*$/, '') }, `published-iri-gone height ${list}:10`],
    [
      'a shape',
      { 'shapes/tree.ttl': replace('shapes:TreeShape', 'shapes:Tree') },
      `published-iri-gone TreeShape ${list}:13`,
    ],
    [
      'a concept of the data',
      { 'data/reference/ripeness.ttl': replace('ripeness:green a', 'ripeness:unripe a') },
      `published-iri-gone green ${list}:19`,
    ],
    [
      'one that is replaced and not said to be deprecated',
      { [ontology]: replace('owl:deprecated true', 'owl:deprecated false') },
      `published-iri-gone Bush ${list}:7`,
    ],
    [
      'one that is deprecated and has no successor',
      { [ontology]: replace(/ ;\n {2}dcterms:isReplacedBy :Shrub/, '') },
      `deprecated-without-replacement Bush ${ontology}:15`,
    ],
    [
      'one whose successor is misspelt',
      { [ontology]: replace('isReplacedBy :Shrub', 'isReplacedBy :Shurb') },
      `replacement-not-published Bush ${ontology}:16 https://example.org/orchard/ns#Shurb`,
    ],
    [
      'one whose successor is not on the list',
      { [list]: replace('  Shrub\n', '') },
      `replacement-not-published Bush ${ontology}:16 https://example.org/orchard/ns#Shrub`,
    ],
    [
      'two that replace each other',
      {
        [ontology]: replace(
          ':Shrub a owl:Class ;',
          ':Shrub a owl:Class ; owl:deprecated true ; dcterms:isReplacedBy :Bush ;',
        ),
      },
      `replaced-in-circle Shrub ${ontology}:12`,
      `replaced-in-circle Bush ${ontology}:15`,
    ],
  ])('is wrong where it is %s', async (_, changes, ...expected) => {
    expect(await found(orchard(changes))).toEqual(expected);
  });

  it.each([
    ['of somebody else', { [ontology]: replace('isReplacedBy :Shrub', 'isReplacedBy rdfs:Class') }],
    [
      'that is deprecated in its turn',
      {
        [ontology]: (text: string) =>
          `${text}\n:Tree owl:deprecated true ; dcterms:isReplacedBy :Shrub .`.replace(
            'isReplacedBy :Shrub .\n\n:height',
            'isReplacedBy :Tree .\n\n:height',
          ),
      },
    ],
    [
      'told of in a report',
      {
        [ontology]: replace(/:Bush [^]*?\.\n/, ''),
        'data/reports/two.ttl': (text: string) =>
          `${text}:Bush <http://www.w3.org/2002/07/owl#deprecated> true ; <http://purl.org/dc/terms/isReplacedBy> :Shrub .`,
      },
    ],
  ])('may have a successor %s', async (_, changes) => {
    expect(await found(orchard(changes))).toEqual([]);
  });

  it('is found when reports are looked at one by one, whoever speaks of it', async () => {
    const folder = orchard({
      [ontology]: (text) => text.replace(':Tree a owl:Class ;', ':Tree').replace(/:Bush [^]*?\.\n/, ''),
      'data/reports/two.ttl': (text) => `${text}:Bush <http://www.w3.org/2002/07/owl#deprecated> true .`,
      'shapes/tree.ttl': replace('shapes:TreeShape', 'shapes:Tree'),
    });
    const { project, problems } = await validated(folder);
    expect(published(project, problems)).toEqual([
      'deprecated-without-replacement Bush data/reports/two.ttl:5',
      `published-iri-gone Tree ${list}:9`,
      `published-iri-gone TreeShape ${list}:13`,
    ]);
    const inUnits = await validateInUnits(project, { workers: 2 });
    expect(inUnits.validation.problems).toEqual(problems);
  });

  it('makes validating fail, says where it stood, and is explained', async () => {
    const folder = orchard({ [ontology]: replace(/:height a [^]*$/, '') });
    const { code, out } = await meent(['validate', '--no-checks', '--project', folder, '--format', 'plain']);
    expect(code).toBe(1);
    expect(out).toContain(
      `violation\t${relative(process.cwd(), join(folder, list))}\t10\t3\tpublished-iri-gone\thttps://example.org/orchard/ns#height\t`,
    );
    const explained = await meent(['explain', 'published-iri-gone', '--lang', 'en']);
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toContain('dcterms:isReplacedBy');
  });

  it('keeps a build from writing anything', async () => {
    const folder = orchard({ 'shapes/tree.ttl': replace('shapes:TreeShape', 'shapes:Tree') });
    const { code, err } = await meent(['build', '--no-checks', '--project', folder]);
    expect({ code, err }).toEqual({ code: 1, err: 'Nothing written: mend the violations first.\n' });
  });

  it('is no concern of who validates other files', async () => {
    const folder = orchard({ [ontology]: replace(/:height a [^]*$/, '') });
    const given = ['--data', join(folder, 'data/reports'), '--shapes', join(folder, 'shapes')];
    expect((await meent(['validate', '--project', folder, ...given])).code).toBe(0);
  });
});

describe('meent published', () => {
  const run = (folder: string, ...options: string[]) =>
    meent(['published', ...options, '--project', folder, '--lang', 'en']);

  it('says that all is well', async () => {
    const { code, out } = await run(orchard());
    expect({ code, out: out.replace(/ in \S+:/, ':') }).toEqual({
      code: 0,
      out: '8 published IRIs: every term is on the list, and none has disappeared.\n',
    });
  });

  it('tells what is new and what is gone, and gives 1', async () => {
    const folder = orchard({ [ontology]: replace(':Tree a owl:Class', ':Oak a owl:Class') });
    const { code, out } = await run(folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^\+ https:\/\/example\.org\/orchard\/ns#Oak\n- https:\/\/example\.org\/orchard\/ns#Tree\n/,
    );
    expect(out).toContain('1 term is not in ');
    expect(out).toContain('1 published IRI is not in order.\n');
  });

  it('adds what is new, and takes nothing off', async () => {
    const before = readFileSync(join(root, 'test/validate/published/project', list), 'utf8');
    const folder = orchard({ [ontology]: replace(':Tree a owl:Class', ':Oak a owl:Class') });
    await run(folder, '--update');
    expect(readFileSync(join(folder, list), 'utf8')).toBe(before.replace('  Bush\n', '  Bush\n  Oak\n'));
  });

  it('begins a list where there is none', async () => {
    const folder = orchard({ [list]: undefined });
    expect((await run(folder)).code).toBe(1);
    expect(await run(folder, '--update')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(folder, list), 'utf8')).toMatch(
      /^# The IRIs[^]+\n\nhttps:\/\/example\.org\/orchard\/\n {2}ns\n[^]+\n {2}TreeShape\n/,
    );
    expect((await run(folder)).code).toBe(0);
  });

  it('has every term of this project on its list', async () => {
    expect(await run(root)).toMatchObject({ code: 0, err: '' });
  });
});

describe('the list of published IRIs', () => {
  const read = (text: string) => readPublished({ path: '-', shown: 'published.txt', text });

  it('reads back as the IRIs that it was made of', async () => {
    const word = fc.stringMatching(/^[a-z0-9.é%-]{1,4}$/);
    const iri = fc
      .tuple(fc.array(word, { maxLength: 3 }), word, fc.constantFrom('#', '/', ''), word)
      .map(
        ([above, name, sign, local]) =>
          `https://example.org/${[...above, name].join('/')}${sign}${sign && local}`,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(iri), async (iris) => {
        const text = publishedAsText(iris);
        expect((await read(text)).map((each) => each.iri).sort()).toEqual([...new Set(iris)].sort());
        expect(publishedAsText(iris.toReversed())).toBe(text);
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });

  it.each([
    ['a name below nothing', '  Tree\n', 1],
    ['a line that is neither', 'https://example.org/ns#\n  Tree\n<<<<<<< HEAD\n', 3],
    ['a namespace that ends in a letter', 'https://example.org/ns\n', 1],
    ['a comment among the names', 'https://example.org/ns#\n# of an orchard\n  Tree\n', 2],
    ['two names on a line', 'https://example.org/ns#\r\n  Tree Shrub\r\n', 2],
  ])('is refused with %s', async (_, text, line) => {
    await expect(read(text)).rejects.toMatchObject({ code: 3, file: 'published.txt', line });
  });
});
