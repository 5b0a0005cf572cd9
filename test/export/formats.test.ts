import { readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJsonLd } from '../../src/export/json-ld.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { type Loaded, loadData, loadTexts } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { contentOf, inOrchard, meent, newFolder, orchard, orchardWith, shownIn } from '../cli/support.ts';
import { shuffled } from '../random.ts';
import { textOf } from '../support.ts';
import { exportsOf } from './support.ts';

const project = openProject(orchard);
let data: Loaded;
let all: Record<string, string>;
beforeAll(async () => {
  data = await loadData(project);
  all = await exportsOf(project, data, ['jsonld', 'jsonl', 'ttl', 'trig', 'nq', 'csv', 'tsv']);
});
const ending = (end: string) => Object.keys(all).filter((name) => name.endsWith(`.${end}`));

describe('JSON Lines', () => {
  it('stand beside every framed document', () => {
    expect(ending('jsonl').map((name) => name.replace(/l$/, 'ld'))).toEqual(ending('jsonld'));
  });

  it('have the nodes of the document, one a line, each whole by itself', () => {
    for (const name of ending('jsonl')) {
      const lines = all[name]!.split('\n').slice(0, -1);
      const document = JSON.parse(all[name.replace(/l$/, 'ld')]!);
      expect(lines.map((line) => JSON.parse(line))).toEqual(document['@graph']);
    }
  });

  it('say with the context what the document says', async () => {
    const context = JSON.parse(textOf('ontology/context.jsonld'));
    const lines = all['claims.jsonl']!.trim().split('\n');
    const document = JSON.stringify({ ...context, '@graph': lines.map((line) => JSON.parse(line)) });
    expect(await canonicalJsonLd(document)).toBe(await canonicalJsonLd(all['claims.jsonld']!));
  });
});

describe('tables', () => {
  it('answer every question that is a SELECT and asks for no value, in both forms', async () => {
    expect(ending('csv')).toContain('values-by-use.csv');
    expect(ending('csv')).not.toContain('who-said.csv');
    expect(ending('tsv').map((name) => name.replace('.tsv', '.csv'))).toEqual(ending('csv'));
  });

  it.each(['csv', 'tsv'])('have what `meent query` writes as %s', async (format) => {
    const { out } = await inOrchard(['query', 'values-by-use', '--format', format]);
    expect(all[`values-by-use.${format}`]).toBe(out);
  });

  it('have the same bytes whatever the order of triples', async () => {
    const dataset = new Dataset(shuffled([...data.dataset], 20261125));
    const tables = Object.fromEntries([...ending('csv'), ...ending('tsv')].map((name) => [name, all[name]]));
    expect(await exportsOf(project, { ...data, dataset }, ['csv', 'tsv'])).toEqual(tables);
  });
});

describe('meent export --to', () => {
  const written = async (...to: string[]) => {
    const out = join(newFolder(), 'out');
    expect(await inOrchard(['export', '-o', out, '--to', ...to])).toMatchObject({ code: 0, err: '' });
    return contentOf(out);
  };
  const always = [
    'context.jsonld',
    'dcat.jsonld',
    'dcat.ttl',
    'manifest.json',
    'redirects.htaccess',
    'schema-org-dataset.jsonld',
    'void.ttl',
  ];

  it.each([
    [['ttl'], ['dataset.ttl']],
    [
      ['nq', 'trig', 'nq'],
      ['dataset.nq', 'dataset.trig'],
    ],
    [['jsonl'], () => ending('jsonl')],
    [['csv', 'tsv'], () => [...ending('csv'), ...ending('tsv')]],
  ] as const)('%j writes those forms, what describes them, and nothing else', async (to, expected) => {
    const names = typeof expected === 'function' ? expected() : expected;
    expect(Object.keys(await written(...to))).toEqual([...always, ...names].sort());
  });

  it('refuses a form that there is not', async () => {
    const ran = await inOrchard(['export', '--to', 'rdf']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Allowed choices are jsonld, jsonl, ttl, trig, nq, csv, tsv');
  });
});

describe('the manifest', () => {
  const publish = async (...options: string[]) => {
    const out = join(newFolder(), 'out');
    await inOrchard(['export', '-o', out, ...options]);
    return out;
  };
  const manifestIn = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));

  it('keeps to manifest.schema.json, and is JSON-LD', async () => {
    const out = await publish('--to', 'jsonld', 'jsonl', 'ttl', 'csv');
    const validate = new Ajv2020().compile(JSON.parse(textOf('manifest.schema.json')));
    expect(validate(manifestIn(out)), JSON.stringify(validate.errors)).toBe(true);
    const triples = (await canonicalJsonLd(readFileSync(join(out, 'manifest.json'), 'utf8'))).split('\n');
    expect(triples.filter((line) => line.includes('schema.org/sha256'))).toHaveLength(
      manifestIn(out).files.length,
    );
  });

  it('lists every file with its digest, size, media type and number of triples', async () => {
    const out = await publish();
    const { '@context': _, files, contextSha256 } = manifestIn(out);
    const content = contentOf(out);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(content).filter((name) => name !== 'manifest.json'),
    );
    for (const { name, bytes, sha256, triples } of files) {
      const text = Buffer.from(content[name]!);
      expect([name, bytes, sha256]).toEqual([
        name,
        text.length,
        createHash('sha256').update(text).digest('hex'),
      ]);
      if (['context.jsonld', 'redirects.htaccess'].includes(name)) expect(triples).toBeUndefined();
      else if (name.endsWith('.jsonld'))
        expect(triples).toBe((await canonicalJsonLd(content[name]!)).split('\n').length - 1);
      else {
        const { quads } = await parse(content[name]!, { path: name, base: 'urn:' });
        expect([name, triples]).toEqual([name, new Dataset(quads).size]);
      }
    }
    expect(contextSha256).toBe(createHash('sha256').update(textOf('ontology/context.jsonld')).digest('hex'));
  });

  it('has the media types that browsers and harvesters know', async () => {
    const { files } = manifestIn(await publish());
    const types = Object.fromEntries(
      files.map(({ name, mediaType }: Record<string, string>) => [name!.replace(/^.*\./, ''), mediaType]),
    );
    expect(types).toEqual({
      htaccess: 'text/plain',
      jsonld: 'application/ld+json',
      nq: 'application/n-quads',
      trig: 'application/trig',
      ttl: 'text/turtle',
    });
  });
});

describe('meent export --check', () => {
  /** A published folder that is not a link, so that a test can spoil it. */
  async function published(): Promise<string> {
    const folder = orchardWith();
    await meent(['export', '--project', folder]);
    return folder;
  }
  const out = (folder: string) => join(folder, 'dist/exports');
  const check = (folder: string, ...options: string[]) =>
    meent(['export', '--check', out(folder), ...options]);

  it('finds nothing wrong with what was just written, in the usual folder and in one that is named', async () => {
    const folder = await published();
    const fine = {
      code: 0,
      err: '',
      out: expect.stringMatching(/ holds the 18 files that manifest\.json lists/),
    };
    expect(await check(folder)).toEqual(fine);
    expect(await meent(['export', '--check', '--project', folder])).toEqual(fine);
  });

  it.each<[string, (folder: string) => void, string]>([
    ['changed', (at) => writeFileSync(join(at, 'void.ttl'), ''), 'changed   void.ttl'],
    ['changed in a byte', (at) => spoil(join(at, 'claims.jsonld')), 'changed   claims.jsonld'],
    ['missing', (at) => rmSync(join(at, 'dataset.nq')), 'missing   dataset.nq'],
    ['extra', (at) => writeFileSync(join(at, 'notes.txt'), ''), 'extra     notes.txt'],
    ['extra, below a folder', (at) => nested(at), 'extra     more/notes.txt'],
    ['a link', (at) => relink(join(at, 'void.ttl')), 'changed   void.ttl'],
  ])('names a file that is %s, says how to mend it, and exits with 1', async (_, spoilIt, line) => {
    const folder = await published();
    spoilIt(out(folder));
    const ran = await check(folder);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toBe(
      `${line}\nHow to mend it: Write ${shownIn(folder, 'dist/exports')}/ again with \`meent export -o\`, or fetch again what differs.\n`,
    );
  });

  it('is mended by writing again', async () => {
    const folder = await published();
    writeFileSync(join(out(folder), 'void.ttl'), '');
    await meent(['export', '--project', folder]);
    expect(await check(folder)).toMatchObject({ code: 0 });
  });

  it('speaks Dutch where that is asked', async () => {
    const folder = await published();
    rmSync(join(out(folder), 'dataset.nq'));
    expect((await check(folder, '--lang', 'nl')).out).toMatch(/^ontbreekt +dataset\.nq\nHoe te verhelpen: /);
  });

  it.each([
    [
      'no manifest',
      undefined,
      /^\S+manifest\.json: Cannot read the manifest: ENOENT[^]*\nHow to mend it: Name a folder/,
    ],
    ['no JSON', '{', /^\S+manifest\.json:1: Not valid JSON/],
    ['another version', '{ "schemaVersion": 2, "files": [] }', /Not a manifest of this version of meent/],
    ['a name that leads out', manifestWith('../secret'), /Not a manifest of this version of meent/],
    ['a name from the root', manifestWith('/etc/passwd'), /Not a manifest of this version of meent/],
  ])('exits with 3 where there is %s', async (_, manifest, message) => {
    const folder = newFolder();
    if (manifest !== undefined) writeFileSync(join(folder, 'manifest.json'), manifest);
    const ran = await meent(['export', '--check', folder]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(message);
  });
});

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 2]! ^= 1;
  writeFileSync(path, bytes);
}

function nested(folder: string): void {
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'more/notes.txt'), '');
}

/** Puts a link to the same bytes in the place of a file. */
function relink(path: string): void {
  const elsewhere = join(newFolder(), 'same');
  writeFileSync(elsewhere, readFileSync(path));
  rmSync(path);
  symlinkSync(elsewhere, path);
}

function manifestWith(name: string): string {
  const sha256 = '0'.repeat(64);
  return JSON.stringify({
    schemaVersion: 1,
    contextSha256: sha256,
    files: [{ name, mediaType: 'text/plain', bytes: 0, sha256 }],
  });
}

it('an export reads back with any other reader: N-Quads, TriG and Turtle say the same', async () => {
  const graph = async (name: string) => (await loadTexts([{ file: name, text: all[name]! }])).dataset;
  expect(await canonicalNQuads(await graph('dataset.trig'))).toBe(all['dataset.nq']);
  expect((await graph('dataset.ttl')).size).toBe(data.dataset.union().size);
});
