import type { Term } from '@rdfjs/types';
import type { Address } from '../addresses.ts';
import type { Matrix } from '../count-matrix.ts';
import { type Content, html } from '../html.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { toolWords } from '../words/tools.ts';
import { showThing } from './show-facts.ts';
import type { Model } from '../model.ts';

/** How many claims of an actor a page shows; that of the actor has all. */
const most = 100;

/** Where the claims behind a number of the matrix stand; undefined where a value or actor has no page. */
export function claimsBehind(model: Model, value: Term, actor?: Term): Address | undefined {
  const page = model.address(value)?.page;
  if (page === undefined) return undefined;
  if (!actor) return { page: `matrix/${page}` };
  const own = model.address(actor)?.page;
  return own === undefined ? undefined : { page: `matrix/${page}`, fragment: own.replaceAll('/', '-') };
}

/** A page for each value, with its claims by actor: what stands behind the numbers of a row of the matrix. */
export function matrixClaimPages({ model }: Stage, { actors, values, claimsOf }: Matrix): Page[] {
  return values.flatMap((value): Page[] => {
    const address = claimsBehind(model, value);
    if (!address) return [];
    const groups = actors
      .map((actor) => [actor, claimsOf(actor, value)] as const)
      .filter(([, claims]) => claims.length > 0);
    // A claim that two actors make stands with both, and its data once.
    const partOf = (actor: Term): Content => {
      const part = claimsBehind(model, value, actor)?.fragment;
      return part !== undefined && html` id="${part}"`;
    };
    const claims = new Set(groups.flatMap(([, each]) => each));
    const ends = [value, ...groups.map(([actor]) => actor)];
    return [
      {
        path: address.page,
        section: 'matrix',
        title: (view) => ({ text: view.tell(toolWords.claimsBehind, { value: view.name(value).text }) }),
        data: [
          ...[...claims].flatMap((claim) => [
            ...model.out(claim, 'meent:assertedBy'),
            ...model.out(claim, 'meent:invokesValue').filter(({ object }) => object.equals(value)),
            ...model.out(claim, 'rdfs:label'),
          ]),
          ...ends.flatMap((end) => [...model.out(end, 'skos:prefLabel'), ...model.out(end, 'rdfs:label')]),
        ],
        body: (view) =>
          html`<p class="kicker">
              <a href="${view.href({ page: 'matrix' })}">${view.tell(moreWords.matrixTitle)}</a>
            </p>
            <h1>${view.tell(toolWords.claimsBehind, { value: view.name(value).text })}</h1>
            <p class="lead">${view.tell(toolWords.claimsBehindText)} ${view.link(value)}.</p>
            ${groups.map(
              ([actor, each]) =>
                html`<section${partOf(actor)}>
                  <h2>${view.link(actor)} <span class="count">${each.length}</span></h2>
                  <ul class="things">
                    ${each.slice(0, most).map((claim) => html`<li>${showThing(view, claim)}</li>`)}
                  </ul>
                  ${each.length > most && html`<p class="quiet">${view.tell(moreWords.firstRows, { shown: most, all: each.length })}</p>`}
                </section>`,
            )}`,
      },
    ];
  });
}
