import type { Quad, Term } from '@rdfjs/types';
import { vocabulary } from '../graph/terms.ts';
import type { Graph } from '../validate/path.ts';
import { nameOf } from './names.ts';

const { rdf } = vocabulary;
const xsd = 'http://www.w3.org/2001/XMLSchema#';
/** Datatypes whose literals Turtle writes bare (RDF 1.1 Turtle §2.5.2). */
const bare: readonly string[] = ['integer', 'decimal', 'boolean'].map((name) => xsd + name);

/** What a constraint is given, as Turtle writes it: lists and blank nodes with what is in them. */
export function constraintText(
  value: Term,
  shapes: Graph,
  prefixes: ReadonlyMap<string, string>,
  above: readonly Term[] = [],
): string {
  const inside = (term: Term, node: Term) => constraintText(term, shapes, prefixes, [...above, node]);
  switch (value.termType) {
    case 'NamedNode':
      return nameOf(value.value, prefixes);
    case 'Literal': {
      if (bare.includes(value.datatype.value)) return value.value;
      const text = JSON.stringify(value.value);
      if (value.language) return `${text}@${value.language}`;
      return value.datatype.value === `${xsd}string`
        ? text
        : `${text}^^${nameOf(value.datatype.value, prefixes)}`;
    }
    default: {
      // What turns in a circle is not told twice.
      if (above.some((term) => term.equals(value))) return '…';
      const quads = [...shapes.match(value)];
      const first = quads.find(({ predicate }) => predicate.equals(rdf.first))?.object;
      if (!first)
        return `[ ${quads.map((q) => `${nameOf(q.predicate.value, prefixes)} ${inside(q.object, value)}`).join(' ; ')} ]`;
      return `( ${members(value, shapes)
        .map((term) => (term ? inside(term, value) : '…'))
        .join(' ')} )`;
    }
  }
}

/** The members of a list; undefined at the end of one that turns in a circle. */
function members(head: Term, shapes: Graph): (Term | undefined)[] {
  const found: (Term | undefined)[] = [];
  const seen = new Set<string>();
  for (let cell: Term | undefined = head; cell && !cell.equals(rdf.nil);) {
    if (seen.has(cell.value)) return [...found, undefined];
    seen.add(cell.value);
    const quads: readonly Quad[] = [...shapes.match(cell)];
    found.push(quads.find(({ predicate }) => predicate.equals(rdf.first))?.object);
    cell = quads.find(({ predicate }) => predicate.equals(rdf.rest))?.object;
  }
  return found;
}
