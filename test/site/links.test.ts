import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { orchard } from '../cli/support.ts';
import { root } from '../support.ts';
import {
  attribute,
  type BuiltSite,
  buildSite,
  type Element,
  elementsOf,
  hasClass,
  plain,
  textIn,
  within,
} from './support.ts';

let project: string;
let site: BuiltSite;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'meent-links-'));
  cpSync(join(root, orchard), project, { recursive: true });
  cpSync(join(root, 'test/site/links'), join(project, 'data/links'), { recursive: true });
  site = await buildSite(project);
});
afterAll(() => {
  site?.remove();
  rmSync(project, { recursive: true, force: true });
});

const page = (language: string, path: string) => elementsOf(site.read(`${language}/${path}/index.html`));
const words = (element: Element) => plain(textIn(element)).replace(/\s+/g, ' ').trim();

/** What a page says of links: the relation, and of each link its address and what is said of it. */
const linksOn = (elements: Element[]) =>
  elements
    .filter((each) => each.tagName === 'section' && hasClass(each, 'elsewhere'))
    .flatMap((section) => within(section, ({ tagName }) => tagName === 'dl'))
    .flatMap((list) => within(list, ({ tagName }) => tagName === 'div'))
    .flatMap((row) =>
      within(row, ({ tagName }) => tagName === 'dd').map((value) => {
        const [relation] = within(row, ({ tagName }) => tagName === 'dt').map(words);
        const [link] = within(value, ({ tagName }) => tagName === 'a');
        const about = within(value, ({ tagName }) => tagName === 'small').map(words);
        return [relation, attribute(link!, 'href'), words(link!), ...about];
      }),
    );

it('a thing has on its page the links that were accepted, with where they were read, how sure, how, and who looked at them', () => {
  const list = 'https://www.words.example/list/';
  expect(linksOn(page('nl', 'value/sharing'))).toEqual([
    [
      'elders: hetzelfde begrip',
      `${list}10`,
      'delen',
      'words.example, versie 7 · zekerheid 0,95 (van 0 tot 1) · op naam',
      'Nagelezen door Ans Boom op 3 mei 2026.',
    ],
    [
      'elders: bijna hetzelfde',
      `${list}11`,
      'geven & nemen',
      'words.example · door een mens gekozen',
      'Gelegd door een mens: Piet Peer.',
    ],
    [
      'elders: ruimer',
      `${list}13`,
      'words.example · 13',
      'words.example · uit andere gegevens afgeleid',
      'Nagelezen door keepers.example · ans.',
    ],
    [
      'elders: verwant',
      `${list}12`,
      '<b>ruilen</b>',
      'words.example · zekerheid 0,6 (van 0 tot 1) · op een naam die erop lijkt',
      'Niet door een mens nagelezen; aanvaard volgens een regel.',
    ],
  ]);
  expect(linksOn(page('en', 'value/sharing')).map((link) => link.at(-1))).toEqual([
    'Reviewed by Ans Boom on 3 May 2026.',
    'Made by a person: Piet Peer.',
    'Reviewed by keepers.example · ans.',
    'Not reviewed by a person; accepted by a rule.',
  ]);
});

it('the rule that stands in for a person is told, and that nobody knows in which language', () => {
  const [rule] = page('nl', 'value/sharing').filter(
    (each) => each.tagName === 'span' && words(each) === 'The name was read in the list of words',
  );
  expect(attribute(rule!, 'lang')).toBe('');
});

it('what was rejected, denied or only proposed is no link on any page', () => {
  for (const language of ['nl', 'en']) {
    const text = words(page(language, 'value/sharing')[0]!);
    for (const name of ['verboden', 'afgewezen', 'voorgesteld']) expect(text).not.toContain(name);
  }
});

it('a link from elsewhere is shown with the same of what it leads to', () => {
  const section = page('nl', 'commons/orchard').find(
    (each) => hasClass(each, 'incoming') && words(each).startsWith('Elders'),
  )!;
  expect(words(section)).toBe(
    'Elders: een begrip hiervan 1 boomgaard words.example · zekerheid 0,7 (van 0 tot 1) · op naam Niet door een mens nagelezen; aanvaard volgens een regel. De regel Both are called so',
  );
});
