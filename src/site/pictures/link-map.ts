import { html, type Html } from '../html.ts';
import type { Model } from '../model.ts';
import { term, type TermName } from '../terms.ts';
import type { View } from '../view.ts';
import { toolWords } from '../words/tools.ts';
import { bandsPicture, type End } from './bands.ts';

/** What says that a thing here and one elsewhere are the same, or how near they are. */
const linking = [
  'owl:sameAs',
  'skos:exactMatch',
  'skos:closeMatch',
  'skos:broadMatch',
  'skos:narrowMatch',
  'skos:relatedMatch',
] as const satisfies readonly TermName[];

/** How many hosts the picture has; the table has all. */
const hostsShown = 16;

interface Links {
  readonly kind: keyof typeof toolWords;
  readonly host: string;
  readonly property: TermName;
  number: number;
}

/** The things of the data with the data sets elsewhere in which they are too; absent where nothing is linked. */
export function linkMap(model: Model): ((view: View) => Html) | undefined {
  const counts = new Map<string, Links>();
  for (const property of linking)
    for (const { subject, object } of model.triples.find(null, term(property), null)) {
      if (!subject.value.startsWith(model.base) || object.value.startsWith(model.base)) continue;
      if (object.termType !== 'NamedNode' || !URL.canParse(object.value)) continue;
      const found = model.kind(subject);
      const kind = found in toolWords ? (found as keyof typeof toolWords) : 'thing';
      const host = new URL(object.value).host.replace(/^www\./, '');
      const key = `${kind} ${host} ${property}`;
      const known = counts.get(key);
      if (known) known.number++;
      else counts.set(key, { kind, host, property, number: 1 });
    }
  if (counts.size === 0) return undefined;
  const links = [...counts.values()].sort(
    (a, b) => b.number - a.number || (a.kind + a.host + a.property < b.kind + b.host + b.property ? -1 : 1),
  );
  return (view) => show(view, links);
}

function show(view: View, links: readonly Links[]): Html {
  const ends = (keyOf: (link: Links) => string, label: (key: string) => string): End[] =>
    [...Map.groupBy(links, keyOf)]
      .map(([key, group]) => ({
        key,
        label: label(key),
        total: group.reduce((sum, { number }) => sum + number, 0),
      }))
      .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
  const kinds = ends(
    ({ kind }) => kind,
    (key) => view.tell(toolWords[key as Links['kind']]),
  );
  const hosts = ends(({ host }) => host, (key) => key); // prettier-ignore
  const shown = hosts.slice(0, hostsShown);
  const count = ({ key: kind }: End, { key: host }: End) =>
    links.reduce((sum, each) => (each.kind === kind && each.host === host ? sum + each.number : sum), 0);
  return html`${bandsPicture({
      id: 'link-map',
      name: view.tell(toolWords.linkMap),
      description: view.tell(toolWords.linkMapText, { hosts: shown.length }),
      left: kinds,
      right: shown,
      count,
    })}
    <details>
      <summary>${view.say('sameAsTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${view.tell(toolWords.whatIsLinked)}</th>
            <th scope="col">${view.tell(toolWords.linkedWhere)}</th>
            <th scope="col">${view.tell(toolWords.linkedAs)}</th>
            <th scope="col" class="number">${view.tell(toolWords.linkedNumber)}</th>
          </tr>
        </thead>
        <tbody>
          ${links.map(
            ({ kind, host, property, number }) =>
              html`<tr>
                <td>${view.tell(toolWords[kind])}</td>
                <td>${host}</td>
                <td>${view.text(view.property(term(property)))}</td>
                <td class="number">${number}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
}
