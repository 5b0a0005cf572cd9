import type { Literal, Quad, Term } from '@rdfjs/types';
import { Writer } from 'n3';
import { assertPrefix, assertQuad } from './assert-term.ts';
import { type Piece, pieceLength } from './piece.ts';
import { defaultGraph, quad as makeQuad, termKey, vocabulary } from './terms.ts';

export interface TurtleOptions {
  /** Whether the graphs are kept apart, as TriG; else they are put together, as Turtle. */
  readonly graphs?: boolean;
}

/**
 * Turtle or, with `graphs`, TriG, in one readable order whatever the order of the quads: prefixes
 * sorted and only those in use, one block a subject, its types first.
 * @throws Failure 7 where a term or prefix would not be read back as itself.
 */
export const writeTurtle = (
  quads: Iterable<Quad>,
  prefixes: ReadonlyMap<string, string>,
  options: TurtleOptions = {},
): string => [...turtlePieces(quads, prefixes, options)].map(({ text }) => text).join('');

/** The same text in pieces. */
export function* turtlePieces(
  quads: Iterable<Quad>,
  prefixes: ReadonlyMap<string, string>,
  { graphs = false }: TurtleOptions = {},
): Generator<Piece> {
  const all = graphs ? [...quads] : [...quads].map(inDefaultGraph);
  all.forEach(assertQuad);
  const used = [...usedPrefixes(all, prefixes)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [prefix, namespace] of used) assertPrefix(prefix, namespace);
  let text = '';
  const writer = new Writer(
    { write: (chunk: string) => void (text += chunk), end: () => undefined } as never,
    { format: graphs ? 'application/trig' : 'text/turtle', prefixes: Object.fromEntries(used) },
  );
  let written: Quad[] = [];
  for (const block of blocks(all)) {
    for (const quad of block) writer.addQuad(quad);
    written.push(...block);
    if (text.length < pieceLength) continue;
    yield { text, quads: written };
    [text, written] = ['', []];
  }
  writer.end();
  yield { text, quads: written };
}

/** What is said of each subject in each graph, in order, each quad once. */
function* blocks(quads: readonly Quad[]): Generator<readonly Quad[]> {
  for (const inGraph of sortedGroups(quads, ({ graph }) => termKey(graph)))
    for (const ofSubject of sortedGroups(inGraph, ({ subject }) => termKey(subject))) {
      const byKey = new Map(ofSubject.map((quad) => [sortKey(quad), quad]));
      yield [...byKey.keys()].sort().map((key) => byKey.get(key)!);
    }
}

function* sortedGroups(quads: readonly Quad[], keyOf: (quad: Quad) => string): Generator<readonly Quad[]> {
  const groups = Map.groupBy(quads, keyOf);
  for (const key of [...groups.keys()].sort()) yield groups.get(key)!;
}

const inDefaultGraph = (quad: Quad): Quad =>
  quad.graph.termType === 'DefaultGraph'
    ? quad
    : makeQuad(quad.subject as never, quad.predicate as never, quad.object as never, defaultGraph());

function sortKey({ predicate, object }: Quad): string {
  const type = predicate.equals(vocabulary.rdf.type) ? '0' : '1';
  return [type, termKey(predicate), termKey(object)].join('\u0000');
}

/**
 * The prefixes that would shorten at least one IRI of the quads. A prefix that is the scheme of one is left out: the
 * writer takes the IRI `sh:path`, where data has it, for a prefixed name.
 */
function usedPrefixes(quads: readonly Quad[], prefixes: ReadonlyMap<string, string>): Map<string, string> {
  const used = new Map<string, string>();
  const schemes = new Set<string>();
  const spaces = new Map([...prefixes].map(([prefix, name]) => [name, prefix]));
  const visit = (term: Term): void => {
    if (term.termType === 'Literal') return isShort(term) ? undefined : visit(term.datatype);
    if (term.termType !== 'NamedNode') return;
    schemes.add(term.value.slice(0, term.value.indexOf(':')));
    const space = /^[^]*[#/]/.exec(term.value)?.[0] ?? '';
    const prefix = spaces.get(space);
    if (prefix !== undefined) used.set(prefix, space);
  };
  for (const quad of quads) [quad.subject, quad.predicate, quad.object, quad.graph].forEach(visit);
  for (const scheme of schemes) used.delete(scheme);
  return used;
}

/** Whether a literal is written without its datatype: with a language, as a plain string, a number or a truth. */
const isShort = ({ language, datatype }: Literal): boolean =>
  language !== '' || /#(string|boolean|integer|decimal|double)$/.test(datatype.value);
