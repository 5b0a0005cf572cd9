import type { NamedNode, Term } from '@rdfjs/types';
import { html, type Html, join } from '../html.ts';
import { listOf } from '../list-of.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { drawing, short, wrapped } from './svg.ts';

const width = 720;
const radius = { x: 255, y: 170 };

/** The classes in a ring, with a line for the properties between two of them; the table names the properties. */
export function classDiagram(view: View, properties: readonly NamedNode[]): Html | false {
  const { model } = view;
  const members = (node: Term): Term[] =>
    node.termType === 'BlankNode' ? listOf(model, model.value(node, 'owl:unionOf') ?? node) : [node];
  const links = properties.flatMap((property) => {
    const domains = model.values(property, 'rdfs:domain').flatMap(members);
    const ranges = model.values(property, 'rdfs:range').flatMap(members);
    return domains.flatMap((from) =>
      ranges.flatMap((to) => (isOwn(view, from) && isOwn(view, to) ? [{ property, from, to }] : [])),
    );
  });
  if (links.length === 0) return false;
  const nodes = [
    ...new Map(links.flatMap(({ from, to }) => [from, to]).map((node) => [node.value, node])).values(),
  ].sort((a, b) => (a.value < b.value ? -1 : 1));
  const height = 2 * radius.y + 90;
  const at = new Map(
    nodes.map((node, index) => {
      const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2;
      return [
        node.value,
        { x: width / 2 + radius.x * Math.cos(angle), y: height / 2 + radius.y * Math.sin(angle) },
      ];
    }),
  );
  const pairs = new Map(
    links.map(({ from, to }) => [[from.value, to.value].sort().join(' '), [from, to] as const]),
  );
  const lines = [...pairs.values()].map(([from, to]) => {
    const [a, b] = [at.get(from.value)!, at.get(to.value)!];
    if (from.equals(to)) return html`<circle cx="${short(a.x)}" cy="${short(a.y - 22)}" r="12" />`;
    return html`<path
      d="M${short(a.x)} ${short(a.y)}Q${width / 2} ${height / 2} ${short(b.x)} ${short(b.y)}"
    />`;
  });
  const boxes = nodes.map((node) => {
    const { x, y } = at.get(node.value)!;
    const [name] = wrapped(view.name(node).text, 20, 1);
    const wide = Math.max(70, name!.length * 7.6 + 20);
    return html`<rect
        x="${short(x - wide / 2)}"
        y="${short(y - 15)}"
        width="${short(wide)}"
        height="30"
        rx="6"
      /><text x="${short(x)}" y="${short(y + 5)}" text-anchor="middle">${name}</text>`;
  });
  const picture = drawing('classes', {
    name: view.tell(moreWords.classDiagram),
    description: view.tell(moreWords.classDiagramText),
    width,
    height,
    className: 'classes',
    content: join([...lines, ...boxes]),
  });
  return html`<h2>${view.tell(moreWords.classDiagram)}</h2>
    <figure>
      <div class="scroll" role="region" tabindex="0" aria-label="${view.tell(moreWords.classDiagram)}">
        ${picture}
      </div>
      <figcaption>${view.tell(moreWords.classDiagramText)}</figcaption>
    </figure>
    <details>
      <summary>${view.say('sameAsTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${view.tell(moreWords.domain)}</th>
            <th scope="col">${view.tell(moreWords.property)}</th>
            <th scope="col">${view.tell(moreWords.range)}</th>
          </tr>
        </thead>
        <tbody>
          ${links.map(
            ({ property, from, to }) =>
              html`<tr>
                <td>${view.link(from)}</td>
                <td>${view.link(property)}</td>
                <td>${view.link(to)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
}

/** Classes of other vocabularies would hide how ours hang together. */
const isOwn = (view: View, node: Term): boolean => view.model.address(node)?.page === 'ns';
