import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad, Term } from '@rdfjs/types';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/export/export-file.ts';
import { canonicalJsonLd } from '../../src/export/json-ld.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { readCsv } from '../../src/project/csv.ts';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { rowsOf } from '../../src/query/answer.ts';
import { evaluate } from '../../src/query/engine.ts';
import { toSparqlJson } from '../../src/query/format.ts';
import { checkSite } from '../../src/site/check-site.ts';
import { makeSite } from '../../src/site/make-site.ts';
import { Model } from '../../src/site/model.ts';
import type { Entry } from '../../src/site/find.ts';
import { gatherThings } from '../../src/site/things.ts';
import { sharedWords } from '../repository/shared-words.ts';
import { ownProject, root } from '../support.ts';
import {
  attribute,
  type BuiltSite,
  buildSite,
  elementsOf,
  hasClass,
  onePageOfEach,
  plain,
  target,
  textIn,
  within,
} from './support.ts';

const report = 'report/bouwen-aan-digitale-gemeenschapsgoederen';
const claim = `${report}/claim/oss-demand-value-trillion`;

const source = join(root, 'sources/bouwen-aan-digitale-gemeenschapsgoederen.txt');
let site: BuiltSite;
let data: Dataset;
const pages: string[] = [];
/** A page of each template. */
const templates: string[] = [];

beforeAll(async () => {
  site = await buildSite(root);
  data = (await loadData(ownProject())).dataset;
  pages.push(...[...site.files].filter((file) => file.endsWith('.html')));
  templates.push(...onePageOfEach(site));
}, 60_000);
afterAll(() => site.remove());

const file = (language: string, page: string) => `${language}/${page && `${page}/`}index.html`;
const bytes = (text: string) => Buffer.byteLength(text);

describe('the site of this repository', () => {
  it('has a page of each template in both languages, which is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'void-style': ['error', { style: 'selfclosing' }], 'long-title': 'off', 'require-sri': 'off' },
    });
    const found: string[] = [];
    for (const page of templates)
      for (const language of ['nl', 'en']) {
        const result = await validator.validateString(site.read(file(language, page)));
        for (const { messages } of result.results)
          for (const { ruleId, message, line } of messages)
            found.push(`${language}/${page}:${line} ${ruleId} ${message}`);
      }
    for (const page of ['index.html', '404.html'])
      expect(
        (await validator.validateString(site.read(page))).results.flatMap(({ messages }) => messages),
      ).toEqual([]);
    expect(found).toEqual([]);
  });

  it('has no link that leads nowhere, in pages and parts of pages', () => {
    const ids = new Map<string, Set<string>>();
    const links: { page: string; href: string }[] = [];
    for (const page of pages) {
      const html = site.read(page);
      // The workbench takes the name of a question from the address.
      const questions = Array.from(
        html.matchAll(/<option value="([^"]*)"/g),
        ([, name]) => `question=${name}`,
      );
      ids.set(
        page,
        new Set([...Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!), ...questions]),
      );
      for (const [, href] of html.matchAll(/\s(?:href|src)="([^"]*)"/g))
        if (!/^(https?|mailto):/.test(href!)) links.push({ page, href: href! });
    }
    expect(links.length).toBeGreaterThan(10_000);
    const dead = links.filter(({ page, href }) => {
      const to = target(page, href);
      return (
        !site.files.has(to.file) ||
        (to.fragment !== undefined && ids.has(to.file) && !ids.get(to.file)!.has(to.fragment))
      );
    });
    expect(dead).toEqual([]);
  });

  it('loads nothing from elsewhere, and has no script, style or handler in its markup', () => {
    for (const page of pages) {
      const html = site.read(page);
      expect(html).not.toMatch(/<(?:link|script|img|iframe|source)[^>]*(?:src|href)="(?:https?:)?\/\//);
      expect(html).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:/i);
      const scripts = Array.from(html.matchAll(/<script[^>]*>/g), ([tag]) => tag);
      const own = /^..\/(search|query)\/index\.html$/.exec(page)?.[1];
      expect([page, scripts.filter((tag) => tag !== '<script type="application/ld+json">')]).toEqual([
        page,
        own ? [`<script defer src="../../${own === 'query' ? 'workbench' : own}.js">`] : [],
      ]);
    }
  });

  it('keeps pages small: a thing under 15 kB, a report under 60 kB, the stylesheet under 20 kB', () => {
    const model = new Model(data, ownProject().config.base);
    // The documentation, the data set and the text of a report hold many things each.
    const whole = new Set(['ns', 'shapes', 'dataset', report, `${report}/text`]);
    const things = [...gatherThings(model, data).keys()].filter((page) => !whole.has(page));
    expect(things.length).toBeGreaterThan(400);
    const isOf = (name: string) => things.some((page) => name.slice(3).startsWith(`${page}/`));
    const sizes = pages.filter(isOf).map((name) => [name, bytes(site.read(name))] as const);
    expect(sizes.length).toBeGreaterThan(things.length * 2);
    expect(sizes.filter(([, size]) => size >= 15_000)).toEqual([]);
    for (const language of ['nl', 'en'])
      expect(bytes(site.read(file(language, report)))).toBeLessThan(60_000);
    expect(bytes(site.read('style.css'))).toBeLessThan(20_000);
  });

  it('says where long words may be broken in the texts of pages only: in no data, index, query, code or attribute', () => {
    const isPage = (name: string) => name.endsWith('.html');
    expect([...site.files].filter((name) => !isPage(name) && site.read(name).includes('\u00ad'))).toEqual([]);
    const amiss = pages.flatMap((name) =>
      [...site.read(name).matchAll(/<(code|pre|script|svg|title)\b[^]*?<\/\1>|<[^>]*>/g)].flatMap(
        ([piece]) => (piece.includes('\u00ad') ? [[name, piece]] : []),
      ),
    );
    expect(amiss).toEqual([]);
    expect(site.read(file('nl', 'commons'))).toContain('Gemeen\u00adschaps\u00adgoe\u00adderen');
  });

  it('has the numbers of the matrix as a table to take away, the same as those on the page', () => {
    const [header, ...rows] = readCsv(site.read('matrix.csv'), 'matrix.csv');
    expect(header).toEqual(['actor', 'actorNl', 'actorEn', 'value', 'valueNl', 'valueEn', 'claims']);
    const totals = new Map<string, number>();
    for (const row of rows) totals.set(row[4]!, (totals.get(row[4]!) ?? 0) + Number(row[6]));
    const shown = elementsOf(plain(site.read(file('nl', 'matrix'))))
      .filter(
        ({ tagName, parentNode }) =>
          tagName === 'tr' && 'tagName' in parentNode! && parentNode.tagName === 'tbody',
      )
      .map((row) => within(row, ({ tagName }) => tagName === 'th' || tagName === 'td').map(textIn));
    expect(shown.length).toBeGreaterThan(10);
    // The picture has the same numbers: each band is a cell.
    const bands = elementsOf(site.read(file('nl', 'matrix'))).flatMap((path) =>
      path.tagName === 'path' ? within(path, ({ tagName }) => tagName === 'title').map(textIn) : [],
    );
    expect(bands.length).toBeGreaterThan(20);
    const pairs = new Set(rows.map((row) => `${row[1]} – ${row[4]}: ${row[6]}`));
    expect(bands.filter((band) => !pairs.has(band))).toEqual([]);
    expect(shown.map((cells) => [cells[0]!.trim(), Number(cells.at(-1))])).toEqual(
      shown.map((cells) => [cells[0]!.trim(), totals.get(cells[0]!.trim())]),
    );
  });

  it('has an index of everything that has a page and a name, in which every page is there', () => {
    const model = new Model(data, ownProject().config.base);
    const text = site.read('search-index.js');
    const entries = JSON.parse(/^globalThis\.searchIndex = ([^]*);\n$/.exec(text)![1]!) as Entry[];
    const found = new Set(entries.map(([, page]) => page));
    expect(entries.length).toBe(found.size);
    expect([...found].filter((page) => !site.files.has(file('nl', page)))).toEqual([]);
    for (const name of ['meent:Claim', 'meent:Actor', 'meent:Value', 'meent:Initiative'] as const)
      for (const node of model.instances(name)) expect(found).toContain(model.address(node)!.page);
    const spelt = entries.filter(([, , , , also]) => also?.includes('Daphnie'));
    expect(spelt.map(([, page]) => page)).toEqual(['actor/daphne-muller']);
    expect(bytes(text)).toBeLessThan(entries.length * 250);
  });

  it('has of every question a file that gives the answer when it is asked as it stands, its values in it', async () => {
    const files = [...site.files].filter((name) => /^questions\/[^/]+\.rq$/.test(name));
    const given = files.filter((name) => site.read(name).includes('VALUES ?_'));
    expect(given.length).toBeGreaterThan(2);
    for (const name of given) {
      const answer = await evaluate(site.read(name), data, { path: name, base: ownProject().config.base });
      const rows = (text: string) =>
        (JSON.parse(text) as { results: { bindings: object[] } }).results.bindings.map((row) =>
          JSON.stringify(row),
        );
      expect([name, rows(toSparqlJson(rowsOf(answer))).sort()]).toEqual([
        name,
        rows(site.read(name.replace(/rq$/, 'json'))).sort(),
      ]);
    }
  });

  it('brings every IRI to its page and its data, in every form and language', async () => {
    const { iris, deadEnds } = await checkSite(site.folder, [data], ownProject().config.base);
    expect(iris).toBeGreaterThan(1000);
    expect(deadEnds).toEqual([]);
  });

  it('says of every page in which other language and as which data it can be had', () => {
    for (const page of templates) {
      const links = elementsOf(site.read(file('en', page))).filter(({ tagName }) => tagName === 'link');
      const alternates = links.filter((link) => attribute(link, 'rel') === 'alternate');
      const to = (link: (typeof links)[number]) => target(file('en', page), attribute(link, 'href')!).file;
      const other = alternates.find((link) => attribute(link, 'hreflang') === 'nl')!;
      expect(to(other)).toBe(file('nl', page));
      for (const link of alternates) expect(site.files).toContain(to(link));
    }
  });
});

/** What a page shows of its thing, read back from its lists: links stand for what they lead to. */
function shownFacts(pagePaths: readonly string[], irisByPlace: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (const page of pagePaths) {
    const elements = elementsOf(plain(site.read(page)));
    const iriOf = (href: string): string => {
      if (/^https?:/.test(href)) return href;
      const to = target(page, href);
      return irisByPlace.get(`${to.file}#${to.fragment ?? ''}`) ?? `?${href}`;
    };
    const valueOf = (element: ReturnType<typeof within>[number]): string => {
      const [value] = within(element, ({ tagName }) =>
        ['a', 'span', 'time', 'data', 'code'].includes(tagName),
      );
      if (!value) return `"${textIn(element)}`;
      if (value.tagName === 'a') return iriOf(attribute(value, 'href')!);
      const text = attribute(value, 'datetime') ?? attribute(value, 'value') ?? textIn(value);
      return `"${text}@${attribute(value, 'lang') ?? ''}`;
    };
    const link = (element: ReturnType<typeof within>[number]) =>
      iriOf(attribute(within(element, ({ tagName }) => tagName === 'a')[0]!, 'href')!);
    for (const element of elements) {
      if (element.tagName === 'section' && hasClass(element, 'recorded'))
        for (const list of within(element, (each) => each.tagName === 'dl'))
          for (const row of within(list, ({ tagName }) => tagName === 'div'))
            for (const value of within(row, ({ tagName }) => tagName === 'dd'))
              found.add(`out ${link(within(row, ({ tagName }) => tagName === 'dt')[0]!)} ${valueOf(value)}`);
      if (element.tagName === 'section' && hasClass(element, 'incoming'))
        for (const item of within(element, ({ tagName }) => tagName === 'li'))
          found.add(`in ${link(within(element, ({ tagName }) => tagName === 'h2')[0]!)} ${valueOf(item)}`);
      if (element.tagName === 'tr' && (hasClass(element, 'out') || hasClass(element, 'into'))) {
        const [property, other] = within(element, ({ tagName }) => tagName === 'td');
        found.add(`${hasClass(element, 'out') ? 'out' : 'in'} ${link(property!)} ${link(other!)}`);
      }
    }
  }
  return found;
}

describe('the data of a page', () => {
  const quadsOf = async (name: string): Promise<readonly Quad[]> =>
    (await parse(site.read(name), { path: name, base: undefined })).quads;

  it('are what the page shows of its thing, neither more nor less', async () => {
    const model = new Model(data, ownProject().config.base);
    const things = gatherThings(model, data);
    const irisByPlace = new Map<string, string>();
    // A version has the page of what it is a version of.
    const place = (where: string, iri: string) => irisByPlace.has(where) || irisByPlace.set(where, iri);
    for (const [page, nodes] of things)
      for (const node of nodes)
        for (const language of ['nl', 'en'])
          place(`${file(language, page)}#${model.address(node)?.fragment ?? ''}`, node.value);
    const special = new Set(['ns', 'shapes', 'dataset', report, `${report}/text`]);
    const single = [...things].filter(([page]) => !special.has(page));
    expect(single.length).toBeGreaterThan(300);
    const key = (term: Term) =>
      term.termType === 'Literal'
        ? `"${term.value}@${term.language}`
        : URL.canParse(term.value)
          ? new URL(term.value).href
          : term.value;
    for (const [page, [node]] of single) {
      const quads = await quadsOf(`${page}.ttl`);
      const expected = new Set(
        quads.flatMap((quad) => [
          ...(quad.subject.equals(node!) ? [`out ${key(quad.predicate)} ${key(quad.object)}`] : []),
          ...(quad.object.equals(node!) ? [`in ${key(quad.predicate)} ${key(quad.subject)}`] : []),
        ]),
      );
      const language = page.length % 2 === 0 ? 'nl' : 'en';
      const further = pages.filter((each) =>
        new RegExp(`^${language}/${page}/\\d+/index\\.html$`).test(each),
      );
      expect([page, [...shownFacts([file(language, page), ...further], irisByPlace)].sort()]).toEqual([
        page,
        [...expected].sort(),
      ]);
    }
  }, 60_000);

  it('are the same as Turtle and as JSON-LD, and all of them in the graph', async () => {
    const union = data.union();
    for (const page of templates.filter((each) => site.files.has(`${each}.ttl`) && each !== 'shapes')) {
      const quads = await quadsOf(`${page}.ttl`);
      expect([page, await canonicalJsonLd(site.read(`${page}.jsonld`))]).toEqual([
        page,
        await canonicalNQuads(quads),
      ]);
      const strange = quads.filter(({ subject, predicate, object }) => {
        const isBlank = [subject, object].some(({ termType }) => termType === 'BlankNode');
        return !isBlank && union.find(subject, predicate, object).length === 0;
      });
      expect(strange).toEqual([]);
    }
  });

  it('for search engines say nothing that the export for schema.org does not say', async () => {
    const dates = ['nl', 'en'].map((language) => site.read(file(language, claim)));
    for (const html of dates) {
      const embedded = JSON.parse(
        /<script type="application\/ld\+json">\s*(.*)\s*<\/script>/.exec(html)![1]!,
      ) as object;
      const all = await canonicalJsonLd(JSON.stringify(embedded));
      const exported = await canonicalJsonLd(site.read('exports/schema-org.jsonld'));
      const lines = new Set(exported.split('\n'));
      expect(all.split('\n').filter((line) => !lines.has(line))).toEqual([]);
      expect(html).not.toMatch(/ClaimReview|startDate/);
    }
  });
});

/** Some files of the site with the words of the report. */
async function pagesWithSources(names: readonly string[]): Promise<Map<string, string>> {
  const project = ownProject();
  const [loaded, shapes] = [await loadData(project), await loadShapes(project)];
  const options = { withSources: true, version: '0', written: () => [] };
  const found = new Map<string, string>();
  for await (const made of makeSite(project, { ...loaded, shapes: shapes.dataset }, options)) {
    if (names.includes(made.name)) found.set(made.name, await textOf(made));
    if (found.size === names.length) break;
  }
  return found;
}

describe('the words of a report', () => {
  const has = existsSync(source);
  const words = has ? readFileSync(source, 'utf8') : '';

  it.skipIf(!has)(
    'are nowhere in a site that was made without --with-sources (skipped where there is no text)',
    () => {
      const shared = sharedWords(words, 8);
      const copied = [...site.files].flatMap((name) => shared(site.read(name)).map((run) => ({ name, run })));
      expect(copied).toEqual([]);
    },
  );

  it.skipIf(!has)(
    'are shown with --with-sources character by character (skipped where there is no text)',
    async () => {
      const open = await pagesWithSources([file('nl', report), file('en', report), file('en', claim)]);
      for (const language of ['nl', 'en']) {
        const html = open.get(file(language, report))!;
        const shown = elementsOf(html).find((element) => attribute(element, 'id') === 'src')!;
        expect(textIn(shown)).toBe(words);
        expect(bytes(html)).toBeLessThan(60_000);
      }
      const mark = elementsOf(open.get(file('en', claim))!).find(({ tagName }) => tagName === 'mark')!;
      expect(textIn(mark)).toBe(words.slice(2830, 2968));
    },
  );
});
