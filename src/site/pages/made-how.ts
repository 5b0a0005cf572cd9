import type { Term } from '@rdfjs/types';
import { html, type Html, join } from '../html.ts';
import type { View } from '../view.ts';

/** How the record of a thing was made, and whether a person has looked at it. */
export function madeHow(view: View, node: Term): Html {
  const { model } = view;
  const [status] = model.values(node, 'adms:status');
  const confidence = model.value(node, 'meent:extractionConfidence');
  const graphs = model.graphsOf(node);
  const makers = new Map(
    graphs.flatMap((graph) => model.values(graph, 'prov:wasAttributedTo')).map((each) => [each.value, each]),
  );
  const outside = graphs.some(({ value }) => value === `${model.base}graph/enrichment`);
  const sources = outside ? model.values(node, 'dcterms:source') : [];
  const rows: (Html | false)[] = [
    makers.size > 0 && row(view.say('recordedBy'), links(view, [...makers.values()])),
    row(
      view.say('review'),
      status ? html`${view.link(status)}. ${reading(view, status)}` : view.say('reviewUnknown'),
    ),
    confidence !== undefined &&
      row(
        view.say('confidence'),
        html`${view.number(confidence.value)} <span class="quiet">${view.say('confidenceText')}</span>`,
      ),
    graphs.length > 0 && row(view.say('graph'), links(view, graphs)),
    sources.length > 0 && row(view.say('outsideSources'), links(view, sources)),
  ];
  return html`<section class="made">
    <h2>${view.say('howMade')}</h2>
    <dl class="facts">${rows}</dl>
  </section>`;
}

/** What the status means, where its list defines it. */
function reading(view: View, status: Term): Html | false {
  const definition = view.model
    .values(status, 'skos:definition')
    .find((each) => each.termType === 'Literal' && each.language === view.language);
  return definition !== undefined && html`<span class="quiet">${definition.value}</span>`;
}

const row = (name: string, content: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${content}</dd>
  </div>`;

const links = (view: View, nodes: readonly Term[]): Html =>
  join(
    nodes.map((each) => view.link(each)),
    ', ',
  );
