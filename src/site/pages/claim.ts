import type { Term } from '@rdfjs/types';
import type { Facts } from '../facts.ts';
import { type Content, html, type Html, join } from '../html.ts';
import { claimsAround } from '../pictures/around.ts';
import { placeInText } from '../pictures/place-in-text.ts';
import { type Place, wordsOf } from '../places.ts';
import type { View } from '../view.ts';
import { kindWords } from '../words/classes.ts';
import { checkedWords, placeWords } from './show-facts.ts';

/** What comes first on the page of a claim: the claim, who makes it, where it stands, and what other claims say of it. */
export function claimLead(view: View, { node }: Facts): Html {
  const { model } = view;
  const places = placesOf(view, node);
  const special = (['meent:Estimate', 'meent:Recommendation'] as const).filter((name) =>
    model.isA(node, name),
  );
  const kicker = [
    kindWords.claim[view.language],
    ...special.map((name) => view.tell(specialWords[name])),
    ...model.values(node, 'meent:framing').map((each) => view.link(each)),
    ...model.values(node, 'meent:modality').map((each) => view.link(each)),
  ];
  return html`<p class="kicker">${join(kicker, ' · ')}</p>
    <h1 class="claim">${view.text(view.name(node))}</h1>
    <p class="quiet">${view.say('inOurWords')}</p>
    ${notices(view, node)}
    <div class="pair">
      <section>
        <h2>${view.say('whoSays')}</h2>
        ${chain(view, node, places)}
      </section>
      <section>
        <h2>${view.say('where')}</h2>
        ${whereabouts(view, node, places)}
      </section>
    </div>
    ${claimsAround(view, node)}`;
}

const specialWords = {
  'meent:Estimate': { nl: 'schatting', en: 'estimate' },
  'meent:Recommendation': { nl: 'aanbeveling', en: 'recommendation' },
} as const;

/** The places that something rests on, in the order of the text. */
export const placesOf = (view: View, node: Term): Place[] =>
  view.model
    .values(node, 'meent:anchoredIn')
    .flatMap((anchor) => view.placeOf(anchor) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);

/** That the report contradicts itself, and what else was noticed. */
function notices(view: View, node: Term): Content {
  const { model } = view;
  const against = model.values(node, 'meent:contradicts');
  const found = model.subjects('meent:involves', node);
  if (against.length + found.length === 0) return '';
  return html` <div class="notice${against.length > 0 && ' strong'}">
    ${against.length > 0 && html`<p><strong>${view.say('contradictsNotice')}</strong></p>`}
    <ul>
      ${against.map((each) => html`<li>${inSentence(view, 'contradictsOther', 'claim', each)}</li>`)}${found.map((each) => html`<li>${inSentence(view, 'discrepancyNotice', 'discrepancy', each)}</li>`)}
    </ul>
  </div>`;
}

function inSentence(
  view: View,
  key: 'contradictsOther' | 'discrepancyNotice',
  name: string,
  node: Term,
): Html {
  const [before, after] = view.say(key, { [name]: '\n' }).split('\n');
  return html`${before}${view.link(node)}${after}`;
}

/** From whoever first said it to whoever wrote it down here. */
function chain(view: View, node: Term, places: readonly Place[]): Html {
  const { model } = view;
  const documents = model.values(node, 'cito:citesAsEvidence');
  const speakers = model.values(node, 'meent:assertedBy');
  const [mode] = model.values(node, 'meent:attributionMode');
  const [during] = model.values(node, 'meent:assertedDuring');
  const isNarrator = mode?.value.endsWith('/attribution/narrator') ?? false;
  const by = isNarrator ? 'chainNarrator' : documents.length > 0 ? 'chainCites' : 'chainSpeaker';
  const reports = reportsOf(view, places);
  const steps: (Html | false)[] = [
    documents.length > 0 && step(view.say('chainDocument'), links(view, documents)),
    speakers.length > 0 &&
      step(
        view.say(by),
        html`${links(view, speakers)}${mode && !isNarrator && html` <small class="about">${view.link(mode)}</small>`}${during && html` <small class="about">${view.link(during)}</small>`}`,
      ),
    reports.length > 0 && step(view.say('chainReport'), links(view, reports)),
    step(view.say('chainRecord'), ''),
  ];
  return html`<ol class="chain">
    ${steps}
  </ol>`;
}

const step = (how: string, who: Content): Html => html`<li><span class="how">${how}</span> ${who}</li>`;

const links = (view: View, nodes: readonly Term[]): Html =>
  join(
    nodes.map((each) => view.link(each)),
    ', ',
  );

/** The reports whose texts some places are in. */
export function reportsOf(view: View, places: readonly Place[]): Term[] {
  const reports = places.flatMap(({ text }) =>
    view.model.values(text.recorded.node, 'schema:encodesCreativeWork'),
  );
  return [...new Map(reports.map((each) => [each.value, each])).values()];
}

/** Where in the text a claim stands; its words only where they may be shown. */
function whereabouts(view: View, node: Term, places: readonly Place[]): Html {
  const entries = places.map((place) => {
    const paragraph =
      place.paragraph === undefined ? undefined : place.text.recorded.paragraphs[place.paragraph];
    return html`<li>
      ${paragraph ? view.link(paragraph.node) : view.say('outsideParagraphs')}<br /><span class="quiet"
        >${[view.say('characters', { start: place.start, end: place.end }), ...placeWords(view, place)].join(' · ')}</span
      >${passage(view, place)}<br /><span class="quiet">${checkedWords(view, place)}</span>
    </li>`;
  });
  const [report] = reportsOf(view, places);
  const address = report && view.model.address(report);
  const number = view.numberOf(node);
  return html`<ul class="places">
      ${entries}
    </ul>
    ${places[0] && placeInText(view, places)}${address && html`<p><a href="${view.href({ page: address.page, fragment: number === undefined ? undefined : `c${number}` })}">${view.say(places[0]?.text.isOpen ? 'readInText' : 'readThere')}</a></p>`}`;
}

function passage(view: View, place: Place): Content {
  const words = place.holds ? wordsOf(place) : undefined;
  if (!words) return '';
  const language = languageOf(view, place);
  return html`<figure class="passage">
    <figcaption>${view.say('passage')}</figcaption>
    <blockquote lang="${language}">
      <p>${words.before}<mark>${words.words}</mark>${words.after}</p>
    </blockquote>
  </figure>`;
}

/** The language that a report is written in. */
export function languageOf(view: View, place: Place): string {
  const [report] = reportsOf(view, [place]);
  return (report && view.model.value(report, 'schema:inLanguage')?.value) ?? 'und';
}
