import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';

const { sh, rdf } = vocabulary;

/** A property path (SHACL §2.3.1, SPARQL 1.1 §9). */
export type Path =
  | { readonly kind: 'predicate'; readonly predicate: NamedNode }
  | { readonly kind: 'inverse'; readonly path: Path }
  | { readonly kind: 'sequence' | 'alternative'; readonly paths: readonly Path[] }
  | { readonly kind: 'repeat'; readonly path: Path; readonly mark: '*' | '+' | '?' };

/** What an RDF dataset is asked for here: the engine's reports and our own datasets both can tell. */
export type Graph = Pick<Dataset, 'match'>;

/**
 * Reads the property path at a node.
 * @throws Error where it is not well formed (SHACL §2.3.1) or turns in a circle.
 */
export function readPath(graph: Graph, node: Term, above: readonly Term[] = []): Path {
  if (node.termType === 'NamedNode') return { kind: 'predicate', predicate: node };
  if (node.termType !== 'BlankNode') throw new Error('A property path is to be an IRI or a blank node');
  if (above.some((term) => term.equals(node))) throw new Error('The property path contains itself');
  const inside = (term: Term) => readPath(graph, term, [...above, node]);
  const one = (predicate: NamedNode) => [...graph.match(node, predicate)][0]?.object;
  if (one(rdf.first)) {
    const members = readList(graph, node);
    if (members.length < 2) throw new Error('A sequence path is to have at least two members');
    return { kind: 'sequence', paths: members.map(inside) };
  }
  const inverse = one(sh.inversePath);
  if (inverse) return { kind: 'inverse', path: inside(inverse) };
  const alternative = one(sh.alternativePath);
  if (alternative) {
    const members = readList(graph, alternative);
    if (members.length < 2) throw new Error('An alternative path is to have at least two members');
    return { kind: 'alternative', paths: members.map(inside) };
  }
  for (const [predicate, mark] of repeats) {
    const repeated = one(predicate);
    if (repeated) return { kind: 'repeat', path: inside(repeated), mark };
  }
  throw new Error('A blank node with none of the path properties is no path');
}

const repeats = [
  [sh.zeroOrMorePath, '*'],
  [sh.oneOrMorePath, '+'],
  [sh.zeroOrOnePath, '?'],
] as const;

/**
 * The members of an RDF list.
 * @throws Error where a cell has not exactly one rdf:first and one rdf:rest, or comes twice.
 */
export function readList(graph: Graph, head: Term): Term[] {
  const { cells, fault } = readCells(graph, head);
  if (fault === 'cyclic') throw new Error('The list is cyclic');
  if (fault) throw new Error('Each cell of a list is to have one rdf:first and one rdf:rest');
  return cells.map(({ object }) => object);
}

/** The statements that give the members of an RDF list, as far as it is well formed. */
export function readCells(
  graph: Graph,
  head: Term,
): { readonly cells: readonly Quad[]; readonly fault?: 'cyclic' | 'malformed' } {
  const cells: Quad[] = [];
  const seen = new Set<string>();
  for (let cell = head; !cell.equals(rdf.nil);) {
    if (seen.has(termKey(cell))) return { cells, fault: 'cyclic' };
    seen.add(termKey(cell));
    const firsts = [...graph.match(cell, rdf.first)];
    const rests = [...graph.match(cell, rdf.rest)];
    if (firsts.length !== 1 || rests.length !== 1) return { cells, fault: 'malformed' };
    cells.push(firsts[0]!);
    cell = rests[0]!.object;
  }
  return { cells };
}

/** A path as SPARQL writes it, with full IRIs. */
export function pathAsSparql(path: Path): string {
  switch (path.kind) {
    case 'predicate':
      return `<${path.predicate.value}>`;
    case 'inverse':
      return `^${grouped(path.path)}`;
    case 'repeat':
      return `${grouped(path.path)}${path.mark}`;
    case 'alternative':
      return path.paths.map(grouped).join('|');
    case 'sequence':
      return path.paths.map(grouped).join('/');
  }
}

const grouped = (path: Path): string =>
  path.kind === 'predicate' ? pathAsSparql(path) : `(${pathAsSparql(path)})`;

/** How a problem names a path: the IRI of a plain property, else the path as SPARQL writes it. */
export const pathName = (path: Path): string =>
  path.kind === 'predicate' ? path.predicate.value : pathAsSparql(path);

/** Every predicate that a path goes along. */
export function predicatesOf(path: Path): NamedNode[] {
  switch (path.kind) {
    case 'predicate':
      return [path.predicate];
    case 'inverse':
    case 'repeat':
      return predicatesOf(path.path);
    case 'alternative':
    case 'sequence':
      return path.paths.flatMap(predicatesOf);
  }
}
