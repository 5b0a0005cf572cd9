import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveSite } from '../../src/site/serve-site.ts';
import { root } from '../support.ts';
import { type BuiltSite, buildSite, chromiumPath, onePageOfEach } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const source = join(root, 'sources/bouwen-aan-digitale-gemeenschapsgoederen.txt');
const report = 'report/bouwen-aan-digitale-gemeenschapsgoederen';
const languages = ['nl', 'en'];
/** How many pages are looked at together. */
const together = 3;

/** What is seen of a page in the browser. */
interface Seen {
  readonly page: string;
  readonly offences: readonly string[];
  /** At 320 pixels: how wide the page is, what is too small to be hit, and the words that are broken where no hyphen comes. */
  readonly width: number;
  readonly small: readonly string[];
  readonly broken: readonly string[];
  readonly said: readonly string[];
  readonly asked: readonly string[];
}

const offencesOn = (page: Page, rules: readonly string[] = tags): Promise<string[]> =>
  page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes: [first, ...more] }) =>
      [id, more.length + 1, first.html.slice(0, 160), first.failureSummary.slice(0, 300)].join(' ')))`);

const smallTargets = `[...document.querySelectorAll('button, select, summary, nav a, .numbered li > a:first-child')].filter((each) => {
  const { width, height } = each.getBoundingClientRect();
  return width > 0 && (width < 24 || height < 24);
}).map((each) => each.outerHTML.slice(0, 120))`;

/** Words of which a letter stands lower than the one before it, with no soft hyphen or hyphen between. */
const brokenWords = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const within = node.parentElement;
    if (within.closest('code, pre, svg, select, textarea, script, noscript, #src')) continue;
    const { height } = within.getBoundingClientRect();
    if (height === 0 || within.getClientRects().length === 0) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\u00ad]{6,}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (range.getClientRects().length < 2) continue;
      let before;
      for (let at = 0; at < word.length; at++) {
        if (word[at] === '\\u00ad') continue;
        range.setStart(node, index + at);
        range.setEnd(node, index + at + 1);
        const place = [...range.getClientRects()].at(-1);
        if (!place) continue;
        if (before !== undefined && place.top > before + 5 && word[at - 1] !== '\\u00ad')
          found.push(word.slice(0, at) + ' ' + word.slice(at));
        before = place.top;
      }
    }
  }
  return found;
})()`;

describe.skipIf(!chromiumPath)(
  'the site in Chromium (skipped where there is none; CHROMIUM says where it is)',
  () => {
    let site: BuiltSite;
    let server: Server;
    let address: string;
    let browser: Browser;

    beforeAll(async () => {
      [site, browser] = await Promise.all([
        buildSite(root, '--with-sources'),
        chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] }),
      ]);
      ({ server, address } = await serveSite(site.folder, 0));
    });
    afterAll(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
      site?.remove();
    });

    const pageIn = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> =>
      (await browser.newContext(options)).newPage();

    async function lookAt(page: Page, path: string): Promise<Seen> {
      const [said, asked]: string[][] = [[], []];
      const hears = (message: { text(): string }) => said!.push(message.text());
      const asks = (request: { url(): string }) => asked!.push(request.url());
      page.on('console', hears).on('request', asks);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(address + path);
      await page.evaluate(axe);
      await page.emulateMedia({ colorScheme: 'light' });
      const offences = (await offencesOn(page)).map((offence) => `light ${offence}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      offences.push(...(await offencesOn(page)).map((offence) => `dark ${offence}`));
      await page.setViewportSize({ width: 320, height: 640 });
      // What scrolls by itself can be scrolled with a keyboard.
      offences.push(...(await offencesOn(page, ['scrollable-region-focusable'])));
      const found = {
        page: path,
        offences,
        width: Number(await page.evaluate('document.documentElement.scrollWidth')),
        small: await page.evaluate<string[]>(smallTargets),
        broken: await page.evaluate<string[]>(brokenWords),
        said: said!,
        asked: asked!,
      };
      page.off('console', hears).off('request', asks);
      return found;
    }

    describe('on every template', () => {
      const seen: Seen[] = [];

      beforeAll(async () => {
        const paths = onePageOfEach(site).flatMap((path) =>
          languages.map((language) => `${language}/${path && `${path}/`}`),
        );
        // Each page is loaded once, and looked at in every way.
        const left = ['', '404.html', ...paths];
        const lookAtNext = async () => {
          const page = await pageIn({});
          for (let path = left.shift(); path !== undefined; path = left.shift())
            seen.push(await lookAt(page, path));
          await page.context().close();
        };
        await Promise.all(Array.from({ length: together }, lookAtNext));
      });

      /** The pages of which something is true, with what it is. */
      const amiss = <T>(what: (page: Seen) => readonly T[]): (readonly [string, readonly T[]])[] =>
        seen.map((page) => [page.page, what(page)] as const).filter(([, found]) => found.length > 0);

      it('is looked at in either language', () => {
        const templates = seen.map(({ page }) => page);
        expect(templates.length).toBeGreaterThan(60);
        for (const page of ['', '404.html', 'nl/', 'en/query/', `nl/${report}/`, `en/${report}/text/`])
          expect(templates).toContain(page);
        for (const start of [
          'nl/matrix/value/',
          'en/questions/',
          `nl/${report}/claim/`,
          'en/actor/',
          'nl/value/',
        ])
          expect(templates.filter((page) => page.startsWith(start) && page !== start)).not.toEqual([]);
      });

      it('has no offence against WCAG 2.2 A and AA that axe-core finds, in either language, light or dark', () => {
        expect(amiss(({ offences }) => offences)).toEqual([]);
      });

      it('flows at 320 pixels without the page scrolling sideways', () => {
        expect(seen.filter(({ width }) => width !== 320).map(({ page, width }) => [page, width])).toEqual([]);
      });

      it('has targets of at least 24 pixels, or in lines of text', () => {
        expect(amiss(({ small }) => small)).toEqual([]);
      });

      it('breaks no word at 320 pixels but where a hyphen comes', () => {
        expect(amiss(({ broken }) => broken)).toEqual([]);
      });

      it('asks nobody else for anything, and breaks no rule of its content security policy', () => {
        expect(amiss(({ said }) => said)).toEqual([]);
        expect(amiss(({ asked }) => asked.filter((url) => !url.startsWith(address)))).toEqual([]);
      });
    });

    it.concurrent(
      'lets somebody with a keyboard only come from the top of a report to its seventh claim in 25 tabs, and hears its passage',
      async () => {
        const page = await pageIn({});
        await page.goto(`${address}nl/${report}/`);
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.className')).toBe('skip');
        await page.keyboard.press('Enter');
        const isSeventh =
          "document.activeElement.closest('#c7') !== null && document.activeElement.matches(':last-child')";
        let tabs = 1;
        for (; tabs < 25 && !(await page.evaluate(isSeventh)); tabs++) {
          await page.keyboard.press('Tab');
          // Focus is never lost, and always seen.
          const outline = await page.evaluate(
            "document.activeElement === document.body ? 'lost' : getComputedStyle(document.activeElement).outlineStyle",
          );
          expect(['none', 'lost']).not.toContain(outline);
          if ((await page.evaluate("document.activeElement.getAttribute('href')")) === '#claims')
            await page.keyboard.press('Enter');
        }
        expect(tabs).toBeLessThan(25);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/claim\//);
        const devtools = await page.context().newCDPSession(page);
        const { nodes } = await devtools.send('Accessibility.getFullAXTree');
        const roles = nodes.map(({ role }) => role?.value as string);
        const at = (role: string) => roles.indexOf(role);
        expect(at('heading')).toBeGreaterThan(0);
        expect(at('blockquote')).toBeGreaterThan(at('heading'));
        expect(at('mark')).toBeGreaterThan(at('blockquote'));
        const passage = page.locator('blockquote[lang=nl] mark');
        expect((await passage.first().textContent())!.length).toBeGreaterThan(10);
        await page.context().close();
      },
    );

    it.skipIf(!existsSync(source))(
      'shows the words of a report with the bytes that they have (skipped where there is no text)',
      async () => {
        const page = await pageIn({});
        for (const language of languages) {
          await page.goto(`${address}${language}/${report}/`);
          const shown = Buffer.from((await page.locator('#src').textContent())!);
          expect(hash('sha256', shown)).toBe(hash('sha256', readFileSync(source)));
        }
        await page.context().close();
      },
    );

    it.concurrent('gives all its content without JavaScript, and chooses claims without it', async () => {
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

    it.concurrent(
      'searches while somebody types, in both languages, with what was sought marked and the number said aloud',
      async () => {
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
          // It is said when the typing has stopped for a moment; until then the number is that of fewer letters.
          await vi.waitFor(
            async () => {
              const said = await page.locator('[role=status]').textContent();
              expect(Number(/\d+/.exec(said!)?.[0])).toBe(await results.count());
            },
            { timeout: 10_000 },
          );
          // From the field to the first result, and there, with the keyboard.
          await page.keyboard.press('Tab');
          const href = await page.evaluate('document.activeElement.href');
          expect(href).toBe(
            await results.first().evaluate((link) => (link as never as { href: string }).href),
          );
          await page.keyboard.press('Enter');
          await page.waitForURL(href as string);
          expect(await page.locator('h1').count()).toBe(1);
          await page.goBack();
          await results.first().waitFor();
          expect(await page.locator('#sought').inputValue()).toBe(question);
        }
        expect(asked.filter((path) => /q=|Daphnie|mensen/.test(path))).toEqual([]);
        await page.context().close();
      },
    );

    it.concurrent(
      'shows in a search what is markup as text, and says it where nothing is found',
      async () => {
        const page = await pageIn({});
        await page.goto(`${address}nl/search/#q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
        await page.locator('#found', { hasText: /./ }).waitFor();
        expect(await page.locator('#found').textContent()).toMatch(/^Niets gevonden/);
        expect(await page.locator('main img').count()).toBe(0);
        await page.context().close();
      },
    );

    it.concurrent('searches in a folder on a disk, where there is no server', async () => {
      const page = await pageIn({});
      await page.goto(`${pathToFileURL(site.folder).href}/nl/search/index.html#q=soeverein`);
      await page.locator('#results a').first().waitFor();
      expect(await page.locator('#results a').first().textContent()).toBe('soevereiniteit');
      await page.context().close();
    });

    it.concurrent('says without JavaScript how things are found otherwise', async () => {
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
