import { inOrder, sortKey } from '../facts.ts';
import { html } from '../html.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { namesAndTypes } from './lists.ts';

/** The page of all lists of terms. */
export function termsPage(stage: Stage): Page {
  const { model, placeOf } = stage;
  const schemes = inOrder(model.instances('skos:ConceptScheme'), (node) => sortKey(model, placeOf, node));
  return {
    path: 'term',
    section: 'term',
    data: namesAndTypes(stage, schemes, 'skos:ConceptScheme'),
    title: (view) => ({ text: view.say('terms') }),
    description: (view) => view.tell(moreWords.termsText),
    body: (view) =>
      html`<h1>${view.say('terms')}</h1>
        <p class="lead">${view.tell(moreWords.termsText)}</p>
        <ul class="cards">
          ${schemes.map((scheme) => {
            const terms = inOrder(model.subjects('skos:inScheme', scheme), (node) =>
              sortKey(model, placeOf, node),
            );
            const definition = model
              .values(scheme, 'skos:definition')
              .find((each) => each.termType === 'Literal' && each.language === view.language);
            return html`<li>
              <h2>${view.link(scheme)} <span class="count">${terms.length}</span></h2>
              ${definition && html`<p>${definition.value}</p>`}
              <p class="quiet">
                ${terms.slice(0, 6).map((each, index) => html`${index > 0 && ' · '}${view.text(view.name(each))}`)}${terms.length > 6 && ' …'}
              </p>
            </li>`;
          })}
        </ul>
        <p>
          <a href="${view.href({ page: 'ns' })}">${view.say('ontology')}</a> ·
          <a href="${view.href({ page: 'shapes' })}">${view.say('shapes')}</a>
        </p>`,
  };
}
