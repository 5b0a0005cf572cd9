import { existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveSite } from '../../src/site/serve-site.ts';
import { meent, newFolder, orchardWith } from '../cli/support.ts';
import { elementsOf, textIn } from './support.ts';

const hostile = `</script><img src=x onerror=alert(1)>`;

/** A project of somebody else, with a name that is markup, a link that is a script, and a path that leads elsewhere. */
const poisoned = () =>
  orchardWith({
    'data/reference/poison.ttl': `@prefix meent: <https://w3id.org/meent/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
<https://example.org/id/actor/mallory> a meent:Actor ; rdfs:label "${hostile}"@nl , "\\u202Eevil ${hostile}"@en ;
  rdfs:seeAlso <javascript:alert(1)> , <https://example.org/id/../../outside> ; schema:name "a\\u0000b" .
`,
  });

describe('the site of another project', () => {
  it('shows hostile names and IRIs as text, links to none of them, and writes nothing outside its folder', async () => {
    const project = poisoned();
    const folder = join(newFolder(), 'site');
    const { code, err } = await meent(['--project', project, 'site', '-o', folder]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const language of ['nl', 'en']) {
      const html = readFileSync(join(folder, language, 'actor/mallory/index.html'), 'utf8');
      const elements = elementsOf(html);
      expect(
        elements.filter(
          ({ tagName, attrs }) => tagName === 'img' && attrs.some(({ name }) => name === 'onerror'),
        ),
      ).toEqual([]);
      expect(
        elements
          .flatMap(({ attrs }) => attrs)
          .filter(({ name, value }) => name === 'href' && /^javascript:/i.test(value)),
      ).toEqual([]);
      expect(textIn(elements.find(({ tagName }) => tagName === 'h1')!)).toContain(hostile);
      expect(html).not.toContain('\u0000');
    }
    expect(existsSync(join(folder, '../outside'))).toBe(false);
    expect(await meent(['--project', project, 'site', '--check', '-o', folder])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('has the same bytes when it is made again, and stands as it was when it cannot be', async () => {
    const project = orchardWith();
    const folder = join(newFolder(), 'site');
    const make = () => meent(['--project', project, 'site', '-o', folder]);
    expect((await make()).code).toBe(0);
    // The same content is not shown anew.
    const version = readlinkSync(folder);
    expect((await make()).code).toBe(0);
    expect(readlinkSync(folder)).toBe(version);
    const broken = orchardWith();
    mkdirSync(join(broken, 'queries/questions'), { recursive: true });
    const query = '#+ summary: { nl: x, en: x }\nSELECT ?a { ?a';
    writeFileSync(join(broken, 'queries/questions/broken.rq'), query);
    expect((await meent(['--project', broken, 'site', '-o', folder])).code).toBe(3);
    expect(readlinkSync(folder)).toBe(version);
  });

  it('does not take the place of a folder that somebody else made', async () => {
    const { code, err } = await meent(['--project', orchardWith(), 'site', '-o', newFolder()]);
    expect(code).toBe(7);
    expect(err).toContain('was not made by meent');
  });

  it('that was not made cannot be checked', async () => {
    const { code, err } = await meent(['--project', orchardWith(), 'site', '--check']);
    expect(code).toBe(3);
    expect(err).toContain('Make it with `meent site`');
  });

  it('is served on this machine with its rules: pages, data by what is asked for, and nothing outside', async () => {
    const folder = join(newFolder(), 'site');
    await meent(['--project', orchardWith(), 'site', '-o', folder]);
    const { server, address } = await serveSite(folder, 0);
    onTestFinished(() => void server.close());
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<{
        status: number;
        location: string | undefined;
        type: string | undefined;
        policy: string | undefined;
        link: string | undefined;
      }>((done, fail) => {
        get(address + path, { headers, method, agent: false }, (response) => {
          response.resume();
          const { headers: got } = response;
          done({
            status: response.statusCode!,
            location: got.location,
            type: got['content-type'],
            policy: got['content-security-policy'] as string | undefined,
            link: got['link'] as string | undefined,
          });
        }).on('error', fail);
      });
    const home = await ask('nl/');
    expect(home).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(home.policy).not.toContain('unsafe');
    expect((await ask('nl/actor/ans-boom/')).link).toContain(
      '</actor/ans-boom.ttl>; rel="alternate"; type="text/turtle"',
    );
    expect(await ask('id/actor/ans-boom')).toMatchObject({ status: 303, location: '/nl/actor/ans-boom/' });
    expect(await ask('id/actor/ans-boom', { 'accept-language': 'en' })).toMatchObject({
      location: '/en/actor/ans-boom/',
    });
    expect(await ask('id/actor/ans-boom', { accept: 'text/turtle' })).toMatchObject({
      location: '/actor/ans-boom.ttl',
    });
    expect(await ask('actor/ans-boom.ttl')).toMatchObject({
      status: 200,
      type: 'text/turtle; charset=utf-8',
    });
    expect(await ask('actor/ans-boom.jsonld')).toMatchObject({ status: 200, type: 'application/ld+json' });
    expect(await ask('nl/actor/ans-boom')).toMatchObject({ status: 303, location: '/nl/actor/ans-boom/' });
    expect((await ask('nl/nobody/')).status).toBe(404);
    for (const path of ['..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/package.json', '%ff', 'a%00b'])
      expect((await ask(path)).status).toBe(404);
    expect((await ask('nl/', {}, 'POST')).status).toBe(405);
  });
});
