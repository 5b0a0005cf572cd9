import type { NamedNode, Term } from '@rdfjs/types';
import { canonicalQuads } from '../../graph/canonical.ts';
import type { Dataset } from '../../graph/dataset.ts';
import { inOrder } from '../facts.ts';
import { html, type Html, join } from '../html.ts';
import { Model } from '../model.ts';
import type { Page } from '../page.ts';
import { term } from '../terms.ts';
import type { Stage, View } from '../view.ts';
import { moreWords } from '../words/more.ts';

/** The documentation of the shapes: of each what it is for, and of each of its demands what to do where it is not met. */
export async function shapesPage(
  { model }: Stage,
  dataset: Dataset,
  things: readonly NamedNode[],
): Promise<Page> {
  const shapes = new Model(dataset, model.base);
  // Components that the ontology names, and no shape.
  const others = sorted(things.filter((node) => model.out(node).length > 0 && shapes.out(node).length === 0));
  const own = shapes.instances('sh:NodeShape').filter((node) => shapes.address(node)?.page === 'shapes');
  const properties = shapes
    .instances('sh:PropertyShape')
    .filter((node) => shapes.address(node)?.page === 'shapes');
  const targeted = own.filter((node) => shapes.values(node, 'sh:targetClass').length > 0);
  const untargeted = own.filter((node) => !targeted.includes(node));
  const shown = new Set<string>();
  const inShapes = targeted.flatMap((node) => shapes.values(node, 'sh:property').map(({ value }) => value));
  const used = new Set(inShapes);
  const rest = properties.filter(({ value }) => !used.has(value));
  return {
    path: 'shapes',
    section: 'term',
    data: await canonicalQuads([...shapes.triples, ...others.flatMap((node) => model.out(node))]),
    title: (view) => ({ text: view.say('shapes') }),
    description: (view) => view.tell(moreWords.shapesText),
    body: (view) => {
      shown.clear();
      return html`<p class="kicker">
          <a href="${view.href({ page: 'term' })}">${view.say('terms')}</a> · ${view.say('shapes')}
        </p>
        <h1>${view.say('shapes')} <span class="count">${own.length}</span></h1>
        <p class="lead">${view.tell(moreWords.shapesText)}</p>
        ${[...sorted(targeted), ...sorted(untargeted)].map((node) => shape(view, shapes, node, shown))}
        ${rest.length > 0 && demands(view, shapes, sorted(rest), shown)}
        ${others.map((node) => component(view, node))}`;
    },
  };
}

function shape(view: View, shapes: Model, node: Term, shown: Set<string>): Html {
  const description = said(view, shapes, node, 'sh:description');
  const targets = shapes.values(node, 'sh:targetClass');
  const message = said(view, shapes, node, 'sh:message');
  const properties = inOrder(
    shapes.values(node, 'sh:property').filter(({ termType }) => termType === 'NamedNode'),
    ({ value }) => value,
  );
  return html`
<section class="term"><h2${id(shapes, node, shown)}>${description !== undefined && html`${description} `}<code>${local(node)}</code></h2>${
    targets.length > 0 &&
    html`<p>
      ${view.tell(moreWords.forClass)}
      ${join(
        targets.map((each) => view.link(each)),
        ', ',
      )}
    </p>`
  }${message !== undefined && html`<p class="quiet">${message}</p>`}${properties.length > 0 && demands(view, shapes, properties, shown)}</section>`;
}

/** A component of constraints that reports name and no shape has. */
function component(view: View, node: Term): Html {
  const definition = view.model
    .values(node, 'skos:definition')
    .find((each) => each.termType === 'Literal' && each.language === view.language);
  return html`<section class="term">
    <h2 id="${view.model.address(node)?.fragment}">
      ${view.text(view.name(node))} <code>${local(node)}</code>
    </h2>
    ${definition && html`<p>${definition.value}</p>`}
  </section>`;
}

const sorted = (nodes: readonly Term[]): Term[] => inOrder(nodes, ({ value }) => value);

function demands(view: View, shapes: Model, properties: readonly Term[], shown: Set<string>): Html {
  return html`<div class="scroll">
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">${view.tell(moreWords.property)}</th>
          <th scope="col">${view.tell(moreWords.message)}</th>
          <th scope="col">${view.tell(moreWords.severity)}</th>
        </tr>
      </thead>
      <tbody>
        ${properties.map((node) => {
          const path = shapes.value(node, 'sh:path');
          const severity = shapes.value(node, 'sh:severity');
          return html`<tr${id(shapes, node, shown)}><th scope="row">${path?.termType === 'NamedNode' ? view.link(path, view.text(view.property(path))) : ''} <small class="about"><code>${local(node)}</code></small></th><td>${said(view, shapes, node, 'sh:message') ?? ''}</td><td>${severity && view.tell(severities[local(severity)] ?? moreWords.severity)}</td></tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

const severities: Readonly<Record<string, { nl: string; en: string }>> = {
  Violation: { nl: 'fout', en: 'violation' },
  Warning: { nl: 'waarschuwing', en: 'warning' },
  Info: { nl: 'opmerking', en: 'info' },
};

/** The id of a shape where it comes first; a shared demand stands in several tables. */
function id(shapes: Model, node: Term, shown: Set<string>): Html | false {
  const fragment = shapes.address(node)?.fragment;
  if (fragment === undefined || shown.has(fragment)) return false;
  shown.add(fragment);
  return html` id="${fragment}"`;
}

const local = ({ value }: Term | NamedNode): string => value.replace(/^.*[#/]/, '');

function said(
  view: View,
  shapes: Model,
  node: Term,
  property: 'sh:message' | 'sh:description',
): string | undefined {
  const texts = shapes.triples.find(node, term(property), null).map(({ object }) => object);
  const own = texts.find((each) => each.termType === 'Literal' && each.language === view.language);
  return (own ?? texts[0])?.value;
}
