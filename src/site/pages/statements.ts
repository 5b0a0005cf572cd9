import type { Config } from '../../project/config.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';

/** How accessible the site is, and where errors can be told. */
export const statementPages = (config: Config): Page[] => [
  {
    path: 'accessibility',
    title: (view) => ({ text: view.tell(moreWords.accessibilityTitle) }),
    body: (view) =>
      html`<article class="prose">
        <h1>${view.tell(moreWords.accessibilityTitle)}</h1>
        <p class="draft">${view.tell(moreWords.accessibilityDraft)}</p>
        <p class="lead">${view.tell(moreWords.accessibilityAim)}</p>
        <p>${view.tell(moreWords.accessibilityHelp)}</p>
        <p>${view.tell(moreWords.accessibilityTested)}</p>
        <p>${view.tell(moreWords.accessibilityNot)}</p>
        <h2>${view.tell(moreWords.accessibilityTell)}</h2>
        ${contact(view, config)}
      </article>`,
  },
  {
    path: 'corrections',
    title: (view) => ({ text: view.tell(moreWords.correctionsTitle) }),
    body: (view) =>
      html`<article class="prose">
        <h1>${view.tell(moreWords.correctionsTitle)}</h1>
        <p class="lead">${view.tell(moreWords.correctionsText)}</p>
        <p>${view.tell(moreWords.correctionsRemoval)}</p>
        <p>${view.tell(moreWords.correctionsHow)}</p>
        ${contact(view, config)}
      </article>`,
  },
];

const contact = (view: View, { contact: address }: Config): Html =>
  address === undefined
    ? html`<p>${view.tell(moreWords.noContact)}</p>`
    : html`<p>${view.tell(moreWords.contact)} <a href="mailto:${address}">${address}</a>.</p>`;
