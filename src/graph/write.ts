import type { Literal, Quad, Term } from '@rdfjs/types';
import { Writer } from 'n3';
import { assertPrefix, assertQuad } from './assert-term.ts';
import { type Piece, pieceLength } from './piece.ts';
import { type Nested, nest } from './nested.ts';
import { Triples } from './triples.ts';
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

/**
 * Turtle in the same order, in which no blank node has a name that one triple alone refers to: such a node, and each
 * list, stands inside that triple. For what people maintain by hand, as ontologies and shapes.
 * @throws Failure 7 where a term or prefix would not be read back as itself.
 */
export function writeNestedTurtle(quads: Iterable<Quad>, prefixes: ReadonlyMap<string, string>): string {
  const triples = [...new Triples(quads)];
  const { writer, take } = open(triples, prefixes, 'text/turtle');
  const asValue = (value: Nested): Term => {
    if (value.kind === 'term') return value.term;
    return value.kind === 'list'
      ? (writer.list(value.members.map(asValue) as never) as never)
      : writer.blank(
          value.statements.map(({ predicate, object }) => ({
            predicate: predicate as never,
            object: asValue(object) as never,
          })),
        );
  };
  for (const { subject, statements } of nest(triples)) {
    const written = asValue(subject);
    for (const { predicate, object } of statements)
      writer.addQuad(written as never, predicate as never, asValue(object) as never);
  }
  writer.end();
  return take();
}

/** The same text as `writeTurtle` gives, in pieces. */
export function* turtlePieces(
  quads: Iterable<Quad>,
  prefixes: ReadonlyMap<string, string>,
  { graphs = false }: TurtleOptions = {},
): Generator<Piece> {
  const all = graphs ? [...quads] : [...quads].map(inDefaultGraph);
  const { writer, take } = open(all, prefixes, graphs ? 'application/trig' : 'text/turtle');
  let text = '';
  let written: Quad[] = [];
  for (const block of blocks(all)) {
    for (const quad of block) writer.addQuad(quad);
    written.push(...block);
    text += take();
    if (text.length < pieceLength) continue;
    yield { text, quads: written };
    [text, written] = ['', []];
  }
  writer.end();
  yield { text: text + take(), quads: written };
}

/** A writer of quads that have passed the gate, with the prefixes that they use, and what takes away what it has written. */
function open(quads: readonly Quad[], prefixes: ReadonlyMap<string, string>, format: string) {
  quads.forEach(assertQuad);
  const used = [...usedPrefixes(quads, prefixes)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [prefix, namespace] of used) assertPrefix(prefix, namespace);
  let text = '';
  const writer = new Writer(
    { write: (chunk: string) => void (text += chunk), end: () => undefined } as never,
    { format, prefixes: Object.fromEntries(used) },
  );
  const take = (): string => {
    const taken = text;
    text = '';
    return taken;
  };
  return { writer, take };
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
