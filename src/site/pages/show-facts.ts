import type { Quad, Term } from '@rdfjs/types';
import {
  type Facts,
  factsOf,
  type Group,
  isInside,
  isPart,
  summaryProperties,
  typeProperty,
} from '../facts.ts';
import { type Content, html, type Html, join } from '../html.ts';
import type { Place } from '../places.ts';
import { term } from '../terms.ts';
import type { View } from '../view.ts';
import { linkRecord, rulesOf, showRules } from './link-record.ts';

/** The list of what is said of a thing. */
export function showOutgoing(view: View, { node, out }: Facts): Html {
  if (out.length === 0) return html`<p>${view.say('nothingRecorded')}</p>`;
  return html`<dl class="facts">${out.map((group) => showGroup(view, node, group))}</dl>`;
}

function showGroup(view: View, node: Term, { property, quads }: Group): Html {
  return html`<div>
    <dt>${propertyLink(view, property)}</dt>
    ${quads.map((quad) => html`<dd>${showValue(view, quad, node)}${source(view, quad)}</dd>`)}
  </div>`;
}

/** The name of a property, which leads to its documentation. */
export function propertyLink(view: View, property: Term, side: 'out' | 'into' = 'out'): Html {
  return view.link(property, view.text(view.property(property, side)));
}

const source = (view: View, quad: Quad): Content =>
  view.model.isFromOutside(quad) && html` <small class="outside">${view.say('fromOutside')}</small>`;

function showValue(view: View, { object }: Quad, from: Term): Html {
  return isInside(view.model, object) ? showPart(view, object, from) : view.term(object);
}

/** A small thing with all that is said of it. */
export function showPart(view: View, part: Term, from?: Term): Html {
  const place = view.placeOf(part);
  if (place) return showPlace(view, place);
  const { out } = factsOf(view.model, view.placeOf, part);
  const told = out.filter(({ property }) => !hidden.has(property.value));
  return html`${view.link(part)}
    <dl class="part">
      ${told.map(
        ({ property, quads }) =>
          html`<div>
            <dt>${propertyLink(view, property)}</dt>
            ${quads.map(({ object }) => html`<dd>${from && object.equals(from) ? view.text(view.name(object)) : isInside(view.model, object) ? showPart(view, object) : view.term(object)}</dd>`)}
          </div>`,
      )}
    </dl>`;
}

/** What the name of a part says already. */
const hidden = new Set(
  [typeProperty, term('rdfs:label'), term('schema:value'), term('schema:currency')].map(({ value }) => value),
);

/** Where a place is: characters, paragraph, lines where they are known, and the digest of its words. */
export function showPlace(view: View, place: Place): Html {
  return html`${view.link(place.node)}
    <span class="quiet">${placeWords(view, place).map((each) => `· ${each} `)}</span>
    <details class="digest">
      <summary>${view.say('digest')}</summary>
      <code>${place.digest}</code> ${checkedWords(view, place)}
    </details>`;
}

/** Paragraph and lines of a place. */
export function placeWords(view: View, { text, paragraph, lines }: Place): string[] {
  const all = text.recorded.paragraphs.length;
  return [
    ...(paragraph !== undefined ? [view.say('paragraphNumber', { number: paragraph + 1, all })] : []),
    ...(lines
      ? [lines.first === lines.last ? view.say('line', { first: lines.first }) : view.say('lines', lines)]
      : []),
  ];
}

/** Whether the words are still those that were recorded. */
export const checkedWords = (view: View, { holds }: Place): string =>
  view.say(holds === undefined ? 'placeUnchecked' : holds ? 'placeHolds' : 'placeBroken');

/** What is said with a thing as value, property by property. */
export function showIncoming(view: View, into: readonly Group[]): Html {
  return join(into.map((group) => showSection(view, group)));
}

function showSection(view: View, { property, quads }: Group): Html {
  const heading = html`<h2>
    ${propertyLink(view, property, 'into')} <span class="count">${quads.length}</span>
  </h2>`;
  const rules = rulesOf(view, quads);
  return html`<section class="incoming">
    ${heading}
    <ul class="things">
      ${quads.map((quad) => html`<li>${showSubject(view, quad)}${source(view, quad)}${linkRecord(view, quad, rules)}</li>`)}
    </ul>
    ${showRules(view, rules)}
  </section>`;
}

function showSubject(view: View, { subject, object }: Quad): Html {
  const { model } = view;
  if (isPart(model, subject) && model.kind(subject) !== 'anchor') {
    const outer = model.into(subject);
    return html`${showPart(view, subject, object)}${
      outer.length > 0 &&
      html`<dl class="part">
        ${outer.map(
          (quad) =>
            html`<div>
              <dt>${propertyLink(view, quad.predicate, 'into')}</dt>
              <dd>${view.link(quad.subject)}</dd>
            </div>`,
        )}
      </dl>`
    }`;
  }
  return showThing(view, subject, object);
}

/** The entry of a thing in a list: its name, and of a claim who makes it and how it is presented. */
export function showThing(view: View, node: Term, from?: Term): Html {
  const { model } = view;
  if (model.kind(node) !== 'claim') return view.link(node);
  const about = summaryProperties
    .flatMap((property) => model.values(node, property))
    .map((value) => (from && value.equals(from) ? undefined : view.link(value)))
    .filter((each) => each !== undefined);
  return html`${view.link(node)}${about.length > 0 && html` <small class="about">${join(about, ' · ')}</small>`}`;
}
