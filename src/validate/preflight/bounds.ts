import type { Term } from '@rdfjs/types';
import type { Fault } from './fault.ts';
import { sh, type ShapesGraph } from './shapes-graph.ts';

const parameters = ['minExclusive', 'minInclusive', 'maxExclusive', 'maxInclusive'];

/** The datatypes whose values the engine puts in the order of SPARQL's `<`. */
const numbers =
  /#(integer|decimal|double|float|(non)?(positive|negative)Integer|non(Positive|Negative)Integer|(unsigned)?(Byte|Short|Int|Long)|byte|short|int|long)$/;
const dates = /#(dateTime|date|gYear|gYearMonth)$/;

/** Bounds that the engine cannot compare with a value: it would take every value for wrong, or for right. */
export function* checkBounds({ graph, show }: ShapesGraph): Iterable<Fault> {
  for (const name of parameters)
    for (const quad of graph.match(null, sh(name)))
      if (quad.object.termType === 'Literal' && !isComparable(quad.object))
        yield {
          code: 'unsupported-bound',
          at: { quad, part: 'object' },
          values: { parameter: `sh:${name}`, value: show(quad.object) },
        };
}

function isComparable(term: Term): boolean {
  if (term.termType !== 'Literal') return false;
  const type = term.datatype.value;
  if (numbers.test(type)) return term.value !== '' && !Number.isNaN(Number(term.value));
  return dates.test(type) && !Number.isNaN(Date.parse(term.value));
}
