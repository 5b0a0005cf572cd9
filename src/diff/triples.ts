import type { Quad } from '@rdfjs/types';
import { codePointOrder, lineOf } from '../graph/canonical.ts';
import { defaultGraph, quad as makeQuad } from '../graph/terms.ts';
import { alignBlankNodes } from './blank-nodes.ts';

/** The quads that only one of two sets has, in one order; blank nodes of the same name are the same. */
export interface Changes {
  readonly added: readonly Quad[];
  readonly removed: readonly Quad[];
}

/**
 * What one set of quads has and the other has not. Where one of them keeps no graphs apart, as Turtle does not, graphs count
 * for neither.
 * @throws Failure 6 where blank nodes are too much alike to be compared.
 */
export async function changesBetween(old: Iterable<Quad>, now: Iterable<Quad>): Promise<Changes> {
  const [before, after] = [[...old], [...now]];
  const isFlat = (quads: readonly Quad[]) => quads.every(({ graph }) => graph.termType === 'DefaultGraph');
  const keepsGraphs = isFlat(before) === isFlat(after);
  const seen = keepsGraphs ? { old: before, new: after } : { old: before.map(flat), new: after.map(flat) };
  const aligned = await alignBlankNodes(seen.old, seen.new);
  const left = byLine(aligned.old);
  const right = byLine(aligned.new);
  return { added: only(right, left), removed: only(left, right) };
}

const flat = ({ subject, predicate, object }: Quad): Quad =>
  makeQuad(subject as never, predicate as never, object as never, defaultGraph());

const byLine = (quads: readonly Quad[]): Map<string, Quad> =>
  new Map(quads.map((quad) => [lineOf(quad), quad]));

const only = (these: ReadonlyMap<string, Quad>, those: ReadonlyMap<string, Quad>): Quad[] =>
  codePointOrder([...these.keys()].filter((line) => !those.has(line))).map((line) => these.get(line)!);
