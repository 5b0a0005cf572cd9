import type { NamedNode, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';

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
  const members: Term[] = [];
  const seen = new Set<string>();
  for (let cell = head; !cell.equals(rdf.nil);) {
    if (seen.has(cell.value)) throw new Error('The list is cyclic');
    seen.add(cell.value);
    const firsts = [...graph.match(cell, rdf.first)];
    const rests = [...graph.match(cell, rdf.rest)];
    if (firsts.length !== 1 || rests.length !== 1)
      throw new Error('Each cell of a list is to have one rdf:first and one rdf:rest');
    members.push(firsts[0]!.object);
    cell = rests[0]!.object;
  }
  return members;
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

/** The steps that can be the last of a path: where the values that it leads to are stated. */
export function lastSteps(path: Path, inverse = false): { predicate: NamedNode; inverse: boolean }[] {
  switch (path.kind) {
    case 'predicate':
      return [{ predicate: path.predicate, inverse }];
    case 'inverse':
      return lastSteps(path.path, !inverse);
    case 'repeat':
      return lastSteps(path.path, inverse);
    case 'alternative':
      return path.paths.flatMap((each) => lastSteps(each, inverse));
    case 'sequence':
      return lastSteps(path.paths.at(inverse ? 0 : -1)!, inverse);
  }
}
