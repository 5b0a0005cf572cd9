import type { Quad, Term } from '@rdfjs/types';
import { termKey } from '../graph/terms.ts';

/** New names of the blank nodes on both sides: the same name for those that are taken for the same. */
export interface NodeNames {
  readonly old: ReadonlyMap<string, string>;
  readonly new: ReadonlyMap<string, string>;
}

/** The names of the blank nodes in a quad. */
export const blanksOf = ({ subject, object, graph }: Quad): string[] =>
  [subject, object, graph].filter(({ termType }) => termType === 'BlankNode').map(({ value }) => value);

/** What more nodes than this have in common tells none of them apart. */
const telling = 50;

/**
 * Pairs the blank nodes of two sets of quads by what is said of them: those that have most in common first, and then those
 * that have something in common once their neighbours are paired.
 */
export function matchNodes(old: readonly Quad[], now: readonly Quad[]): NodeNames {
  const sides = [quadsByNode(old), quadsByNode(now)] as const;
  const names = [new Map<string, string>(), new Map<string, string>()] as const;
  let count = 0;
  for (;;) {
    const scores = scoresOf(sides, names);
    const best = [bestOf(scores, 0), bestOf(scores, 1)] as const;
    const mutual = scores.filter(
      (score) => best[0].get(score.nodes[0]) === score && best[1].get(score.nodes[1]) === score,
    );
    if (mutual.length === 0) break;
    for (const { nodes } of mutual) {
      const name = `b${count++}`;
      nodes.forEach((node, side) => names[side as 0 | 1].set(node, name));
    }
  }
  for (const side of [0, 1] as const)
    for (const node of sides[side].keys()) if (!names[side].has(node)) names[side].set(node, `b${count++}`);
  return { old: names[0], new: names[1] };
}

const quadsByNode = (quads: readonly Quad[]): Map<string, Quad[]> => {
  const found = new Map<string, Quad[]>();
  for (const quad of quads)
    for (const node of new Set(blanksOf(quad))) found.set(node, [...(found.get(node) ?? []), quad]);
  return found;
};

interface Score {
  readonly nodes: readonly [old: string, now: string];
  readonly shared: number;
}

type Sides<Value> = readonly [Value, Value];

/** How much the nodes of both sides that have no name yet have in common, where they have anything. */
function scoresOf(sides: Sides<Map<string, Quad[]>>, names: Sides<Map<string, string>>): Score[] {
  const having = sides.map((side, index) => {
    const found = new Map<string, string[]>();
    for (const [node, quads] of side)
      if (!names[index as 0 | 1].has(node))
        for (const sign of quads.map((quad) => signOf(quad, node, names[index as 0 | 1])))
          found.set(sign, [...(found.get(sign) ?? []), node]);
    return found;
  });
  const shared = new Map<string, Score & { shared: number }>();
  for (const [sign, old] of having[0]!) {
    const now = having[1]!.get(sign) ?? [];
    if (old.length > telling || now.length > telling) continue;
    for (const a of new Set(old))
      for (const b of new Set(now)) {
        const key = `${a} ${b}`;
        const score = shared.get(key) ?? { nodes: [a, b], shared: 0 };
        score.shared++;
        shared.set(key, score);
      }
  }
  return [...shared.values()];
}

/** What a quad says of one of its nodes. */
function signOf(quad: Quad, node: string, names: ReadonlyMap<string, string>): string {
  const part = (term: Term) => {
    if (term.termType !== 'BlankNode') return termKey(term);
    return term.value === node ? '_ itself' : `_ ${names.get(term.value) ?? 'another'}`;
  };
  return [quad.subject, quad.predicate, quad.object, quad.graph].map(part).join('\u0000');
}

/** The best score of each node of a side; the first of equal ones, in the order of the nodes. */
function bestOf(scores: readonly Score[], side: 0 | 1): Map<string, Score> {
  const best = new Map<string, Score>();
  for (const score of scores) {
    const known = best.get(score.nodes[side]);
    if (!known || score.shared > known.shared) best.set(score.nodes[side], score);
  }
  return best;
}
