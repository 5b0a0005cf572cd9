import { html } from '../html.ts';
import type { Page } from '../page.ts';
import { foundKinds } from '../search-index.ts';
import type { View } from '../view.ts';
import { toolWords } from '../words/tools.ts';
import { browse } from './home.ts';

/**
 * The page to search on. Without a script it says how things are found otherwise.
 * @param size of the index.
 */
export const searchPage = (size: { readonly bytes: number; readonly entries: number }): Page => ({
  path: 'search',
  title: (view) => ({ text: view.say('search') }),
  description: (view) => view.tell(toolWords.searchText),
  script: 'search.js',
  body: (view) =>
    html`<h1>${view.say('search')}</h1>
      <p class="lead">${view.tell(toolWords.searchText)}</p>
      <noscript>
        <p class="notice">${view.tell(toolWords.searchNeedsScript)}</p>
      </noscript>
      <form
        role="search"
        id="search"
        hidden
        data-index="${view.path('search-index.js')}"
        data-kinds="${foundKinds.map((kind) => view.tell(toolWords[kind])).join('|')}"
        data-many="${view.tell(toolWords.foundMany, open)}"
        data-one="${view.tell(toolWords.foundOne)}"
        data-none="${view.tell(toolWords.foundNone)}"
        data-first="${view.tell(toolWords.foundFirst, open)}"
        data-failed="${view.tell(toolWords.indexFailed)}"
      >
        <label for="sought">${view.tell(toolWords.sought)}</label>
        <input type="search" id="sought" autocomplete="off" spellcheck="false" aria-describedby="how" />
        <p id="how" class="quiet">${view.tell(toolWords.searchHow)}</p>
      </form>
      <p role="status" id="found" class="quiet"></p>
      <ul class="things results" id="results" hidden></ul>
      <h2>${view.tell(toolWords.withoutSearch)}</h2>
      ${browse(view)}
      <p class="quiet">${view.tell(toolWords.indexSize, sizeOf(view, size))}</p>`,
});

/** The script fills these in. */
const open = { number: '{number}', shown: '{shown}' };

const sizeOf = (view: View, { bytes, entries }: { bytes: number; entries: number }) => ({
  entries: view.number(entries),
  size: view.number((bytes / 1000).toFixed(1)),
});
