import type { TextFile } from '../export/description/file.ts';
import type { ExportFile } from '../export/export-file.ts';
import type { Language } from '../graph/language-map.ts';
import { contentPolicy, type Surroundings } from './frame.ts';
import { escape, html, type Html } from './html.ts';
import { fileOf, siteLanguages } from './site.ts';
import { fill, type SentenceKey, sentences } from './words/sentences.ts';

const languages: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };

/** The pages outside the languages, what search engines may read, and the description at its well-known place. */
export function startFiles({ version }: Surroundings, description: readonly TextFile[]): ExportFile[] {
  const void_ = description.find(({ name }) => name === 'void.ttl');
  return [
    {
      name: 'index.html',
      pieces: [
        bare(
          'chooseLanguage',
          version,
          './',
          () =>
            html`<ul class="inline big">
              ${siteLanguages.map((each) => html`<li><a href="${each}/" lang="${each}" hreflang="${each}">${languages[each]}</a></li>`)}
            </ul>`,
        ),
      ],
    },
    {
      name: '404.html',
      pieces: [
        bare(
          'notFound',
          version,
          '/',
          (language) =>
            html`<p lang="${language}">${fill(sentences.notFoundText, language)}</p>
              <p lang="${language}">
                <a href="/${language}/" hreflang="${language}">${languages[language]}</a>
              </p>`,
        ),
      ],
    },
    { name: 'robots.txt', pieces: ['User-agent: *\nAllow: /\n'] },
    // VoID §6.2: where a server has the description of its data sets.
    ...(void_ ? [{ name: '.well-known/void', triples: void_.triples, pieces: [void_.text] }] : []),
  ];
}

/** A page in both languages at once, for who has not chosen one. */
function bare(
  title: SentenceKey,
  version: string,
  root: string,
  content: (language: Language) => Html,
): string {
  const titles = siteLanguages.map((each) => fill(sentences[title], each));
  const parts = title === 'notFound' ? siteLanguages.map(content) : [content('nl')];
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy(false)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${titles.join(' · ')}</title>
        <link rel="stylesheet" href="${root}style.css" />
        <link rel="icon" type="image/svg+xml" href="${root}icon.svg" />
      </head>
      <body>
        <main>
          <h1>${titles[0]} <span class="quiet" lang="en">· ${titles[1]}</span></h1>
          ${parts}
        </main>
        <footer class="site"><p>${fill(sentences.madeWith, 'nl', { version })}</p></footer>
      </body>
    </html> `.text;
}

/** All pages in both languages, each naming the other (Sitemaps 0.90, with hreflang as search engines read it). */
export function sitemap(paths: readonly string[], site: string): ExportFile {
  const address = (language: Language, path: string) =>
    escape(site + encodeURI(fileOf(language, path).replace(/index\.html$/, '')));
  const entries = paths.flatMap((path) =>
    siteLanguages.map(
      (language) =>
        `<url><loc>${address(language, path)}</loc>${siteLanguages.map((each) => `<xhtml:link rel="alternate" hreflang="${each}" href="${address(each, path)}"/>`).join('')}</url>\n`,
    ),
  );
  return {
    name: 'sitemap.xml',
    pieces: [
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n',
      ...entries,
      '</urlset>\n',
    ],
  };
}
