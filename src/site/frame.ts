import { type Content, html, type Html, jsonForScript } from './html.ts';
import type { Page } from './page.ts';
import type { View } from './view.ts';
import type { SentenceKey } from './words/sentences.ts';

/** What stands around every page. */
export interface Surroundings {
  /** Name of the site. */
  readonly name: (view: View) => string;
  readonly version: string;
  /** Whether it is settled who publishes the data. */
  readonly isReady: boolean;
  /** Pages of the main menu, with the sentence that is their name. */
  readonly menu: readonly (readonly [page: string, name: SentenceKey])[];
  /** Says in the markup of a page where its long words may be broken. */
  readonly hyphenate: (page: string) => string;
}

/** What scripts, styles and pictures a page may load: its own. */
export const contentPolicy = (scripts: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(scripts ? ["script-src 'self'", "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** A whole page: the frame around what a page has to say. */
export function framed(page: Page, view: View, around: Surroundings): Html {
  const { language } = view;
  const other = language === 'nl' ? 'en' : 'nl';
  const title = page.title(view);
  const siteName = around.name(view);
  const home = page.path === '';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy(page.script !== undefined)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${home ? siteName : `${title.text} – ${siteName}`}</title>
        ${description(page, view)}
        <link rel="stylesheet" href="${view.path('style.css')}" />
        ${page.styles && html`<link rel="stylesheet" href="${view.path(page.styles)}" /> `}
        <link rel="icon" type="image/svg+xml" href="${view.path('icon.svg')}" />
        <link rel="alternate" hreflang="${language}" href="${view.href({ page: page.path })}" />
        <link rel="alternate" hreflang="${other}" href="${view.href({ page: page.path }, other)}" />
        ${twinLinks(page, view)}${page.script && html`<script defer src="${view.path(page.script)}"></script> `}${
          page.embedded &&
          html`<script type="application/ld+json">
            ${jsonForScript(page.embedded)}
          </script> `
        }
      </head>
      <body>
        <a class="skip" href="#content">${view.say('skip')}</a>
        <header class="site">
          <p class="name">
            <a href="${view.href({ page: '' })}">${mark(view)}<span>${siteName}</span></a>
          </p>
          <nav aria-label="${view.say('mainNavigation')}">
            <ul>
              ${around.menu.map(([path, name]) => menuItem(path, name, page, view))}
            </ul>
          </nav>
          <p class="language">
            <a href="${view.href({ page: 'search' })}" ${page.path === 'search' && html` aria-current="page"`}
              >${view.say('search')}</a
            >
            <a href="${view.href({ page: page.path }, other)}" hreflang="${other}" lang="${other}"
              >${view.say('otherLanguage')}</a
            >
          </p>
        </header>
        <main id="content">${page.body(view)}</main>
        <footer class="site">
          ${page.data && html`<p>${view.say('pageAsData')}: ${twins.map(([ending, , name], index) => html`${index > 0 && ' · '}<a href="${view.path(twinOf(page, ending))}">${name}</a>`)}</p> `}
          <p>
            <a href="${view.href({ page: 'corrections' })}">${view.say('corrections')}</a> ·
            <a href="${view.href({ page: 'accessibility' })}">${view.say('accessibility')}</a> ·
            ${view.say('madeWith', { version: around.version })}
          </p>
          ${!around.isReady && html`<p class="draft">${view.say('notReady')}</p> `}
        </footer>
      </body>
    </html> `;
}

/** The forms in which the data of a page stand beside it. */
export const twins = [
  ['ttl', 'text/turtle', 'Turtle'],
  ['jsonld', 'application/ld+json', 'JSON-LD'],
] as const;

/** The path of the data of a page from the root of the site. */
export const twinOf = ({ path, twin = path }: Page, ending: string): string => `${twin}.${ending}`;

function description(page: Page, view: View): Content {
  const text = page.description?.(view);
  return text !== undefined && html`<meta name="description" content="${text.slice(0, 300)}" /> `;
}

const twinLinks = (page: Page, view: View): Content =>
  page.data &&
  twins.map(
    ([ending, type]) =>
      html`<link rel="alternate" type="${type}" href="${view.path(twinOf(page, ending))}" /> `,
  );

function menuItem(path: string, name: SentenceKey, page: Page, view: View): Html {
  const here = page.path === path;
  const within = page.section === path || here;
  const state: Content = here ? html` aria-current="page"` : within && html` aria-current="true"`;
  return html`<li><a href="${view.href({ page: path })}" ${state}>${view.say(name)}</a></li>`;
}

/** Land in strips, as a common was divided. */
const mark = (view: View): Html => html`<img src="${view.path('icon.svg')}" alt="" width="24" height="24" />`;
