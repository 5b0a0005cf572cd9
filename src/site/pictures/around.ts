import type { Term } from '@rdfjs/types';
import { inOrder, sortKey } from '../facts.ts';
import { type Content, html, type Html, join } from '../html.ts';
import { term, type TermName } from '../terms.ts';
import { propertyLink } from '../pages/show-facts.ts';
import type { View } from '../view.ts';
import { drawing, wrapped } from './svg.ts';

/** The properties between claims that this shows, from both sides. */
export const relations: readonly TermName[] = [
  'meent:contradicts',
  'cito:supports',
  'cito:qualifies',
  'meent:respondsTo',
  'meent:restates',
];

const width = 420;
const columns = 52;
const lineHeight = 17;
const shown = 4;

interface Neighbour {
  readonly node: Term;
  readonly name: TermName;
  readonly side: 'out' | 'into';
}

/** The claims that a claim speaks of or that speak of it, as a drawing and as a table; nothing where there are none. */
export function claimsAround(view: View, claim: Term): Html | false {
  const { model, placeOf } = view;
  const sorted = (nodes: Term[]) => inOrder(nodes, (node) => sortKey(model, placeOf, node));
  const above = relations.flatMap((name) =>
    sorted(model.subjects(name, claim)).map((node): Neighbour => ({ node, name, side: 'into' })),
  );
  const below = relations.flatMap((name) =>
    sorted(model.values(claim, name)).map((node): Neighbour => ({ node, name, side: 'out' })),
  );
  if (above.length + below.length === 0) return false;
  const rows = [...above, ...below];
  // A contradiction goes both ways, and is drawn once.
  const drawn = above.filter(({ name }) => name !== 'meent:contradicts');
  return html`<section class="around">
    <h2>${view.say('around')}</h2>
    <div class="pair">
      <figure>
        ${draw(view, claim, drawn, below)}
        <figcaption>${view.say('aroundText')}</figcaption>
      </figure>
      <table>
        <thead>
          <tr>
            <th scope="col">${view.say('relation')}</th>
            <th scope="col">${view.say('claim')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ node, name, side }) =>
              html`<tr class="${side}">
                <td>${propertyLink(view, term(name), side)}</td>
                <td>${view.link(node)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const wordOf = (view: View, { name, side }: Neighbour): string => view.property(term(name), side).text;

function draw(view: View, claim: Term, above: readonly Neighbour[], below: readonly Neighbour[]): Html {
  let y = 4;
  const parts: Content[] = [];
  const box = (className: string, relation: string, text: string): void => {
    const lines = wrapped(text, columns, className === 'this' ? 4 : 2);
    const height = (lines.length + 1) * lineHeight + 14;
    const inset = className === 'this' ? 0 : 36;
    parts.push(
      html`<g class="${className}"
        ><rect
          x="${inset + 1}"
          y="${y}"
          width="${width - inset - 2}"
          height="${height}"
        />${className !== 'this' && html`<path d="M${inset} ${y + height / 2}H18" />`}<text
          x="${inset + 14}"
          y="${y + 20}"
          ><tspan class="relation">${relation}</tspan
          >${lines.map((line) => html`<tspan x="${inset + 14}" dy="${lineHeight}">${line}</tspan>`)}</text
        ></g
      >`,
    );
    y += height + 10;
  };
  const some = (neighbours: readonly Neighbour[], className: string): void => {
    for (const each of neighbours.slice(0, shown))
      box(className, wordOf(view, each), view.name(each.node).text);
    const more = neighbours.length - shown;
    if (more <= 0) return;
    parts.push(html`<text class="more" x="50" y="${y + 12}">${view.say('aroundMore', { more })}</text>`);
    y += 24;
  };
  const top = y + 30;
  some(above, 'above');
  const middle = y;
  box('this', view.say('thisClaim'), view.name(claim).text);
  const under = y;
  some(below, 'below');
  const spine = [
    above.length > 0 &&
      html`<path class="spine" d="M18 ${top}V${middle}" /><path
          class="arrow"
          d="M13 ${middle - 8}l5 7l5 -7z"
        />`,
    below.length > 0 && html`<path class="spine" d="M18 ${under - 10}V${y - 44}" />`,
  ];
  return drawing('around', {
    name: view.say('around'),
    description: view.say('aroundText'),
    width,
    height: y,
    className: 'around',
    content: join([...spine, ...parts]),
  });
}
