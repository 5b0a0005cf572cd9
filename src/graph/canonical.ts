import type { Quad, Term } from '@rdfjs/types';
import { canonize } from 'rdf-canonize';
import { assertQuad } from './assert-term.ts';
import { Dataset } from './dataset.ts';
import { blankNode, quad as makeQuad } from './terms.ts';

/**
 * The canonical N-Quads of a set of quads (RDFC-1.0): blank nodes named by what is said of them,
 * each quad once, lines in code point order, every line ended. Equal for isomorphic datasets only.
 * @throws Failure 7 where a term would not be read back as itself.
 */
export async function canonicalNQuads(quads: Iterable<Quad>): Promise<string> {
  // rdf-canonize keeps a quad that comes twice, and would name its blank nodes otherwise.
  const distinct = [...new Dataset(quads)];
  distinct.forEach(assertQuad);
  // It takes a node that is called c14n0 for one that it has named, and makes two nodes one.
  const named = renameBlankNodes(distinct, (name) => `b${name}`);
  return canonize(named, { algorithm: 'RDFC-1.0', rejectURDNA2015: true });
}

/** The quads with their blank nodes named as in the canonical form, so that they are the same on every run. */
export async function canonicalQuads(quads: Iterable<Quad>): Promise<Quad[]> {
  const distinct = [...new Dataset(quads)];
  if (!distinct.some(hasBlankNode)) return distinct;
  const names = new Map<string, string>();
  await canonize(distinct, { algorithm: 'RDFC-1.0', canonicalIdMap: names, rejectURDNA2015: true });
  return renameBlankNodes(distinct, (name) => names.get(name)!);
}

function renameBlankNodes(quads: readonly Quad[], nameOf: (name: string) => string): Quad[] {
  const rename = (term: Term) =>
    (term.termType === 'BlankNode' ? blankNode(nameOf(term.value)) : term) as never;
  return quads.map((quad) =>
    hasBlankNode(quad)
      ? makeQuad(rename(quad.subject), quad.predicate as never, rename(quad.object), rename(quad.graph))
      : quad,
  );
}

const hasBlankNode = ({ subject, object, graph }: Quad) =>
  [subject, object, graph].some(({ termType }) => termType === 'BlankNode');

/** The canonical form of a text in N-Quads. */
export function canonicalText(nquads: string): Promise<string> {
  const lines = [...new Set(nquads.split('\n'))].join('\n');
  return canonize(lines, {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    rejectURDNA2015: true,
  });
}
