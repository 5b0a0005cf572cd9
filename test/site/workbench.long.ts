import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/project/csv.ts';
import { serveSite } from '../../src/site/serve-site.ts';
import { root } from '../support.ts';
import { type BuiltSite, buildSite, chromiumPath } from './support.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const hostile = '</td><img src=x onerror=alert(1)>';

describe('what runs in a browser', () => {
  const made = (name: string) => join(root, 'lib/browser', name);

  it('was made from the sources as they are; `npm run prepare` makes it', () => {
    const sources = readdirSync(join(root, 'src/browser')).map((name) => join(root, 'src/browser', name));
    const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
    for (const name of ['search.js', 'workbench.js', 'query-worker.js'])
      expect([name, statSync(made(name)).mtimeMs >= newest]).toEqual([name, true]);
  });

  it('is small: the engine under 400 kB packed, the pages’ own scripts under 5 kB', () => {
    const packed = (name: string) => gzipSync(readFileSync(made(name)), { level: 9 }).length;
    expect(packed('query-worker.js')).toBeLessThan(400_000);
    expect(packed('workbench.js')).toBeLessThan(5000);
    expect(packed('search.js')).toBeLessThan(5000);
  });

  it('makes no code of texts', () => {
    for (const name of ['search.js', 'workbench.js', 'query-worker.js']) {
      // A way to the global object for engines that have neither `globalThis` nor `self`; it is never gone.
      const code = readFileSync(made(name), 'utf8').replace(
        /[\w$]+\|\|[\w$]+\|\|Function\(`return this`\)\(\)/g,
        '',
      );
      expect([name, code.match(/\bnew Function\b|(?<![\w$.])(?:eval|Function)\(/g)]).toEqual([name, null]);
    }
  });
});

describe.skipIf(!chromiumPath)(
  'the workbench in Chromium (skipped where there is none; CHROMIUM says where it is)',
  () => {
    let site: BuiltSite;
    let server: Server;
    let address: string;
    let browser: Browser;
    let page: Page;
    let asked: string[];
    let said: string[];

    beforeAll(async () => {
      site = await buildSite(root);
      ({ server, address } = await serveSite(site.folder, 0));
      browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
      page = await (await browser.newContext({ acceptDownloads: true })).newPage();
      page.setDefaultTimeout(30_000);
      [asked, said] = [[], []];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
    });
    afterAll(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
      site?.remove();
    });

    const open = async (language: string, fragment = '') => {
      await page.goto('about:blank');
      await page.goto(`${address}${language}/query/${fragment}`);
      await page.locator('#sparql').waitFor();
    };
    const ask = async (sparql: string) => {
      await page.locator('#sparql').fill(sparql);
      await page.locator('#run').click();
    };
    const ended = () => page.locator('#stop:disabled').waitFor();
    const taken = async (label: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.take button', { hasText: label }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };

    it('loads engine and data with the first question only, and a question has the answer that the site gives', async () => {
      await open('nl');
      const early = asked.filter((url) => /query-worker|\.nq/.test(url));
      expect(early).toEqual([]);
      const names = [...site.files].flatMap((name) => /^questions\/(.+)\.json$/.exec(name)?.[1] ?? []);
      expect(names.length).toBeGreaterThan(30);
      for (const name of names) {
        const query = site.read(`questions/${name}.rq`).trimEnd();
        await page.locator('#question').selectOption(name);
        await expect.poll(() => page.locator('#sparql').inputValue()).toBe(query);
        await page.locator('#run').click();
        await ended();
        expect([name, await page.locator('#problem').textContent()]).toEqual([name, '']);
        const rows = (text: string) => {
          const { boolean, results } = JSON.parse(text) as {
            boolean?: boolean;
            results: { bindings: object[] };
          };
          return boolean ?? results.bindings.map((row) => JSON.stringify(row)).sort();
        };
        expect([name, rows(await taken('JSON'))]).toEqual([name, rows(site.read(`questions/${name}.json`))]);
      }
      expect(asked.filter((url) => url.endsWith('.nq')).length).toBe(1);
    });

    it('transfers under 20 kB packed before the first question, and under 500 kB with it', () => {
      const files = new Set(
        asked.flatMap((url) => (url.startsWith(address) ? [new URL(url).pathname.slice(1)] : [])),
      );
      const packed = (names: string[]) =>
        names.reduce(
          (sum, name) => sum + gzipSync(readFileSync(join(site.folder, name)), { level: 9 }).length,
          0,
        );
      const all = [...files].map((name) => (name.endsWith('/') ? `${name}index.html` : name));
      const later = all.filter((name) => /query-worker|\.nq$/.test(name));
      const early = all.filter((name) => !later.includes(name) && !name.startsWith('questions/'));
      expect(later.length).toBe(2);
      expect(early).toContain('nl/query/index.html');
      expect(packed(early)).toBeLessThan(20_000);
      expect(packed([...early, ...later])).toBeLessThan(500_000);
    });

    it('shows things by their names with links to their pages, and gives CSV and JSON-LD', async () => {
      await open(
        'en',
        `#q=${encodeURIComponent('SELECT ?v { ?v a <https://w3id.org/meent/ns#Value> } ORDER BY ?v')}`,
      );
      await page.locator('#results tbody tr').first().waitFor();
      const link = page.locator('#results tbody a').first();
      expect(await link.textContent()).toBe('autonomy');
      const shown = await page.locator('#results tbody tr').count();
      expect(readCsv(await taken('CSV'), 'csv').length).toBe(shown + 1);
      await link.click();
      await page.locator('h1', { hasText: 'autonomy' }).waitFor();
      await open(
        'en',
        `#q=${encodeURIComponent('SELECT ?p ?o { <https://w3id.org/meent/id/value/autonomy> ?p ?o FILTER(ISIRI(?o)) }')}`,
      );
      await page.locator('#results tbody tr').first().waitFor();
      const names = await page.locator('#results tbody td').allTextContents();
      expect(names.length).toBeGreaterThan(3);
      expect(names.filter((name) => name.includes('://'))).toEqual([]);
      await open('en');
      await ask('PREFIX m: <https://w3id.org/meent/ns#> CONSTRUCT { ?v a m:Value } { ?v a m:Value } LIMIT 2');
      await ended();
      const document = JSON.parse(await taken('JSON-LD')) as { '@graph': { '@type': string[] }[] };
      expect(document['@graph'].map((node) => node['@type'])).toEqual([['m:Value'], ['m:Value']]);
    });

    it('shows an error at its line, goes there, and says it', async () => {
      await open('nl');
      await ask('SELECT ?a WHERE {\n  ?a ex:b ?c .\n}');
      await page.locator('#problem[role=alert] .notice').waitFor();
      expect(await page.locator('#problem p').allTextContents()).toEqual([
        'Regel 2 Het voorvoegsel ex: is niet bekend. Zet boven de vraag: PREFIX ex: <…>',
        'Unknown prefix: ex',
      ]);
      expect(await page.locator('#shown .wrong').textContent()).toBe('  ?a ex:b ?c .');
      const selected = await page
        .locator('#sparql')
        .evaluate((field: never) => (field as { value: string; selectionStart: number }).selectionStart);
      expect(selected).toBe('SELECT ?a WHERE {\n'.length);
      expect(await page.locator('#sparql').getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.type('x');
      expect(await page.locator('#shown .wrong').count()).toBe(0);
    });

    it('has no offence against WCAG 2.2 A and AA that axe-core finds, with an answer and with an error', async () => {
      const offences = async () =>
        page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await open('nl');
        await page.evaluate(readFileSync(axe, 'utf8'));
        await ask('SELECT * { ?a a ?b } LIMIT 5');
        await page.locator('#results tbody tr').first().waitFor();
        expect([colorScheme, await offences()]).toEqual([colorScheme, []]);
        await ask('SELECT *\n{ ?a a ?b } }');
        await page.locator('#problem .notice').waitFor();
        expect([colorScheme, await offences()]).toEqual([colorScheme, []]);
      }
    });

    it('says in the language of the page what it refuses and what is wrong, and then in English what the engine says', async () => {
      let shown: string | undefined;
      for (const [language, sparql, own, engine] of [
        ['en', 'INSERT DATA { <x:a> <x:b> 1 }', /^Here one can only read/, /update/],
        ['nl', 'INSERT DATA { <x:a> <x:b> 1 }', /^Hier kan alleen worden gelezen/, /update/],
        [
          'nl',
          'SELECT * { SERVICE <https://example.org/sparql> { ?a ?b ?c } }',
          /zonder SERVICE/,
          /example.org/,
        ],
        ['nl', 'LOAD <https://example.org/data>', /^Hier kan alleen worden gelezen/, /update/],
        ['nl', 'SELECT * {\n?a ?b ?c', /^Regel 2 De vraag houdt te vroeg op/, /too early/],
        [
          'nl',
          'SELECT * { ?a ?b ?c } }',
          /^Regel 1 Hier werd iets anders verwacht dan “}”/,
          /did not expect/,
        ],
        ['nl', 'SELECT (1 AS ?a) (2 AS ?a) {}', /^In deze vraag klopt iets niet/, /more than once/],
        [
          'nl',
          'SELECT * { ?a ?b ?c . ?d ?e ?f }',
          /^Het antwoord heeft meer dan 10\.000 rijen/,
          /10000 rows/,
        ],
        ['nl', '', /^Er staat nog geen vraag/, /no query/],
      ] as const) {
        if (language !== shown) await open((shown = language));
        await ask(sparql);
        await page.locator('#problem .notice').waitFor();
        await ended();
        const [sentence, detail, ...more] = await page.locator('#problem p').all();
        expect(await sentence!.textContent()).toMatch(own);
        expect(await detail!.textContent()).toMatch(engine);
        expect(await detail!.getAttribute('lang')).toBe('en');
        expect(more).toEqual([]);
      }
    });

    it('says that the data could not be loaded, and loads them with the next question', async () => {
      await page.route('**/*.nq', (route) => route.abort());
      await open('nl');
      await ask('ASK { ?a ?b ?c }');
      await page.locator('#problem', { hasText: 'kon niet worden geladen' }).waitFor();
      await page.unroute('**/*.nq');
      await ask('ASK { ?a ?b ?c }');
      await page.locator('#results .lead', { hasText: 'ja' }).waitFor();
      // That the request failed is no surprise here.
      said.splice(0);
    });

    it('stops a query that would take too long, and answers the next', async () => {
      await open('en');
      await ask('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) > STR(?i)) }');
      await page.locator('#status', { hasText: /./ }).waitFor();
      await page.waitForTimeout(300);
      await page.locator('#stop').click();
      // The query would go on for longer than anybody waits here.
      await page.locator('#status', { hasText: 'Stopped' }).waitFor();
      await ask('ASK { ?a ?b ?c }');
      await page.locator('#results .lead', { hasText: 'yes' }).waitFor();
    });

    it('runs with the keyboard only, and shows what is markup as text', async () => {
      await open('en');
      await page.locator('#sparql').fill(`SELECT ("${hostile}" AS ?a) (<javascript:alert(1)> AS ?b) {}`);
      await page.keyboard.press('Control+Enter');
      await page.locator('#results tbody tr').first().waitFor();
      expect(await page.locator('#results td').first().textContent()).toBe(hostile);
      expect(await page.locator('#results a[href^=javascript]').count()).toBe(0);
      expect(await page.locator('#results img').count()).toBe(0);
      const link = await page.locator('.take a').getAttribute('href');
      await open('en', link!);
      await page.locator('#results tbody tr').first().waitFor();
      expect(await page.locator('#sparql').inputValue()).toContain(hostile);
    });

    it('never asked anybody else, sent no query, and broke no rule of its content security policy', () => {
      expect(
        asked.filter((url) => url !== 'about:blank' && !url.startsWith(address) && !url.startsWith('blob:')),
      ).toEqual([]);
      expect(asked.filter((url) => /[?]|SELECT/.test(url.split('#')[0]!))).toEqual([]);
      expect(said).toEqual([]);
    });
  },
);
