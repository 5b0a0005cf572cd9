import type { Quad, Term } from '@rdfjs/types';
import { writeTurtle } from '../graph/write.ts';
import { termKey } from '../graph/terms.ts';

/** The triples of a page as Turtle, in one order. */
export const asTurtle = (quads: readonly Quad[], prefixes: ReadonlyMap<string, string>): string =>
  writeTurtle(quads, prefixes);

type JsonValue = string | { readonly [key: string]: JsonValue } | readonly JsonValue[];

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const xsdString = 'http://www.w3.org/2001/XMLSchema#string';

/**
 * The triples of a page as JSON-LD 1.1, in one order: a flat list of nodes, with the context in the file. Every value
 * says itself what it is, so that a reader who knows no JSON-LD is not misled, and no processor is needed to write it.
 */
export function asJsonLd(quads: readonly Quad[], prefixes: ReadonlyMap<string, string>): string {
  const used = new Map<string, string>();
  const short = (iri: string): string => {
    const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    const prefix = spaces.get(iri.slice(0, end));
    // What comes after the colon must not look like an authority (JSON-LD 1.1 §4.1.5).
    if (prefix === undefined || !/^[A-Za-z_][\w-]*$/.test(iri.slice(end))) return iri;
    used.set(prefix, iri.slice(0, end));
    return `${prefix}:${iri.slice(end)}`;
  };
  const schemes = schemesIn(quads);
  // A prefix that is the scheme of an IRI here would make another of it.
  const spaces = new Map(
    [...prefixes]
      .filter(([prefix]) => prefix && !schemes.has(prefix))
      .map(([prefix, space]) => [space, prefix]),
  );
  const nodes = [...Map.groupBy(quads, ({ subject }) => termKey(subject))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => nodeOf(group, short));
  const context = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ '@context': context, '@graph': nodes }, null, 1)}\n`;
}

function schemesIn(quads: readonly Quad[]): Set<string> {
  const schemes = new Set<string>();
  for (const { subject, predicate, object } of quads)
    for (const { termType, value } of [subject, predicate, object])
      if (termType === 'NamedNode') schemes.add(value.slice(0, value.indexOf(':')));
  return schemes;
}

function nodeOf(quads: readonly Quad[], short: (iri: string) => string): JsonValue {
  const node: Record<string, JsonValue> = { '@id': idOf(quads[0]!.subject) };
  const groups = [...Map.groupBy(quads, ({ predicate }) => predicate.value)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const objects = (group: readonly Quad[]) =>
    group.map(({ object }) => object).sort((a, b) => (termKey(a) < termKey(b) ? -1 : 1));
  for (const [property, group] of groups)
    if (property === type) node['@type'] = objects(group).map((object) => short(idOf(object)));
  for (const [property, group] of groups)
    if (property !== type) node[short(property)] = objects(group).map(valueOf);
  return node;
}

const idOf = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);

function valueOf(term: Term): JsonValue {
  if (term.termType !== 'Literal') return { '@id': idOf(term) };
  if (term.language) return { '@value': term.value, '@language': term.language };
  if (term.datatype.value === xsdString) return { '@value': term.value };
  return { '@value': term.value, '@type': term.datatype.value };
}
