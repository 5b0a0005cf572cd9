import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Quad, Term } from '@rdfjs/types';
import { HtmlValidate } from 'html-validate';
import { serialize } from 'parse5';
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
import { classWords, kindWords } from '../../src/site/words/classes.ts';
import { answerWords } from '../../src/site/words/columns.ts';
import { justificationWords, linkWords } from '../../src/site/words/links.ts';
import { moreWords } from '../../src/site/words/more.ts';
import { pageWords } from '../../src/site/words/pages.ts';
import { propertyWords } from '../../src/site/words/properties.ts';
import { sentences } from '../../src/site/words/sentences.ts';
import { toolWords } from '../../src/site/words/tools.ts';
import { sharedWords } from '../repository/shared-words.ts';
import { filesBelow, ownProject, root, textOf as textOfFile } from '../support.ts';
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

  it('keeps pages small: a thing under 15 kB, a report under 60 kB, the stylesheet under 10 kB packed', () => {
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
    // As the rules for servers have it sent.
    expect(gzipSync(site.read('style.css')).length).toBeLessThan(10_000);
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

  it('has a light and a dark scheme that differ in colours and in nothing else', () => {
    const styles = site.read('style.css') + site.read('claims.css');
    const queries = [...styles.matchAll(/@media[^{]*\{/g)].filter(([query]) =>
      query.includes('color-scheme'),
    );
    expect(queries.map(([query]) => query)).toEqual(['@media screen and (prefers-color-scheme: dark) {']);
    const [, rules] = /prefers-color-scheme: dark\) \{\s*([^]*?\})\s*\}/.exec(styles)!;
    expect(rules).toMatch(/^:root \{(?:\s*--[\w-]+: #[0-9a-f]{6};)+\s*\}$/);
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
    for (const [language, other] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const)
      // prettier-ignore
      for (const page of templates) {
        const own = file(language, page);
        const links = elementsOf(site.read(own)).filter(({ tagName }) => tagName === 'link');
        const alternates = links.filter((link) => attribute(link, 'rel') === 'alternate');
        const to = (link: (typeof links)[number]) => target(own, attribute(link, 'href')!).file;
        const inLanguage = (each: string) =>
          alternates.filter((link) => attribute(link, 'hreflang') === each).map(to);
        expect([own, inLanguage(other), inLanguage(language)]).toEqual([own, [file(other, page)], [own]]);
        for (const link of alternates) expect(site.files).toContain(to(link));
      }
    const inBoth = (name: string) =>
      site.files.has(name.replace(/^../, (own) => (own === 'nl' ? 'en' : 'nl')));
    expect(pages.filter((name) => /^(nl|en)\//.test(name) && !inBoth(name))).toEqual([]);
  });

  it('says nothing of its own in the other language', () => {
    const all = [sentences, pageWords, moreWords, toolWords, linkWords].flatMap((words) =>
      Object.values(words),
    );
    const named = [classWords, kindWords, justificationWords].flatMap((words) => Object.values(words));
    const ofProperties = Object.values(propertyWords).flatMap((each) => [each?.out, each?.into]);
    const words = [...all, ...named, ...ofProperties].filter((each) => each !== undefined);
    // Dutch for `or`, and what a Dutch page calls Dutch.
    const inBoth = new Set(['of', 'Nederlands']);
    const said = (language: string) => new Set(words.map((each) => each[language]!.replace(/\.$/, '')));
    for (const [language, other] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const) {
      // prettier-ignore
      const own = said(language);
      const foreign = new Set([...said(other)].filter((text) => !own.has(text) && !inBoth.has(text)));
      expect(foreign.size).toBeGreaterThan(400);
      // What the data say, and names of the data, may be the same word.
      const labels = new Set(
        [...data.union()].flatMap(({ object }) => (object.termType === 'Literal' ? [object.value] : [])),
      );
      const found = templates.flatMap((page) =>
        ownTexts(site.read(file(language, page)), language)
          .filter((text) => foreign.has(text.replace(/[.:]$/, '')) && !labels.has(text))
          .map((text) => [page, text]),
      );
      expect(found).toEqual([]);
    }
  });

  it('has on its Dutch pages Dutch for the words and truths that questions put into their answers', () => {
    const asked = filesBelow('queries/questions', /\.rq$/).map(textOfFile);
    const put = asked.flatMap((sparql) =>
      [...sparql.matchAll(/BIND\("([a-z ]+)" AS/g)].map(([, word]) => word!),
    );
    expect(put.length).toBeGreaterThan(5);
    expect(put.filter((word) => answerWords[word] === undefined)).toEqual([]);
    const cells = (name: string) =>
      [...site.read(name).matchAll(/<td>(?:<[^>]*>)*([^<]+)</g)].map(([, text]) => text!);
    const questions = pages.filter((name) => name.startsWith('nl/questions/'));
    expect(
      questions.filter((name) => cells(name).some((text) => /^(true|false|nothing|limits)$/.test(text))),
    ).toEqual([]);
  });

  it('has of every drawing a name, a description and a table, and where it has numbers the same ones', () => {
    for (const page of templates) {
      const elements = elementsOf(site.read(file('en', page)));
      for (const svg of elements.filter(
        (each) => each.tagName === 'svg' && attribute(each, 'role') === 'img',
      )) {
        const [name, about] = ['title', 'desc'].map(
          (tag) => within(svg, ({ tagName }) => tagName === tag).map(textIn)[0],
        );
        expect([page, name, about]).toEqual([page, expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
      }
      const figures = elements.filter((each) => each.tagName === 'figure' && !hasClass(each, 'passage'));
      const tables = elements.filter(({ tagName }) => tagName === 'table');
      expect([page, figures.length > 0 && tables.length === 0]).toEqual([page, false]);
      const numbers = new Set(tables.flatMap((table) => textIn(table).match(/\d+/g) ?? []));
      const drawn = figures.flatMap((figure) =>
        elementsOf(serialize(figure))
          .filter((each) => hasClass(each, 'count') && each.tagName === 'text')
          .map(textIn),
      );
      expect([page, drawn.filter((number) => !numbers.has(number.trim()))]).toEqual([page, []]);
    }
  });

  it('says once how a thing is also written, where both languages write it so', () => {
    const [spellings] = elementsOf(site.read('nl/term/topic/digital-commons/index.html'))
      .filter((each) => each.tagName === 'p' && textIn(each).includes('ook geschreven als'))
      .map((each) =>
        plain(textIn(each))
          .replace(/^[^:]*:/, '')
          .split(',')
          .map((each) => each.trim()),
      );
    expect(spellings).toContain('commons');
    expect(new Set(spellings).size).toBe(spellings!.length);
  });

  it('tells in Dutch of a biljoen and in English of a trillion, and on either claim that the other contradicts it', () => {
    const other = claim.replace('trillion', 'billion');
    for (const [language, amounts] of [
      ['nl', ['8,8 biljoen', '8,8 miljard']],
      ['en', ['8.8 trillion', '8.8 billion']],
    ] as const)
      for (const [index, page] of [claim, other].entries()) {
        const elements = elementsOf(plain(site.read(file(language, page))));
        const heading = textIn(elements.find(({ tagName }) => tagName === 'h1')!);
        expect(heading).toContain(amounts[index]);
        const notice = elements.find((each) => hasClass(each, 'notice'))!;
        expect(textIn(notice)).toContain(amounts[1 - index]);
        const links = elements
          .filter(({ tagName }) => tagName === 'a')
          .map((link) => target(file(language, page), attribute(link, 'href')!).file);
        expect(links).toContain(file(language, index === 0 ? other : claim));
      }
  });
});

/** The texts of a page that are in its own language and its own words. */
function ownTexts(html: string, language: string): string[] {
  const found: string[] = [];
  const visit = (element: ReturnType<typeof within>[number]): void => {
    const own = attribute(element, 'lang');
    if ((own !== undefined && own !== language) || ['code', 'pre', 'script'].includes(element.tagName))
      return;
    for (const node of element.childNodes)
      if ('tagName' in node) visit(node);
      else if ('value' in node) found.push(node.value.replace(/\s+/g, ' ').trim());
  };
  visit(elementsOf(plain(html)).find(({ tagName }) => tagName === 'body')!);
  return found.filter(Boolean);
}

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

  it('for search engines say nothing on any page that the export for schema.org does not say', async () => {
    const exported = await canonicalJsonLd(site.read('exports/schema-org.jsonld'));
    const lines = new Set(exported.split('\n'));
    let number = 0;
    for (const page of templates) {
      const html = site.read(file('en', page));
      const [, embedded] = /<script type="application\/ld\+json">\s*(.*)\s*<\/script>/.exec(html) ?? [];
      if (embedded === undefined) continue;
      number++;
      const said = (await canonicalJsonLd(embedded)).split('\n');
      expect([page, said.filter((line) => !lines.has(line))]).toEqual([page, []]);
    }
    expect(number).toBeGreaterThan(8);
    expect([...site.files].filter((name) => site.read(name).includes('ClaimReview'))).toEqual([]);
    expect(site.read(file('en', claim))).not.toMatch(/startDate|"location"/);
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
