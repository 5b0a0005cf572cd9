import type { Group } from '../facts.ts';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';
import { linkWords } from '../words/links.ts';
import { linkRecord, rulesOf, showRules } from './link-record.ts';
import { propertyLink } from './show-facts.ts';

/** The links of a thing to other data: how near, what it is called there, who says so, and whether a person has looked. */
export function showLinks(view: View, groups: readonly Group[]): Html | false {
  if (groups.length === 0) return false;
  const rules = rulesOf(
    view,
    groups.flatMap(({ quads }) => quads),
  );
  const row = ({ property, quads }: Group): Html =>
    html`<div>
      <dt>${propertyLink(view, property)}</dt>
      ${quads.map((quad) => html`<dd>${view.link(quad.object)}${linkRecord(view, quad, rules)}</dd>`)}
    </div>`;
  return html`<section class="recorded elsewhere">
    <h2>${view.tell(linkWords.elsewhere)}</h2>
    <dl class="facts">${groups.map(row)}</dl>
    ${showRules(view, rules)}
  </section>`;
}
