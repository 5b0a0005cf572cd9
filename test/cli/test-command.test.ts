import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support.ts';
import { meent, newFolder, shownIn } from './support.ts';

function bakery(changes: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  cpSync(join(root, 'test/query/projects/bakery'), folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) writeFileSync(join(folder, path), text);
  return folder;
}

const bun = 'test/queries/questions/breads/expected.tsv';
const changed = { [bun]: '?bread\t?price\t?extra\n<https://bakery.example/bun>\t1\t\n' };

describe('meent test', () => {
  it.each([
    ['en', '6 queries asked in 8 fixtures: every answer is the expected one.\n'],
    ['nl', '6 vragen gesteld in 8 proeven: elk antwoord is het verwachte.\n'],
  ])('says in %s that all is as expected', async (lang, out) => {
    expect(await meent(['test', '--project', bakery(), '--lang', lang])).toEqual({ code: 0, out, err: '' });
  });

  it('shows what differs, and exits with 1', async () => {
    const folder = bakery(changed);
    const ran = await meent(['test', '--project', folder]);
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toContain(
      `✗ questions/breads\n  ${shownIn(folder, 'queries/questions/breads.rq')} ↔ ${shownIn(folder, bun)}\n    ?bread\t?price\t?extra\n  - <https://bakery.example/bun>\t1\t\n  + <https://bakery.example/bun>\t"0.80"`,
    );
    expect(ran.out).toMatch(/\n6 queries asked in 8 fixtures: 1 answer is not in order\.\n$/);
  });

  it('writes the answers down with --update, and then all is as expected', async () => {
    const before = readFileSync(join(bakery(), bun), 'utf8');
    const folder = bakery(changed);
    rmSync(join(folder, 'test/queries/exports/dearest'), { recursive: true });
    const ran = await meent(['test', '--update', '--project', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(
      `Written: ${shownIn(folder, bun)}, ${shownIn(folder, 'test/queries/exports/dearest/expected.ttl')}.\n`,
    );
    expect(readFileSync(join(folder, bun), 'utf8')).toBe(before);
    expect(await meent(['test', '--project', folder])).toMatchObject({ code: 0 });
  });

  it('does not write down what breaks the contract as if that were fine', async () => {
    const folder = bakery({
      'queries/exports/dearest.rq':
        '#+ summary: What?\n#+ cardinality: 7\nPREFIX : <https://bakery.example/>\nCONSTRUCT { ?b a :Dearest } { ?b :price 3.50 }\n',
    });
    const ran = await meent(['test', '--update', '--project', folder]);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.out).toContain('dearest.rq has 1 triple, and declares 7\n');
    expect(ran.out).not.toContain('Written');
  });

  it.each([
    ['the name of a query', ['breads-with'], '1 query asked in 2 fixtures'],
    ['the name of a fixture', ['questions/breads-with/rye'], '1 query asked in 1 fixture'],
    ['several names', ['breads', 'checks/bread-without-price'], '2 queries asked in 3 fixtures'],
  ])('runs only what is asked for by %s', async (_, names, said) => {
    const { code, out } = await meent(['test', ...names, '--project', bakery()]);
    expect(code).toBe(0);
    expect(out).toContain(said);
  });

  it('refuses a name that nothing has, with the nearest', async () => {
    expect(await meent(['test', 'bread', '--project', bakery()])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^No query that is tested is called bread\n.*Did you mean breads\?/),
    });
  });

  it('shows what cannot be asked among the others', async () => {
    const folder = bakery({ 'queries/questions/breads.rq': '#+ summary: What?\nSELECT ?x { ?x }\n' });
    const ran = await meent(['test', '--project', folder]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/✗ questions\/breads\n {2}.*breads\.rq:2: Cannot run the query/);
  });
});
