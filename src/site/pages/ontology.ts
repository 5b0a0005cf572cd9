import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { inOrder } from '../facts.ts';
import { type Content, html, type Html, join } from '../html.ts';
import { classDiagram } from '../pictures/class-diagram.ts';
import type { Page } from '../page.ts';
import { term, type TermName } from '../terms.ts';
import type { Stage, View } from '../view.ts';
import { moreWords } from '../words/more.ts';
import { listOf } from '../list-of.ts';
import { propertyLink } from './show-facts.ts';

/** The documentation of the ontology, from what the ontology says of itself and how the data use it. */
export function ontologyPage(stage: Stage, things: readonly NamedNode[]): Page {
  const { model } = stage;
  const terms = things.filter((node) => model.out(node).length > 0);
  const ontology = terms.find((node) => model.isA(node, 'owl:Ontology'));
  const byName = (nodes: readonly NamedNode[]) => inOrder(nodes, ({ value }) => value);
  const classes = byName(terms.filter((node) => model.isA(node, 'owl:Class')));
  const properties = byName(terms.filter((node) => propertyTypes.some((type) => model.isA(node, type))));
  const rest = byName(
    terms.filter((node) => node !== ontology && !classes.includes(node) && !properties.includes(node)),
  );
  const version = ontology && model.value(ontology, 'owl:versionInfo')?.value;
  return {
    path: 'ns',
    section: 'term',
    data: closure(stage, things),
    title: (view) => (ontology && model.label(ontology, view.language)) ?? { text: view.say('ontology') },
    description: (view) => view.tell(moreWords.ontologyText),
    body: (view) =>
      html`<p class="kicker">
          <a href="${view.href({ page: 'term' })}">${view.say('terms')}</a> · ${view.say('ontology')}
        </p>
        <h1>${ontology ? view.text(view.name(ontology)) : view.say('ontology')}</h1>
        <p class="lead">${view.tell(moreWords.ontologyText)}</p>
        ${classDiagram(view, properties)}
        <h2>${view.tell(moreWords.classes)} <span class="count">${classes.length}</span></h2>
        ${index(view, classes)}
        ${classes.map((node) => section(view, node, model.into(node, 'rdf:type').length))}
        <h2>${view.tell(moreWords.properties)} <span class="count">${properties.length}</span></h2>
        ${index(view, properties)}
        ${properties.map((node) => section(view, node, model.triples.find(null, node, null).length))}
        ${rest.map((node) => section(view, node, model.into(node).length))}
        ${
          version !== undefined &&
          html`<h2>${view.tell(moreWords.changes)}</h2>
            <p>${view.tell(moreWords.changesText, { version })}</p>`
        }`,
  };
}

const propertyTypes: readonly TermName[] = [
  'owl:ObjectProperty',
  'owl:DatatypeProperty',
  'owl:AnnotationProperty',
];

/** What is said of some things, with the blank nodes that belong to it. */
export function closure({ model }: Stage, things: readonly Term[]): Quad[] {
  const quads: Quad[] = [];
  const open = [...things];
  const seen = new Set(open.map(({ value }) => value));
  for (let node = open.pop(); node; node = open.pop())
    for (const quad of model.out(node)) {
      quads.push(quad);
      if (quad.object.termType !== 'BlankNode' || seen.has(quad.object.value)) continue;
      seen.add(quad.object.value);
      open.push(quad.object);
    }
  return quads;
}

const index = (view: View, nodes: readonly NamedNode[]): Html =>
  html`<ul class="inline">
    ${nodes.map((node) => html`<li>${view.link(node)}</li>`)}
  </ul>`;

function section(view: View, node: NamedNode, used: number): Html {
  const { model } = view;
  const id = model.address(node)?.fragment;
  const definition = model
    .values(node, 'skos:definition')
    .find((each) => each.termType === 'Literal' && each.language === view.language);
  const deprecated = model.value(node, 'owl:deprecated')?.value === 'true';
  const rows = model
    .out(node)
    .filter(({ predicate }) => !above.has(predicate.value))
    .reduce(
      (groups, { predicate, object }) => groups.set(predicate, [...(groups.get(predicate) ?? []), object]),
      new Map<Term, Term[]>(),
    );
  return html`
<section class="term"><h3${id !== undefined && html` id="${id}"`}>${view.text(view.name(node))} <code>${node.value.replace(/^.*[#/]/, '')}</code>${deprecated && html` <small class="outside">${view.tell(moreWords.deprecated)}</small>`}</h3>${definition && html`<p>${definition.value}</p>`}<dl class="facts">${[
    ...rows,
  ].map(
    ([property, values]) =>
      html`<div>
        <dt>${propertyLink(view, property)}</dt>
        <dd>
          ${join(
            values.map((each) => nested(view, each)),
            ', ',
          )}
        </dd>
      </div>`,
  )}</dl><p class="quiet">${view.tell(moreWords.used, { times: used })}</p></section>`;
}

const above = new Set(
  (['rdfs:label', 'skos:definition', 'rdfs:isDefinedBy', 'owl:deprecated'] as const).map(
    (name) => term(name).value,
  ),
);

/** A value, or the members of the union or list that it is. */
function nested(view: View, node: Term): Content {
  if (node.termType !== 'BlankNode') return view.term(node);
  const union = view.model.value(node, 'owl:unionOf') ?? node;
  const members = listOf(view.model, union);
  return members.length > 0
    ? join(
        members.map((each) => view.link(each)),
        view.language === 'nl' ? ' of ' : ' or ',
      )
    : view.say('unnamed');
}
