import { within } from '../../evidence/coverage.ts';
import { html, type Html } from '../html.ts';
import { placesOf } from '../pages/claim.ts';
import type { Numbered } from '../number-claims.ts';
import type { ShownText } from '../places.ts';
import type { View } from '../view.ts';
import { pageWords } from '../words/pages.ts';
import { short } from './svg.ts';

const width = 300;

/**
 * A map of a text without its words: a bar for each paragraph, as long as its text, with a mark for each place that a
 * claim rests on. It is a table, so that its numbers can be read too.
 */
export function mapOfText(view: View, text: ShownText, numbered: readonly Numbered[]): Html {
  const { paragraphs } = text.recorded;
  const longest = paragraphs.reduce((most, { start, end }) => Math.max(most, end - start), 1);
  const scale = width / longest;
  const places = numbered.flatMap(({ node }) => placesOf(view, node).filter((place) => place.text === text));
  // A mark that several claims rest on is drawn once.
  const marks = [...new Map(places.map((place) => [place.node.value, place])).values()];
  const firsts = new Set<number>();
  const rows = paragraphs.map((paragraph) => {
    const here = marks.filter((place) => within(place, paragraph));
    const claims = numbered.filter(({ node }) =>
      placesOf(view, node).some((place) => within(place, paragraph)),
    );
    const length = paragraph.end - paragraph.start;
    const bars = here.map(({ start, end }) => {
      const isFirst = !firsts.has(start);
      firsts.add(start);
      return html`<rect${isFirst && html` id="t${start}"`}
        x="${short((start - paragraph.start) * scale)}"
        width="${short(Math.max(2, (end - start) * scale - 1))}"
      />`;
    });
    return html` <tr>
      <th scope="row">
        ${view.link(paragraph.node)}<svg class="bar" viewBox="0 0 ${width} 16" aria-hidden="true">
          <rect width="${short(length * scale)}" />
          ${bars}
        </svg>
      </th>
      <td class="number">${claims.length}</td>
      <td class="number">${length}</td>
    </tr>`;
  });
  return html`<table class="map">
    <caption>
      ${view.say('mapText')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${view.tell(pageWords.paragraph)}</th>
        <th scope="col" class="number">${view.tell(pageWords.claimsMade)}</th>
        <th scope="col" class="number">${view.tell(pageWords.charactersCount)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
