import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { filesIn } from '../../src/export/measure.ts';
import { meent } from '../cli/support.ts';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Where a system may have Chromium; undefined where it has none. */
export const chromiumPath = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** A site in a folder of its own. */
export interface BuiltSite {
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  readonly read: (file: string) => string;
  readonly remove: () => void;
}

/** Makes the site of a project as the command line does. */
export async function buildSite(project: string, ...options: string[]): Promise<BuiltSite> {
  const above = mkdtempSync(join(tmpdir(), 'meent-site-'));
  const folder = join(above, 'site');
  const { code, err } = await meent(['--project', project, 'site', '-o', folder, ...options]);
  if (code !== 0) throw new Error(err);
  return {
    folder,
    files: new Set(await filesIn(folder)),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}

/** What is made in one way: things of a kind, their further pages, and each other page by its folder. */
const templateOf = (page: string, html: string): string =>
  /<article class="thing (\w+)"/.exec(html)?.[1] ??
  (/\/\d+$/.test(page)
    ? 'further page'
    : page.replace(/(?<=\/)[^/]+(?=\/|$)/g, (part) => (part === 'text' ? part : '*')));

/** Of each template the largest page, by its path without the language. */
export function onePageOfEach({ files, read }: BuiltSite): string[] {
  const largest = new Map<string, { page: string; size: number }>();
  for (const file of files) {
    const page = /^nl\/(?:(.*)\/)?index\.html$/.exec(file);
    if (!page) continue;
    const html = read(file);
    const template = templateOf(page[1] ?? '', html);
    if (html.length > (largest.get(template)?.size ?? 0))
      largest.set(template, { page: page[1] ?? '', size: html.length });
  }
  return [...largest.values()].map(({ page }) => page).sort();
}

/** All elements of a page, in their order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

/** The text in an element. */
export const textIn = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';

/** A text without the places where its words may be broken. */
export const plain = (text: string): string => text.replaceAll('\u00ad', '');

/** The elements below one that match, without those below them. */
export function within(element: Element, matches: (element: Element) => boolean): Element[] {
  return element.childNodes.flatMap((node) =>
    'tagName' in node ? (matches(node) ? [node] : within(node, matches)) : [],
  );
}

/** The file and fragment that a link on a page leads to. */
export function target(page: string, href: string): { file: string; fragment: string | undefined } {
  const [path, fragment] = href.split('#') as [string, string?];
  const decoded = decodeURI(path);
  const to = path === '' ? page : posix.join(decoded.startsWith('/') ? '.' : dirname(page), decoded);
  return {
    file: /\/$|^\.$/.test(to) || decoded.endsWith('/') ? posix.join(to, 'index.html') : to,
    fragment: fragment === undefined ? undefined : decodeURIComponent(fragment),
  };
}
