import type { Term } from '@rdfjs/types';
import { type Facts, inOrder, sortKey } from '../facts.ts';
import { html, type Html, join } from '../html.ts';
import type { Page } from '../page.ts';
import { wordsOf } from '../places.ts';
import type { Stage, View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { languageOf, placesOf } from './claim.ts';
import { nameLead } from './entity.ts';
import { placeWords } from './show-facts.ts';

/** The page that sets side by side where a report contradicts itself or slips. */
export function conflictsPage({ model, placeOf }: Stage): Page {
  const found = inOrder(model.instances('meent:Discrepancy'), (node) => sortKey(model, placeOf, node));
  const byKind = Map.groupBy(found, (node) => model.value(node, 'meent:discrepancyKind')?.value ?? '');
  const data = found.flatMap((node) => [...model.out(node)]);
  return {
    path: 'discrepancies',
    section: 'discrepancies',
    data: data.length > 0 ? data : undefined,
    title: (view) => ({ text: view.tell(moreWords.conflictsTitle) }),
    description: (view) => view.tell(moreWords.conflictsText),
    body: (view) =>
      html`<h1>${view.tell(moreWords.conflictsTitle)} <span class="count">${found.length}</span></h1>
        <p class="lead">${view.tell(moreWords.conflictsText)}</p>
        ${[...byKind.values()].map((group) => {
          const kind = model.value(group[0]!, 'meent:discrepancyKind');
          return html`<section>
            <h2>${kind && view.text(view.name(kind))} <span class="count">${group.length}</span></h2>
            ${group.map((node) => conflict(view, node))}
          </section>`;
        })}`,
  };
}

function conflict(view: View, node: Term): Html {
  const { model } = view;
  const note = model
    .values(node, 'skos:editorialNote')
    .find((each) => each.termType === 'Literal' && each.language === view.language);
  const things = inOrder(model.values(node, 'meent:involves'), (each) => sortKey(model, view.placeOf, each));
  const claims = things.filter((each) => model.kind(each) === 'claim');
  const others = things.filter((each) => model.kind(each) !== 'claim');
  return html`<article class="conflict">
    <h3>${view.link(node)}</h3>
    ${note && html`<p>${note.value}</p>`}${sides(view, node, claims)}${
      others.length > 0 &&
      html`<p class="quiet">
        ${view.tell(moreWords.involved)}:
        ${join(
          others.map((each) => view.link(each)),
          ', ',
        )}
      </p>`
    }${judgement(view, node)}
  </article>`;
}

/** The places, each with the claims that rest on or around it. */
export function sides(view: View, node: Term, claims: readonly Term[]): Html {
  const places = placesOf(view, node);
  const left = new Set(claims.map(({ value }) => value));
  const columns = places.map((place) => {
    const here = claims.filter((claim) =>
      placesOf(view, claim).some(({ start, end }) => start < place.end && place.start < end),
    );
    for (const { value } of here) left.delete(value);
    const words = place.holds ? wordsOf(place, 60) : undefined;
    return html`<li>
      <p class="quiet">${join([view.link(place.node), ...placeWords(view, place)], ' · ')}</p>
      ${words && html`<blockquote lang="${languageOf(view, place)}"><p>${words.before}<mark>${words.words}</mark>${words.after}</p></blockquote>`}${
        here.length > 0 &&
        html`<ul class="plain">
          ${here.map((each) => html`<li>${view.link(each)}</li>`)}
        </ul>`
      }
    </li>`;
  });
  const rest = claims.filter(({ value }) => left.has(value));
  return html`<ul class="sides">
    ${columns}${
      rest.length > 0 &&
      html`<li>
        <p class="quiet">${view.tell(moreWords.elsewhereInvolved)}</p>
        <ul class="plain">
          ${rest.map((each) => html`<li>${view.link(each)}</li>`)}
        </ul>
      </li>`
    }
  </ul>`;
}

function judgement(view: View, node: Term): Html {
  const favoured = view.model.value(node, 'meent:favours');
  if (!favoured)
    return html`<p class="quiet">
      <strong>${view.tell(moreWords.unknownYet)}.</strong> ${view.tell(moreWords.unknownYetText)}
    </p>`;
  const sources = view.model.values(node, 'dcterms:source').map((each) => view.link(each));
  return html`<p>
    <strong>${view.tell(moreWords.favoured)}</strong> ${view.link(favoured)}
    <small class="about">${join(sources, ' · ')}</small>
  </p>`;
}

/** What comes first on the page of a discrepancy: what is the matter, and both places. */
export function conflictLead(view: View, facts: Facts): Html {
  const { node } = facts;
  const claims = inOrder(
    view.model.values(node, 'meent:involves').filter((each) => view.model.kind(each) === 'claim'),
    (each) => sortKey(view.model, view.placeOf, each),
  );
  return html`${nameLead(view, facts)}${sides(view, node, claims)}${judgement(view, node)}`;
}
