import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support.ts';
import { contentOf, meent, newFolder, orchard, orchardWith, shownIn } from './support.ts';

const claims = 'data/reports/orchard-evening/claims.ttl';
const of = (path: string) => textOf(`${orchard}/${path}`);

describe('meent build', () => {
  it('writes every export, sums up, and says where it wrote', async () => {
    const folder = orchardWith();
    const ran = await meent(['build', '--project', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^ +5 {2}claims$/m);
    expect(ran.out).toContain(
      `Written to ${shownIn(folder, 'dist/exports')}/: actors.jsonld, claims.jsonld,`,
    );
    expect(ran.out).toMatch(
      /^Not ready to publish: meent.json names no base, licence, publisher, contact, site\.$/m,
    );
    expect(ran.out).toContain('data/dataset.ttl gives the data set no dcterms:title, dcterms:description,');
    const written = contentOf(join(folder, 'dist/exports'));
    expect(Object.keys(written)).toEqual([
      'actors.jsonld',
      'claims.jsonld',
      'context.jsonld',
      'dataset.nq',
      'dataset.trig',
      'dataset.ttl',
      'dcat.jsonld',
      'dcat.ttl',
      'discrepancies.jsonld',
      'initiatives.jsonld',
      'manifest.json',
      'redirects.htaccess',
      'reports.jsonld',
      'schema-org-dataset.jsonld',
      'schema-org.jsonld',
      'sources.jsonld',
      'terms.jsonld',
      'values.jsonld',
      'void.ttl',
    ]);
    expect(JSON.parse(written['claims.jsonld']!)['@graph']).toHaveLength(5);
  });

  it('speaks Dutch where that is asked', async () => {
    const ran = await meent(['build', '--no-checks', '--project', orchardWith(), '--lang', 'nl']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/Wat er in de kennisgraaf staat\n +1 {2}verslagen\n +5 {2}beweringen\n/);
    expect(ran.out).toContain('Nog niet klaar om te publiceren');
  });

  it('writes the same again where nothing changed, and only the new where something did', async () => {
    const folder = orchardWith();
    const output = join(folder, 'public');
    const build = () => meent(['build', '--no-checks', '--project', folder, '-o', output]);
    await build();
    const before = contentOf(output);
    await build();
    expect(contentOf(output)).toEqual(before);
    writeFileSync(join(folder, claims), of(claims).replace('Wie niet snoeit', 'Wie nooit snoeit'));
    await build();
    const after = contentOf(output);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([
      'claims.jsonld',
      'dataset.nq',
      'dataset.trig',
      'dataset.ttl',
      'dcat.jsonld',
      'dcat.ttl',
      'manifest.json',
      'schema-org-dataset.jsonld',
      'schema-org.jsonld',
    ]);
  });

  it('leaves the old output where there are violations, and says so', async () => {
    const folder = orchardWith();
    await meent(['build', '--no-checks', '--project', folder]);
    const before = contentOf(join(folder, 'dist/exports'));
    writeFileSync(join(folder, claims), of(claims).replace('  meent:framing framing:risk ;\n', ''));
    const ran = await meent(['build', '--no-checks', '--project', folder]);
    expect(ran).toMatchObject({ code: 1, err: 'Nothing written: mend the violations first.\n' });
    expect(ran.out).toContain('ClaimShape-framing');
    expect(ran.out).not.toContain('Written to');
    expect(contentOf(join(folder, 'dist/exports'))).toEqual(before);
  });

  it.each([
    ['data that cannot be read', claims, '<a> <b>', 3],
    ['settings that cannot be read', 'meent.json', '{', 3],
  ])('leaves the old output with %s', async (_, path, text, code) => {
    const folder = orchardWith();
    await meent(['build', '--no-checks', '--project', folder]);
    const before = contentOf(join(folder, 'dist/exports'));
    writeFileSync(join(folder, path), text);
    expect(await meent(['build', '--project', folder])).toMatchObject({ code, out: '' });
    expect(contentOf(join(folder, 'dist/exports'))).toEqual(before);
  });
});

describe.each(['build', 'export'])('meent %s exits with 7 and prints nothing', (command) => {
  const work = (folder: string, output: string) =>
    meent([command, ...(command === 'build' ? ['--no-checks'] : []), '--project', folder, '-o', output]);

  it('where a folder stands in the way that it did not make', async () => {
    const folder = orchardWith();
    const output = join(folder, 'data');
    const ran = await work(folder, output);
    expect(ran).toMatchObject({ code: 7, out: '' });
    expect(ran.err).toBe(
      `${shownIn(folder, 'data')} is there already and was not made by meent\n` +
        'How to mend it: Move it away, or name another folder with --output.\n',
    );
    expect(existsSync(join(output, 'reference/things.ttl'))).toBe(true);
  });

  it('where the folder lies below a file', async () => {
    const folder = orchardWith({ 'a-file': 'not a folder\n' });
    const ran = await work(folder, join(folder, 'a-file/exports'));
    expect(ran).toMatchObject({ code: 7, out: '' });
    expect(ran.err).toMatch(
      /^Cannot write \S+a-file\/exports: ENOTDIR: [^]*\nHow to mend it: What stood there still stands\. /,
    );
    expect(readFileSync(join(folder, 'a-file'), 'utf8')).toBe('not a folder\n');
  });
});

describe('meent export', () => {
  it('writes without validating, what build would write', async () => {
    const folder = orchardWith({ [claims]: of(claims).replace('  meent:framing framing:risk ;\n', '') });
    const ran = await meent(['export', '--project', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Written to \S+dist\/exports\/: .*dataset\.ttl, .*, void\.ttl\.\n$/);
    rmSync(join(folder, claims));
    writeFileSync(join(folder, claims), of(claims));
    await meent(['export', '--project', folder, '-o', join(folder, 'one')]);
    await meent(['build', '--no-checks', '--project', folder, '-o', join(folder, 'two')]);
    expect(contentOf(join(folder, 'two'))).toEqual(contentOf(join(folder, 'one')));
  });

  it('writes nothing where a frame would lose a triple, and names the first that is lost', async () => {
    const folder = orchardWith();
    mkdirSync(join(folder, 'queries/exports'), { recursive: true });
    writeFileSync(
      join(folder, 'queries/exports/own.rq'),
      '#+ summary:\n#+   nl: Alles\n#+   en: All\n\nCONSTRUCT WHERE { ?x a ?type }\n',
    );
    writeFileSync(join(folder, 'queries/exports/own.frame.jsonld'), '{ "@type": "Claim" }');
    const ran = await meent(['export', '--project', folder]);
    expect(ran).toMatchObject({ code: 70, out: '' });
    expect(ran.err).toMatch(
      /own\.frame\.jsonld: The export does not give back what its query answered: \d+ triples are lost\nHow to mend it: The first is: <https:\/\/\S+> <http:\S+#type> <http\S+> \. The frame has to match or embed its subject\.\n$/,
    );
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('makes the folders above the output that are not there', async () => {
    const folder = newFolder();
    const output = join(folder, 'a/b/c');
    expect(await meent(['export', '--project', orchard, '-o', output])).toMatchObject({ code: 0 });
    expect(existsSync(join(output, 'claims.jsonld'))).toBe(true);
  });
});
