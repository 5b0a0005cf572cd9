import { html, type Html, join } from '../html.ts';
import type { ShownText } from '../places.ts';
import type { View } from '../view.ts';
import { languageOf, placesOf } from './claim.ts';
import type { Numbered } from '../number-claims.ts';

/**
 * The text of a report with the places of claims marked. Every character of the text is there in its order and none
 * besides, so that what is shown can be held against the text; numbers come from the stylesheet.
 */
export function markedText(view: View, text: ShownText, numbered: readonly Numbered[]): Html {
  const source = text.source!;
  const claims = numbered.map(({ node, number }) => ({
    node,
    number,
    places: placesOf(view, node).filter((place) => place.text === text && place.holds),
  }));
  const edges = new Set([0, source.length]);
  for (const { places } of claims) for (const { start, end } of places) edges.add(start).add(end);
  for (const { start, end } of text.recorded.paragraphs) edges.add(start).add(end);
  const cuts = [...edges].filter((edge) => edge >= 0 && edge <= source.length).sort((a, b) => a - b);
  const opened = new Map<number, (typeof claims)[number][]>();
  for (const claim of claims)
    for (const { start } of claim.places.slice(0, 1)) {
      const known = opened.get(start);
      if (known) known.push(claim);
      else opened.set(start, [claim]);
    }
  const ranges = claims.flatMap(({ places }) => places).sort((a, b) => a.start - b.start);
  const isMarked = covering(ranges);
  const starts = new Map(text.recorded.paragraphs.map(({ start, end }) => [start, end]));
  let until: number | undefined;
  const pieces: Html[] = [];
  let paragraph: Html[] | undefined;
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1]!;
    if (until !== undefined && from >= until) {
      pieces.push(html`<p>${paragraph!}</p>`);
      paragraph = until = undefined;
    }
    if (paragraph === undefined && starts.has(from)) {
      paragraph = [];
      until = starts.get(from);
    }
    const words = source.slice({ start: from, end: to });
    // No white space between: it would not be the text's.
    // prettier-ignore
    const anchors = (opened.get(from) ?? []).map(
      ({ number }, order) => html`<a${order === 0 && html` id="t${from}"`} href="#c${number}" aria-label="${number}"></a>`,
    );
    (paragraph ?? pieces).push(html`${anchors}${isMarked(from) ? html`<mark>${words}</mark>` : words}`);
  }
  if (paragraph) pieces.push(html`<p>${paragraph}</p>`);
  const place = ranges[0];
  // prettier-ignore
  return html`<div class="source" id="src" lang="${place ? languageOf(view, place) : 'und'}">${join(pieces)}</div>`;
}

/** Tells whether a position lies in one of some ranges, asked from left to right. */
function covering(ranges: readonly { start: number; end: number }[]): (position: number) => boolean {
  let index = 0;
  let furthest = -1;
  return (position) => {
    while (index < ranges.length && ranges[index]!.start <= position)
      furthest = Math.max(furthest, ranges[index++]!.end);
    return position < furthest;
  };
}
