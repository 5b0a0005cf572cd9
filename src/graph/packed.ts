import type { Quad, Term } from '@rdfjs/types';
import { fromPlain, toPlain } from './plain.ts';
import { passingIri, quad as makeQuad, termKey } from './terms.ts';

/** Quads on their way to another thread, in little: copying objects takes longer than reading them from a file. */
export interface PackedQuads {
  /** Each term once: an IRI as it is, another term as a plain object. */
  readonly terms: readonly unknown[];
  /** Subject, predicate, object and graph of each quad, as places in `terms`. */
  readonly quads: Uint32Array;
}

/** Packs quads; `unpackQuads` gives the same in the same order. */
export function packQuads(quads: Iterable<Quad>): PackedQuads {
  const places = new Map<string, number>();
  const terms: unknown[] = [];
  const numbers: number[] = [];
  const place = (term: Term): number => {
    const key = termKey(term);
    let known = places.get(key);
    if (known === undefined) {
      places.set(key, (known = terms.length));
      terms.push(term.termType === 'NamedNode' ? term.value : toPlain(term));
    }
    return known;
  };
  for (const { subject, predicate, object, graph } of quads)
    numbers.push(place(subject), place(predicate), place(object), place(graph));
  return { terms, quads: Uint32Array.from(numbers) };
}

/** The quads that were packed. */
export function unpackQuads({ terms, quads }: PackedQuads): Quad[] {
  const known = terms.map((term) => (typeof term === 'string' ? passingIri(term) : fromPlain(term)) as never);
  return Array.from({ length: quads.length / 4 }, (_, number) => {
    const [s, p, o, g] = quads.subarray(number * 4, number * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    return makeQuad(known[s]!, known[p]!, known[o]!, known[g]!);
  });
}
