import type { Term } from '@rdfjs/types';
import { inOrder, sortKey } from '../facts.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import type { TermName } from '../terms.ts';
import type { Stage, View } from '../view.ts';
import { pageWords } from '../words/pages.ts';
import { namesAndTypes } from './lists.ts';
import { showThing } from './show-facts.ts';

/** By what claims can be chosen. */
const facets = [
  ['speaker', 'meent:assertedBy'],
  ['framing', 'meent:framing'],
  ['modality', 'meent:modality'],
  ['value', 'meent:invokesValue'],
  ['status', 'adms:status'],
] as const satisfies readonly (readonly [keyof typeof pageWords, TermName])[];

/** How many claims stand on one page. */
const claimsOnPage = 400;

interface Facet {
  readonly name: (typeof facets)[number][0];
  readonly property: TermName;
  /** The values with how many claims have each, the most frequent first. */
  readonly values: readonly (readonly [value: Term, count: number])[];
}

/** The pages with all claims, and the stylesheet by which choices take effect without a script. */
export function claimsPages(stage: Stage): { pages: Page[]; styles: string } {
  const { model, placeOf } = stage;
  const claims = inOrder(model.instances('meent:Claim'), (node) => sortKey(model, placeOf, node));
  const parts: Term[][] = [];
  for (let from = 0; from < claims.length || from === 0; from += claimsOnPage)
    parts.push(claims.slice(from, from + claimsOnPage));
  const all = parts.map((part) => facetsOf(stage, part));
  const names = classNames(all.flat());
  const pages = parts.map((part, index): Page => {
    const number = index + 1;
    return {
      path: index === 0 ? 'claims' : `claims/${number}`,
      section: 'claims',
      styles: 'claims.css',
      title: (view) => ({
        text: view.tell(pageWords.allClaims) + (index > 0 ? `, ${view.say('page', { number })}` : ''),
      }),
      description: (view) => view.tell(pageWords.allClaimsText),
      data: namesAndTypes(stage, part, 'meent:Claim'),
      body: (view) =>
        html`<h1>${view.tell(pageWords.allClaims)} <span class="count">${claims.length}</span></h1>
          <p class="lead">${view.tell(pageWords.allClaimsText)}</p>
          ${chooser(view, all[index]!, names)}
          <ol class="things choice">
            ${part.map((node) => html`<li class="${classesOf(view, node, names)}">${showThing(view, node)}</li>`)}
          </ol>
          <p class="shown">${view.tell(pageWords.shown)}</p>
          ${parts.length > 1 && otherPages(view, number, parts.length)}${singleChoices(view, all[index]!)}`,
    };
  });
  return { pages, styles: stylesFor(all, names) };
}

function facetsOf({ model }: Stage, claims: readonly Term[]): Facet[] {
  return facets.map(([name, property]) => {
    const counts = new Map<string, [Term, number]>();
    for (const value of claims.flatMap((claim) => model.values(claim, property))) {
      const known = counts.get(value.value);
      if (known) known[1]++;
      else counts.set(value.value, [value, 1]);
    }
    const values = [...counts.values()].sort(
      ([a, most], [b, more]) => more - most || (a.value < b.value ? -1 : 1),
    );
    return { name, property, values };
  });
}

/** A class for each value of each facet: the same for all pages. */
function classNames(all: readonly Facet[]): ReadonlyMap<string, string> {
  const values = all.flatMap(({ property, values }) => values.map(([value]) => `${property} ${value.value}`));
  return new Map([...new Set(values)].sort().map((value, index) => [value, `f${index.toString(36)}`]));
}

const classesOf = (view: View, claim: Term, names: ReadonlyMap<string, string>): string =>
  facets
    .flatMap(([, property]) =>
      view.model.values(claim, property).map(({ value }) => names.get(`${property} ${value}`)),
    )
    .join(' ');

function chooser(view: View, all: readonly Facet[], names: ReadonlyMap<string, string>): Html {
  return html`<form class="facets" aria-label="${view.tell(pageWords.choose)}">
    ${all.map(
      ({ name, property, values }) =>
        html`<p>
          <label for="by-${name}">${view.tell(pageWords[name])}</label
          ><select id="by-${name}">
            <option value="">${view.tell(pageWords.any)}</option>
            ${values.map(([value, count]) => html`<option value="${names.get(`${property} ${value.value}`)}">${view.name(value).text} (${count})</option>`)}
          </select>
        </p>`,
    )}
    <p><button type="reset">${view.tell(pageWords.reset)}</button></p>
  </form>`;
}

/** The same choices one by one, as pages that can be linked to. */
function singleChoices(view: View, all: readonly Facet[]): Html {
  return html`<details class="choices">
    <summary>${view.tell(pageWords.browse)}</summary>
    ${all.map(
      ({ name, values }) =>
        html`<h2>${view.tell(pageWords[name])}</h2>
          <ul class="inline">
            ${values.map(([value, count]) => html`<li>${view.link(value)} <span class="count">${count}</span></li>`)}
          </ul>`,
    )}
  </details>`;
}

function otherPages(view: View, current: number, all: number): Html {
  return html`<nav class="pages" aria-label="${view.say('pages')}">
    <ol>
      ${Array.from({ length: all }, (_, index) => html`<li><a href="${view.href({ page: index === 0 ? 'claims' : `claims/${index + 1}` })}" ${current === index + 1 && html` aria-current="page"`}>${index + 1}</a></li>`)}
    </ol>
  </nav>`;
}

/** What hides the claims that are not chosen: a rule for each value, from names that we made ourselves. */
function stylesFor(all: readonly (readonly Facet[])[], names: ReadonlyMap<string, string>): string {
  const used = new Set(
    all
      .flat()
      .flatMap(({ property, values }) => values.map(([value]) => names.get(`${property} ${value.value}`)!)),
  );
  const classes = [...used].sort();
  return `${classes.map((name) => `main:has(option[value='${name}']:checked) .choice > li:not(.${name})`).join(',\n')} {\n  display: none;\n}\n`;
}
