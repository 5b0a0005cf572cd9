import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { textOf } from '../support.ts';
import { inOrchard, meent, orchard, orchardWith } from './support.ts';

const anchors = 'data/reports/orchard-evening/anchors.ttl';
const anchor = (passage: string) => inOrchard(['anchor', 'orchard-evening', passage]);
const read = async (text: string) => (await parse(text, { path: 'anchors.ttl', base: 'urn:' })).quads;

describe('meent anchor', () => {
  it('prints Turtle that is ready to be read', async () => {
    const ran = await anchor('Piet Peer');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatchInlineSnapshot(`
      "@base <https://example.org/id/report/orchard-evening/> .
      @prefix meent: <https://w3id.org/meent/ns#> .
      @prefix oa: <http://www.w3.org/ns/oa#> .

      <anchor/141-150> a meent:TextAnchor ;
        oa:hasSource <text> ;
        oa:hasSelector <selector/141-150> ;
        meent:textDigest "sha256-74c3da3f6188f680197a58b552fb85d91c9f6ac8a50ea8cae17b5fd394768181" .
      <selector/141-150> a oa:TextPositionSelector ;
        oa:start 141 ;
        oa:end 150 .
      "
    `);
    expect(await read(ran.out)).toHaveLength(7);
  });

  it.each([
    ['words', 'Ans Boom'],
    ['words over the end of a line and with other white space', 'zijn  de appels\nvan het\thele dorp'],
    ['words with a character outside the basic plane', 'de boomgaard 🍎'],
    ['a line', '3'],
    ['lines', '5-5'],
  ])('finds by %s what the project has already anchored', async (_, passage) => {
    const { out } = await anchor(passage);
    const known = new Dataset(await read(textOf(`${orchard}/${anchors}`)));
    for (const quad of await read(out)) expect(known.has(quad)).toBe(true);
  });

  it('counts a character outside the basic plane once, also where the words begin with it', async () => {
    expect((await anchor('🍎 Ans Boom')).out).toContain('<anchor/22-33>');
    expect((await anchor('Avond in de boomgaard 🍎')).out).toContain('<anchor/0-23>');
  });

  it('takes several lines with what stands between them', async () => {
    const { out } = await anchor('1-3');
    const [, start, end] = /anchor\/(\d+)-(\d+)/.exec(out)!;
    const text = [...textOf(`${orchard}/sources/orchard-evening.txt`)];
    expect(text.slice(Number(start), Number(end)).join('')).toBe(
      text.join('').split('\n').slice(0, 3).join('\n'),
    );
  });

  it('prints what validates when it is pasted and used', async () => {
    const folder = orchardWith();
    const { out } = await anchor('dertig bomen');
    writeFileSync(join(folder, anchors), readFileSync(join(folder, anchors), 'utf8') + out);
    const claims = join(folder, 'data/reports/orchard-evening/claims.ttl');
    const key = /<anchor\/[\d-]+>/.exec(out)![0];
    writeFileSync(
      claims,
      readFileSync(claims, 'utf8').replace(/(thirty-trees>[^]*?anchoredIn) <anchor\/[\d-]+>/, `$1 ${key}`),
    );
    expect(await meent(['validate', '--project', folder])).toMatchObject({ code: 0, err: '' });
  });

  it('lists the places of words that stand in several, and prints nothing to paste', async () => {
    expect(await anchor('de boomgaardwachters iedereen')).toMatchObject({ code: 0 });
    const many = await anchor('een');
    expect(many).toMatchObject({ code: 2, out: '' });
    expect(many.err).toMatch(/^These words stand in \d+ places:\n( {2}\d+-\d+, line \d+\n)+How to mend it: /);
  });
});
