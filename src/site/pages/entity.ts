import type { Quad, Term } from '@rdfjs/types';
import { type Facts, factsOf, type Group, shownTriples } from '../facts.ts';
import { html, type Html, join } from '../html.ts';
import { expected, type Kind } from '../kinds.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { propertyWords } from '../words/properties.ts';
import { kindWords } from '../words/classes.ts';
import { term, type TermName, termName } from '../terms.ts';
import { showIncoming, showOutgoing } from './show-facts.ts';
import { showLinks } from './show-links.ts';
import type { Stage } from '../view.ts';
import { madeHow } from './made-how.ts';

/** How many entries of lists stand on one page: more would make it long to load and to read. */
const entriesOnPage = 20;

/** The page of the main menu that a thing of a kind is found through. */
export const sectionOf: Partial<Record<Kind, string>> = {
  actor: 'actor',
  characteristic: 'term',
  claim: 'claims',
  commons: 'commons',
  concept: 'term',
  contribution: 'report',
  discrepancy: 'discrepancies',
  document: 'document',
  event: 'report',
  initiative: 'initiative',
  report: 'report',
  scheme: 'term',
  text: 'report',
  value: 'value',
};

/** What a page about one thing shows above its facts. */
export interface Lead {
  readonly show: (view: View, facts: Facts) => Html;
  /** The properties of which that shows all that is said with them, from both sides. */
  readonly shows?: readonly TermName[];
}

/**
 * The pages about one thing: what is said of it and, on as many further pages as it takes, what is said with it.
 * @param lead what comes first; its name where it is absent.
 */
export function entityPages(stage: Stage, path: string, node: Term, lead: Lead = { show: nameLead }): Page[] {
  const { model, placeOf } = stage;
  const all = factsOf(model, placeOf, node);
  const kind = model.kind(node);
  const data = shownTriples(model, [all]);
  const shown = new Set(lead.shows?.map((name) => term(name).value));
  const isLeft = ({ property }: Group) => !shown.has(property.value);
  const isLink = (quad: Quad) => stage.links.of(quad) !== undefined;
  const own = split(all.out.filter(isLeft), isLink);
  const facts = { node, out: own.without, into: all.into.filter(isLeft) };
  const parts = inParts(facts.into);
  const [first = [], ...rest] = parts;
  const title = (view: View) => view.name(node);
  const common = { data, title, section: sectionOf[kind] };
  const pages = (view: View, number: number): Html | false =>
    parts.length > 1 && pageLinks(view, path, number, parts.length);
  return [
    {
      ...common,
      path,
      body: (view) =>
        html`<article class="thing ${kind}">
          <div class="head">${lead.show(view, all)}</div>
          ${first.length > 0 && html`<div class="refers">${showIncoming(view, first)}${pages(view, 1)}</div>`}
          <div class="side">
            <section class="recorded">
              <h2>${view.say('factsOf')}</h2>
              ${showOutgoing(view, facts)}${silence(view, all, kind)}
            </section>
            ${showLinks(view, own.having)} ${madeHow(view, node)}
          </div>
        </article>`,
    },
    ...rest.map((groups, index): Page => {
      const number = index + 2;
      return {
        ...common,
        twin: path,
        path: `${path}/${number}`,
        title: (view) => ({ text: `${view.name(node).text}, ${view.say('page', { number })}` }),
        body: (view) =>
          html`<p class="kicker">${view.link(node)}</p>
            <h1>${view.text(title(view))}</h1>
            <p>${view.say('pageOf', { number, all: parts.length })}</p>
            <div class="refers">${showIncoming(view, groups)}</div>
            ${pages(view, number)}`,
      };
    }),
  ];
}

/** What a thing is and is called. */
export function nameLead(view: View, { node }: Facts): Html {
  return html`<p class="kicker">${kindName(view, node)}</p>
    <h1>${view.text(view.name(node))}</h1>
    ${about(view, node)}`;
}

/** What sort of thing it is, as exactly as the graph says. */
export function kindName(view: View, node: Term): Html {
  const { model } = view;
  const kind = model.kind(node);
  const finer = (['meent:kind', 'org:classification', 'skos:inScheme'] as const).flatMap((property) =>
    model.values(node, property),
  );
  return join([kindWords[kind][view.language], ...finer.map((each) => view.link(each))], ' · ');
}

/** Definition and notes, other spellings. */
export function about(view: View, node: Term): Html {
  const { model } = view;
  const texts = (['skos:definition', 'rdfs:comment', 'skos:editorialNote', 'dcterms:description'] as const)
    .flatMap((property) => model.values(node, property))
    .filter((each) => each.termType === 'Literal' && (each.language === view.language || !each.language));
  // A word that both languages have is one spelling.
  const spellings = [...Map.groupBy(model.values(node, 'skos:altLabel'), ({ value }) => value).values()].map(
    ([first]) => first!,
  );
  const spelled = propertyWords['skos:altLabel']!.out![view.language]!;
  return html`${texts.map((each) => html`<p class="lead">${each.value}</p>`)}${
    spellings.length > 0 &&
    html`<p class="quiet">
      ${spelled}:
      ${join(
        spellings.map((each) => view.term(each)),
        ', ',
      )}
    </p>`
  }`;
}

/** What the graph could say of such a thing and does not. */
function silence(view: View, { out }: Facts, kind: Kind): Html | false {
  const said = new Set(out.map(({ property }) => termName(property.value)));
  const missing = (expected[kind] ?? []).filter((name) => !said.has(name));
  if (missing.length === 0) return false;
  const names = join(
    missing.map((name) => view.text(view.property(term(name)))),
    ', ',
  );
  const [before, after] = view.say('silenceText', { list: '\n' }).split('\n');
  return html`<p class="silent"><strong>${view.say('silence')}.</strong> ${before}${names}${after}</p>`;
}

/** Groups with what something is true of, and with what it is not. */
function split(
  groups: readonly Group[],
  isSo: (quad: Quad) => boolean,
): { readonly having: Group[]; readonly without: Group[] } {
  const those = (matches: (quad: Quad) => boolean): Group[] =>
    groups
      .map(({ property, quads }) => ({ property, quads: quads.filter(matches) }))
      .filter(({ quads }) => quads.length > 0);
  return { having: those(isSo), without: those((quad) => !isSo(quad)) };
}

/** Groups in parts of so many entries; a long one is divided. */
function inParts(groups: readonly Group[]): Group[][] {
  const parts: Group[][] = [];
  let room = 0;
  for (const { property, quads } of groups)
    for (let from = 0; from < quads.length;) {
      if (room === 0) {
        parts.push([]);
        room = entriesOnPage;
      }
      const some: readonly Quad[] = quads.slice(from, from + room);
      parts.at(-1)!.push({ property, quads: some });
      from += some.length;
      room -= some.length;
    }
  return parts;
}

function pageLinks(view: View, path: string, current: number, all: number): Html {
  const links = Array.from({ length: all }, (_, index) => {
    const number = index + 1;
    const page = number === 1 ? path : `${path}/${number}`;
    return html`<li>
      <a href="${view.href({ page })}" ${number === current && html` aria-current="page"`}>${number}</a>
    </li>`;
  });
  return html`<nav class="pages" aria-label="${view.say('pages')}">
    <ol>
      ${links}
    </ol>
  </nav>`;
}
