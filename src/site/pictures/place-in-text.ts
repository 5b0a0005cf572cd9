import { html, type Html } from '../html.ts';
import type { Place } from '../places.ts';
import type { View } from '../view.ts';
import { drawing, short } from './svg.ts';

const width = 600;
const height = 26;

/** The whole text as one bar, divided in paragraphs, with the places in it that something rests on. */
export function placeInText(view: View, places: readonly Place[]): Html {
  const { text } = places[0]!;
  const scale = width / Math.max(1, text.length);
  // One path for all of them, as thick as the stylesheet says: there may be many.
  const paragraphs = text.recorded.paragraphs
    .map(({ start, end }) => {
      return `M${short(start * scale)} 13h${short(Math.max(1, (end - start) * scale - 1))}`;
    })
    .join('');
  const here = places.filter((place) => place.text === text);
  const marks = here.map(
    ({ start, end }) =>
      html`<rect
        class="mark"
        x="${short(start * scale)}"
        y="2"
        width="${short(Math.max(3, (end - start) * scale))}"
        height="22"
        rx="1"
      />`,
  );
  const ranges = here.map(({ start, end }) => `${start}–${end}`).join(', ');
  return drawing('place', {
    name: view.say('mapHere'),
    description: view.say('mapHereText', { ranges, all: text.length }),
    width,
    height,
    className: 'strip',
    content: html`<path class="paragraph" d="${paragraphs}" />${marks}`,
  });
}
