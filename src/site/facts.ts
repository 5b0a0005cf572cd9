import type { Quad, Term } from '@rdfjs/types';
import { Triples } from '../graph/triples.ts';
import type { Kind } from './kinds.ts';
import type { Model } from './model.ts';
import type { PlaceOf } from './places.ts';
import { term, type TermName, termName } from './terms.ts';
import { propertyWords } from './words/properties.ts';

/** What one property says of a thing, or what says it with the thing as its value. */
export interface Group {
  readonly property: Term;
  readonly quads: readonly Quad[];
}

/** All that the graph says of a thing, from both sides. */
export interface Facts {
  readonly node: Term;
  readonly out: readonly Group[];
  readonly into: readonly Group[];
}

const order = new Map(Object.keys(propertyWords).map((name, index) => [name, index]));
const rank = ({ value }: Term): number => order.get(termName(value) ?? '') ?? order.size;

/** The facts of a thing in the order in which a page shows them. */
export function factsOf(model: Model, placeOf: PlaceOf, node: Term): Facts {
  const group = (quads: readonly Quad[], side: 'subject' | 'object'): Group[] =>
    [...Map.groupBy(quads, ({ predicate }) => predicate.value).values()]
      .map((group) => ({
        property: group[0]!.predicate,
        quads: inOrder(group, (quad) => sortKey(model, placeOf, quad[side])),
      }))
      .sort((a, b) => rank(a.property) - rank(b.property) || (a.property.value < b.property.value ? -1 : 1));
  return { node, out: group(model.out(node), 'object'), into: group(model.into(node), 'subject') };
}

/** Puts things in the order of their keys, each of which is made once. */
export function inOrder<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  if (things.length < 2) return [...things];
  const keyed = things.map((thing) => [keyOf(thing), thing] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, thing]) => thing);
}

/** Claims come in the order of the text, other things by name; neither depends on the language of the page. */
export function sortKey(model: Model, placeOf: PlaceOf, node: Term): string {
  if (node.termType === 'Literal')
    return `0 ${node.language === 'nl' ? 0 : 1} ${node.language} ${node.value}`;
  const place = placeOf(node) ?? firstPlace(model, placeOf, node);
  const kind = model.kind(node);
  if (place && (kind === 'claim' || kind === 'anchor' || kind === 'discrepancy'))
    return `1 ${place.text.recorded.slug} ${pad(place.start)} ${pad(place.end)} ${node.value}`;
  const position = model.value(node, 'schema:position');
  if (position) return `2 ${pad(Number(position.value))} ${node.value}`;
  return `3 ${plain(model.label(node, 'nl')?.text ?? node.value)} ${node.value}`;
}

const pad = (number: number): string => String(number || 0).padStart(9, '0');

/** A name without capitals and accents, to sort by. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The first place that a thing rests on. */
export function firstPlace(model: Model, placeOf: PlaceOf, node: Term): ReturnType<PlaceOf> {
  const places = model.values(node, 'meent:anchoredIn').flatMap((anchor) => placeOf(anchor) ?? []);
  return places.sort((a, b) => a.start - b.start || a.end - b.end)[0];
}

/** What is too small for a page of its own to be of use: wherever it is shown, all of it is. */
export const isPart = (model: Model, node: Term): boolean =>
  partKinds.has(model.kind(node)) || parts.some((name) => model.isA(node, name));

const partKinds = new Set<Kind>(['anchor', 'amount']);
const parts: readonly TermName[] = ['prov:Association', 'org:Membership', 'oa:TextPositionSelector'];

/** What the entry of a claim in a list says beside its sentence. */
export const summaryProperties: readonly TermName[] = ['meent:assertedBy', 'meent:framing'];

const naming = ['skos:prefLabel', 'rdfs:label'] as const;
const otherNaming = ['schema:name', 'dcterms:title'] as const;

/** The triples that a page about some things shows: their facts, their parts, and what names the rest. */
export function shownTriples(model: Model, facts: readonly Facts[]): readonly Quad[] {
  const shown = new Triples();
  const named = new Set<string>();
  const nameIt = (node: Term): void => {
    if (node.termType === 'Literal' || named.has(node.value)) return;
    named.add(node.value);
    const labels = naming.flatMap((name) => model.out(node, name));
    const quads = labels.length > 0 ? labels : otherNaming.flatMap((name) => model.out(node, name));
    for (const quad of quads) shown.add(quad);
  };
  const expand = (node: Term): void => {
    for (const quad of model.out(node)) {
      shown.add(quad);
      nameIt(quad.object);
      if (isInside(model, quad.object)) expand(quad.object);
    }
  };
  const summarise = (node: Term): void => {
    nameIt(node);
    if (model.kind(node) !== 'claim') return;
    for (const quad of summaryProperties.flatMap((name) => model.out(node, name))) {
      shown.add(quad);
      nameIt(quad.object);
    }
  };
  for (const { out, into } of facts) {
    for (const { quads } of out)
      for (const quad of quads) {
        shown.add(quad);
        summarise(quad.object);
        if (isInside(model, quad.object)) expand(quad.object);
      }
    for (const { quads } of into)
      for (const quad of quads) {
        shown.add(quad);
        summarise(quad.subject);
        if (!isPart(model, quad.subject) || model.kind(quad.subject) === 'anchor') continue;
        expand(quad.subject);
        for (const outer of model.into(quad.subject)) {
          shown.add(outer);
          nameIt(outer.subject);
        }
      }
  }
  return [...shown];
}

/** Whether a value is shown with all that is said of it. */
export const isInside = (model: Model, node: Term): boolean =>
  node.termType === 'BlankNode' || (node.termType === 'NamedNode' && isPart(model, node));

export const typeProperty = term('rdf:type');
