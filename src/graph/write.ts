import type { Literal, Quad, Term } from '@rdfjs/types';
import { Writer } from 'n3';
import { assertPrefix, assertQuad } from './assert-term.ts';
import { defaultGraph, quad as makeQuad, termKey, vocabulary } from './terms.ts';

/**
 * Turtle or, with `graphs`, TriG, in one readable order whatever the order of the quads: prefixes
 * sorted and only those in use, one block a subject, its types first.
 * @throws Failure 7 where a term or prefix would not be read back as itself.
 */
export function writeTurtle(
  quads: Iterable<Quad>,
  prefixes: ReadonlyMap<string, string>,
  { graphs = false }: { graphs?: boolean } = {},
): string {
  const sorted = [...quads]
    .map((quad) =>
      graphs
        ? quad
        : makeQuad(quad.subject as never, quad.predicate as never, quad.object as never, defaultGraph()),
    )
    .map((quad) => ({ quad, key: sortKey(quad) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .filter(({ key }, index, all) => key !== all[index - 1]?.key)
    .map(({ quad }) => quad);
  sorted.forEach(assertQuad);
  const used = [...usedPrefixes(sorted, prefixes)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [prefix, namespace] of used) assertPrefix(prefix, namespace);
  const writer = new Writer({
    format: graphs ? 'application/trig' : 'text/turtle',
    prefixes: Object.fromEntries(used),
  });
  for (const quad of sorted) writer.addQuad(quad);
  let text = '';
  writer.end((error: Error | null, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}

function sortKey(quad: Quad): string {
  const type = quad.predicate.equals(vocabulary.rdf.type) ? '0' : '1';
  return [
    termKey(quad.graph),
    termKey(quad.subject),
    type,
    termKey(quad.predicate),
    termKey(quad.object),
  ].join('\u0000');
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
