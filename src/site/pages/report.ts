import type { Quad, Term } from '@rdfjs/types';
import { factsOf, shownTriples } from '../facts.ts';
import { type Content, html, type Html, join } from '../html.ts';
import { mapOfText } from '../pictures/map-of-text.ts';
import type { Page } from '../page.ts';
import type { Numbered } from '../number-claims.ts';
import type { ShownText } from '../places.ts';
import type { Stage, View } from '../view.ts';
import { kindWords } from '../words/classes.ts';
import { pageWords } from '../words/pages.ts';
import { placesOf } from './claim.ts';
import { madeHow } from './made-how.ts';
import { markedText } from './marked-text.ts';

/** The page of a report: its claims beside its text, or beside a map of it where the text may not be shown. */
export function reportPage(stage: Stage, path: string, report: Term, texts: readonly ShownText[]): Page {
  const { model, placeOf } = stage;
  const claims = texts.flatMap(({ recorded }) => recorded.claims.map(({ node }) => node));
  const numbered = claims
    .map((node) => ({ node, number: stage.numberOf(node) ?? 0 }))
    .sort((a, b) => a.number - b.number);
  const event = model.value(report, 'schema:about');
  const facts = [report, ...(event ? [event] : [])].map((node) => factsOf(model, placeOf, node));
  const data = [
    ...shownTriples(model, facts),
    ...numbered.flatMap(({ node }): Quad[] => [
      ...model.out(node, 'rdfs:label'),
      ...model.out(node, 'meent:assertedDuring'),
      ...model.out(node, 'meent:anchoredIn'),
    ]),
  ];
  return {
    path,
    data: [...new Set(data)],
    section: 'report',
    title: (view) => view.name(report),
    description: (view) => view.name(report).text,
    body: (view) =>
      html`<p class="kicker">${kindWords.report[view.language]}</p>
        <h1>${view.text(view.name(report))}</h1>
        ${onThisPage(view, texts)}${about(view, report, event)}${conflicts(view, report)}
        <div class="viewer">
          <section class="claims" id="claims">
            <h2>${view.tell(pageWords.claimsWithPlaces)} <span class="count">${numbered.length}</span></h2>
            ${byContribution(view, numbered)}
          </section>
          ${texts.map((text, index) => beside(view, text, numbered, index === 0))}
        </div>
        ${madeHow(view, report)}`,
  };
}

/** The ways down: what comes first is long for who has a keyboard or a small screen. */
function onThisPage(view: View, texts: readonly ShownText[]): Html {
  return html`<nav aria-label="${view.tell(pageWords.onThisPage)}">
    <ul class="inline">
      <li><a href="#claims">${view.tell(pageWords.claimsWithPlaces)}</a></li>
      ${texts.slice(0, 1).map((text) => html`<li><a href="#text">${headingOf(view, text)}</a></li>`)}
    </ul>
  </nav>`;
}

const headingOf = (view: View, { isOpen }: ShownText): string =>
  isOpen ? view.tell(pageWords.textOfReport) : view.say('mapOfText');

/** Who, when and where; what the report does not say is said to be unsaid. */
function about(view: View, report: Term, event: Term | undefined): Html {
  const { model } = view;
  const row = (name: string, content: Content): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${content}</dd>
    </div>`;
  const outside = (property: 'schema:startDate' | 'schema:location'): Content => {
    const [quad] = event ? model.out(event, property) : [];
    if (!quad) return view.tell(pageWords.notInReport);
    if (!model.isFromOutside(quad)) return view.term(quad.object);
    const sources = model.values(event!, 'dcterms:source').map((each) => view.link(each));
    return html`${view.tell(pageWords.notInReport)}; ${view.say('fromOutside')}: ${view.term(quad.object)}
      <small class="about">${join(sources, ' · ')}</small>`;
  };
  const roles = Map.groupBy(
    event ? model.values(event, 'prov:qualifiedAssociation') : [],
    (association) => model.value(association, 'prov:hadRole')?.value ?? '',
  );
  const people = [...roles].map(([, associations]) => {
    const role = model.value(associations[0]!, 'prov:hadRole');
    const agents = associations.flatMap((each) => model.values(each, 'prov:agent'));
    return row(
      role ? view.name(role).text : view.tell(pageWords.organised),
      join(
        agents.map((each) => view.link(each)),
        ', ',
      ),
    );
  });
  const language = model.value(report, 'schema:inLanguage')?.value;
  return html`<dl class="facts about-report">
    ${event && row(view.tell(pageWords.reportEvent), view.link(event))}${people}${row(view.tell(pageWords.date), outside('schema:startDate'))}${row(view.tell(pageWords.venue), outside('schema:location'))}${language !== undefined && row(view.property({ termType: 'NamedNode', value: 'https://schema.org/inLanguage' } as Term).text, languageName(view, language))}
  </dl>`;
}

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
};

/** The name of a language, or its tag. */
export const languageName = ({ language }: View, tag: string): string => languages[tag]?.[language] ?? tag;

function conflicts(view: View, report: Term): Html | false {
  const found = view.model
    .instances('meent:Discrepancy')
    .filter(({ value }) => value.startsWith(`${report.value}/`));
  if (found.length === 0) return false;
  return html`<div class="notice">
    <p>
      ${view.tell(pageWords.conflictsHere, { number: found.length })}
      <a href="${view.href({ page: 'discrepancies' })}">${view.tell(pageWords.seeConflicts)}</a>.
    </p>
  </div>`;
}

function byContribution(view: View, numbered: readonly Numbered[]): Html {
  const { model } = view;
  const groups = Map.groupBy(numbered, ({ node }) => model.value(node, 'meent:assertedDuring')?.value ?? '');
  return html`${[...groups.values()].map((group) => {
    const contribution = model.value(group[0]!.node, 'meent:assertedDuring');
    return html`<h3>${contribution ? view.link(contribution) : view.tell(pageWords.withoutContribution)}</h3>
      <ol class="numbered">
        ${group.map((each) => entry(view, each))}
      </ol>`;
  })}`;
}

function entry(view: View, { node, number }: Numbered): Html {
  const first = placesOf(view, node)[0];
  return html` <li id="c${number}">
    ${first ? html`<a href="#t${first.start}">${number}</a>` : html`<span>${number}</span>`}
    ${view.link(node)}
  </li>`;
}

/** The text with the places marked, or a map of it. */
function beside(view: View, text: ShownText, numbered: readonly Numbered[], isFirst: boolean): Html {
  const note = view.tell(text.isOpen ? pageWords.evidenceShown : pageWords.evidenceNotShown);
  return html`<section class="text" ${isFirst && html` id="text"`}>
    <h2>${headingOf(view, text)}</h2>
    <p class="quiet">${note}</p>
    ${text.isOpen ? markedText(view, text, numbered) : mapOfText(view, text, numbered)}
  </section>`;
}
