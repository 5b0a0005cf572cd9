import { html, type Html, join } from '../html.ts';
import type { Model } from '../model.ts';
import { termName } from '../terms.ts';
import type { View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { drawing, short, wrapped } from './svg.ts';

const width = 640;
const row = 36;

/** What the data refer to elsewhere, as a drawing of bars and a table: by host and property. */
export function linksTo(model: Model): (view: View) => Html {
  const counts = new Map<string, { host: string; property: string; number: number }>();
  for (const { subject, predicate, object } of model.triples) {
    if (object.termType !== 'NamedNode' || object.value.startsWith(model.base)) continue;
    if (!subject.value.startsWith(`${model.base}id/`) || !URL.canParse(object.value)) continue;
    // Classes and terms of vocabularies are no other data.
    if (termName(object.value) || termName(predicate.value) === 'rdf:type') continue;
    const { host } = new URL(object.value);
    const key = `${host} ${predicate.value}`;
    const known = counts.get(key);
    if (known) known.number++;
    else counts.set(key, { host, property: predicate.value, number: 1 });
  }
  const links = [...counts.values()].sort(
    (a, b) => b.number - a.number || (a.host + a.property < b.host + b.property ? -1 : 1),
  );
  return (view) => (links.length === 0 ? html`<p>${view.tell(moreWords.noLinks)}</p>` : show(view, links));
}

function show(view: View, links: readonly { host: string; property: string; number: number }[]): Html {
  const most = Math.max(...links.map(({ number }) => number));
  const nameOf = (property: string) =>
    view.property({ termType: 'NamedNode', value: property } as never).text;
  const shown = links.slice(0, 12);
  const bars = shown.map(({ host, property, number }, index) => {
    const [label] = wrapped(`${host} (${nameOf(property)})`, 60, 1);
    return html`<text x="0" y="${index * row + 12}">${label}</text
      ><rect
        y="${index * row + 19}"
        width="${short((number / most) * (width - 40))}"
        height="6"
        rx="1"
      /><text class="count" x="${short((number / most) * (width - 40) + 6)}" y="${index * row + 27}"
        >${number}</text
      >`;
  });
  const picture = drawing('links', {
    name: view.tell(moreWords.linksTitle),
    description: view.tell(moreWords.linksText),
    width,
    height: shown.length * row + 4,
    className: 'bars',
    content: join(bars),
  });
  return html`<figure>
      ${picture}
      <figcaption>${view.tell(moreWords.linksText)}</figcaption>
    </figure>
    <details>
      <summary>${view.say('sameAsTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${view.tell(moreWords.target)}</th>
            <th scope="col">${view.tell(moreWords.property)}</th>
            <th scope="col" class="number">${view.tell(moreWords.number)}</th>
          </tr>
        </thead>
        <tbody>
          ${links.map(
            ({ host, property, number }) =>
              html`<tr>
                <td>${host}</td>
                <td>${nameOf(property)}</td>
                <td class="number">${number}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
}
