import type { ExportFile } from '../export/export-file.ts';
import type { Language } from '../graph/language-map.ts';
import { framed, type Surroundings, twinOf } from './frame.ts';
import type { Page } from './page.ts';
import { asJsonLd, asTurtle } from './twins.ts';
import { type Stage, View } from './view.ts';

/** The languages of the site. */
export const siteLanguages: readonly Language[] = ['nl', 'en'];

/** The file of a page in a language. */
export const fileOf = (language: Language, page: string): string =>
  `${language}/${page && `${page}/`}index.html`;

/** A page in both languages, and its data beside it. */
export function* pageFiles(
  page: Page,
  stage: Stage,
  around: Surroundings,
  prefixes: ReadonlyMap<string, string>,
): Generator<ExportFile> {
  for (const language of siteLanguages) {
    const view = new View(stage, language, page.path);
    yield { name: fileOf(language, page.path), pieces: [around.hyphenate(framed(page, view, around).text)] };
  }
  // A further page has the data of the first.
  if (!page.data || page.twin !== undefined) return;
  yield { name: twinOf(page, 'ttl'), triples: page.data.length, pieces: [asTurtle(page.data, prefixes)] };
  yield { name: twinOf(page, 'jsonld'), triples: page.data.length, pieces: [asJsonLd(page.data, prefixes)] };
}
