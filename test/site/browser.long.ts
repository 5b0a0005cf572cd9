import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../src/site/serve-site.ts';
import { root } from '../support.ts';
import { type BuiltSite, buildSite, chromiumPath } from './support.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const report = 'report/bouwen-aan-digitale-gemeenschapsgoederen';
const claim = `${report}/claim/oss-demand-value-trillion`;
const templates = [
  '', 'report', report, claim, 'claims', 'actor', 'actor/fabrizia-benini', 'actor/fabrizia-benini/2', 'value/sovereignty',
  'initiative/nextcloud', 'commons/detroit-traffic-data', 'document/hbs-open-source-study', `${report}/event`,
  `${report}/text`, `${report}/discrepancy/trillion-or-billion`, 'discrepancies', 'matrix', 'matrix/value/sovereignty', 'questions', 'questions/values-by-use',
  'term', 'term/framing', 'term/framing/risk', 'ns', 'shapes', 'dataset', 'accessibility', 'corrections', 'search', 'query',
]; // prettier-ignore

describe.skipIf(!chromiumPath)(
  'the site in Chromium (skipped where there is none; CHROMIUM says where it is)',
  () => {
    let site: BuiltSite;
    let server: Server;
    let address: string;
    let browser: Browser;

    beforeAll(async () => {
      site = await buildSite(root, '--with-sources');
      ({ server, address } = await serveSite(site.folder, 0));
      browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
      site?.remove();
    });

    const pageIn = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> =>
      (await browser.newContext(options)).newPage();

    it.each(['light', 'dark'] as const)(
      'has no offence against WCAG 2.2 A and AA that axe-core finds, on any template in either language (%s)',
      async (colorScheme) => {
        const page = await pageIn({ colorScheme, bypassCSP: true });
        const found: string[] = [];
        for (const language of ['nl', 'en'])
          for (const path of templates) {
            await page.goto(`${address}${language}/${path && `${path}/`}`);
            await page.addScriptTag({ path: axe });
            const violations = await page.evaluate(async () => {
              const run = (
                globalThis as unknown as {
                  axe: {
                    run: (
                      context: unknown,
                      options: unknown,
                    ) => Promise<{
                      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
                    }>;
                  };
                }
              ).axe.run;
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              return (await run((globalThis as never as { document: unknown }).document, { runOnly: tags }))
                .violations;
            });
            for (const { id, nodes } of violations)
              found.push(
                `${language}/${path} ${id} ${nodes.length} ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.slice(0, 300)}`,
              );
          }
        expect(found).toEqual([]);
        await page.context().close();
      },
      300_000,
    );

    it('flows at 320 pixels without the page scrolling sideways, in targets of at least 24 pixels or in lines of text', async () => {
      const page = await pageIn({ viewport: { width: 320, height: 640 } });
      for (const path of templates)
        for (const language of ['nl', 'en']) {
          await page.goto(`${address}${language}/${path && `${path}/`}`);
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect([language, path, wide]).toEqual([language, path, 320]);
          const small = await page.evaluate(
            `[...document.querySelectorAll('button, select, nav a, .numbered li > a:first-child')].filter((each) => {
            const { width, height } = each.getBoundingClientRect();
            return width > 0 && (width < 24 || height < 24);
          }).map((each) => each.outerHTML.slice(0, 120))`,
          );
          expect([path, small]).toEqual([path, []]);
        }
      await page.context().close();
    }, 300_000);

    it('asks nobody else for anything, and breaks no rule of its content security policy', async () => {
      const page = await pageIn({});
      const said: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('request', (request) => asked.push(request.url()));
      for (const path of templates) await page.goto(`${address}nl/${path && `${path}/`}`);
      expect(said).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
      await page.context().close();
    });

    it('lets somebody with a keyboard only come from the top of a report to a claim and its place', async () => {
      const page = await pageIn({});
      await page.goto(`${address}nl/${report}/`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      let href = '';
      for (let tabs = 0; tabs < 40 && !href.includes('/claim/') && !/^claim\//.test(href); tabs++) {
        await page.keyboard.press('Tab');
        href = String(await page.evaluate("document.activeElement.getAttribute('href') ?? ''"));
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
        expect(outline).not.toBe('none');
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/claim\//);
      const quote = await page.evaluate(
        "document.querySelector('blockquote[lang=nl] mark').textContent.length",
      );
      expect(quote).toBeGreaterThan(10);
      await page.context().close();
    });

    it('gives all its content without JavaScript, and chooses claims without it', async () => {
      const page = await pageIn({ javaScriptEnabled: false });
      await page.goto(`${address}nl/claims/`);
      const shown = () => page.locator('.choice > li:visible').count();
      const all = await shown();
      const [option] = await page.locator('#by-framing option').all();
      expect(option).toBeDefined();
      await page.locator('#by-framing').selectOption({ index: 1 });
      const some = await shown();
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      await page.locator('#by-value').selectOption({ index: 1 });
      expect(await shown()).toBeLessThan(some);
      await page.locator('button[type=reset]').click();
      expect(await shown()).toBe(all);
      await page.goto(`${address}nl/questions/values-by-use/`);
      expect(await page.locator('table.answer tbody tr').count()).toBeGreaterThan(10);
      await page.context().close();
    });

    it('searches while somebody types, in both languages, with what was sought marked and the number said aloud', async () => {
      const page = await pageIn({});
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      for (const [language, question, first] of [
        ['nl', 'Daphnie Muller', undefined],
        ['nl', 'mensenrechten', 'individuele rechten'],
        ['nl', 'goederen europese', undefined],
        ['en', 'gelijkheid', 'equality'],
        ['en', 'SOVEREIGN', 'sovereignty'],
      ] as const) {
        await page.goto(`${address}${language}/search/`);
        await page.locator('#sought').waitFor();
        await page.evaluate("document.getElementById('sought').focus()");
        await page.keyboard.type(question);
        const results = page.locator('#results > li > a');
        await results.first().waitFor();
        if (first !== undefined) expect(await results.first().textContent()).toBe(first);
        for (const word of question.split(' '))
          expect((await page.locator('#results > li').first().textContent())!.toLowerCase()).toContain(
            word.toLowerCase(),
          );
        expect(await page.locator('#results mark').count()).toBeGreaterThan(0);
        await page.locator('#found', { hasText: /\d/ }).waitFor();
        expect(Number(/\d+/.exec((await page.locator('[role=status]').textContent())!)![0])).toBe(
          await results.count(),
        );
        // From the field to the first result, and there, with the keyboard.
        await page.keyboard.press('Tab');
        const href = await page.evaluate('document.activeElement.href');
        expect(href).toBe(await results.first().evaluate((link) => (link as never as { href: string }).href));
        await page.keyboard.press('Enter');
        await page.waitForURL(href as string);
        expect(await page.locator('h1').count()).toBe(1);
        await page.goBack();
        await results.first().waitFor();
        expect(await page.locator('#sought').inputValue()).toBe(question);
      }
      expect(asked.filter((path) => /q=|Daphnie|mensen/.test(path))).toEqual([]);
      await page.context().close();
    });

    it('shows in a search what is markup as text, and says it where nothing is found', async () => {
      const page = await pageIn({});
      await page.goto(`${address}nl/search/#q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
      await page.locator('#found', { hasText: /./ }).waitFor();
      expect(await page.locator('#found').textContent()).toMatch(/^Niets gevonden/);
      expect(await page.locator('main img').count()).toBe(0);
      await page.context().close();
    });

    it('searches in a folder on a disk, where there is no server', async () => {
      const page = await pageIn({});
      await page.goto(`${pathToFileURL(site.folder).href}/nl/search/index.html#q=soeverein`);
      await page.locator('#results a').first().waitFor();
      expect(await page.locator('#results a').first().textContent()).toBe('soevereiniteit');
      await page.context().close();
    });

    it('says without JavaScript how things are found otherwise', async () => {
      const page = await pageIn({ javaScriptEnabled: false });
      await page.goto(`${address}en/search/`);
      expect(await page.locator('noscript').textContent()).toContain('JavaScript');
      expect(await page.locator('#sought').isVisible()).toBe(false);
      await page.locator('main a', { hasText: 'Claims' }).click();
      expect(await page.locator('.choice > li').count()).toBeGreaterThan(100);
      await page.context().close();
    });
  },
);
