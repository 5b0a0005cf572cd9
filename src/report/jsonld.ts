import type { Quad, Term } from '@rdfjs/types';
import { shacl, termKey, vocabulary } from '../graph/terms.ts';
import type { Report } from './report.ts';
import { asShacl } from './shacl.ts';

const { rdf, rdfs } = vocabulary;

/** Without prefixes: data may hold `<sh:path>` where sh:path was meant, and a report is to say so. */
const context = {
  '@vocab': shacl,
  comment: rdfs.comment.value,
  identifier: 'http://purl.org/dc/terms/identifier',
};

/** The names of the context, by their IRIs. */
const names = new Map(Object.entries(context).map(([name, value]) => [value, name]));
const nameIn = (iri: string): string => names.get(iri) ?? iri.replace(shacl, '');

/** A report as a SHACL validation report in JSON-LD 1.1, each result inside it; its context is in the file. */
export function asJsonLd(report: Report): string {
  const quads = asShacl(report);
  const [root] = quads;
  const tree = nested(
    root!.subject,
    Map.groupBy(quads, ({ subject }) => termKey(subject)),
  );
  return `${JSON.stringify({ '@context': context, ...tree }, null, 2)}\n`;
}

const xsd = 'http://www.w3.org/2001/XMLSchema#';

type Description = Readonly<Record<string, unknown>>;

/** A blank node that has a description, with all that is known of it; nothing here describes itself. */
function nested(node: Term, known: ReadonlyMap<string, readonly Quad[]>): Description {
  const properties = Map.groupBy(known.get(termKey(node))!, ({ predicate }) => predicate.value);
  return Object.fromEntries(
    [...properties].map(([property, quads]) => {
      if (property === rdf.type.value) return ['@type', nameIn(quads[0]!.object.value)];
      const values = quads.map(({ object }) => valueOf(object, known));
      return [nameIn(property), values.length === 1 ? values[0] : values];
    }),
  );
}

function valueOf(term: Term, known: ReadonlyMap<string, readonly Quad[]>): unknown {
  if (term.termType === 'Literal') {
    if (term.language) return { '@value': term.value, '@language': term.language };
    const type = term.datatype.value;
    if (type === `${xsd}string`) return term.value;
    return type === `${xsd}boolean` && /^(true|false)$/.test(term.value)
      ? term.value === 'true'
      : { '@value': term.value, '@type': type };
  }
  const described = term.termType === 'BlankNode' ? known.get(termKey(term)) : undefined;
  if (!described) return { '@id': term.termType === 'BlankNode' ? `_:${term.value}` : term.value };
  if (described.some(({ predicate }) => predicate.equals(rdf.first)))
    return { '@list': members(term, known) };
  return nested(term, known);
}

function members(head: Term, known: ReadonlyMap<string, readonly Quad[]>): unknown[] {
  if (head.equals(rdf.nil)) return [];
  const cell = known.get(termKey(head))!;
  const [first, rest] = [rdf.first, rdf.rest].map(
    (step) => cell.find(({ predicate }) => predicate.equals(step))!.object,
  );
  return [valueOf(first!, known), ...members(rest!, known)];
}
