import type { Quad, Term } from '@rdfjs/types';
import { canonicalQuads, codePointOrder, lineOf } from '../graph/canonical.ts';
import { Dataset } from '../graph/dataset.ts';
import { blankNode, quad as makeQuad } from '../graph/terms.ts';
import { blanksOf, matchNodes } from './match-nodes.ts';

/** Two sets of quads whose blank nodes have the same name where they are the same. */
export interface Aligned {
  readonly old: readonly Quad[];
  readonly new: readonly Quad[];
}

/**
 * Gives the blank nodes of two sets of quads names in common. What hangs together by blank nodes is compared by its canonical
 * form (RDFC-1.0): what has the same on both sides is the same. Of the rest, nodes of which much is said alike are taken for
 * the same, so that a small change in one shows as small; however they are paired, the difference is a true one.
 * @throws Failure 6 where blank nodes are too much alike for a canonical form.
 */
export async function alignBlankNodes(old: Iterable<Quad>, now: Iterable<Quad>): Promise<Aligned> {
  const before = await clustersOf(old);
  const after = await clustersOf(now);
  const waiting = Map.groupBy(after.clusters, ({ text }) => text);
  const same: Quad[] = [];
  const rest: { old: Cluster[]; new: Cluster[] } = { old: [], new: [] };
  let pairs = 0;
  for (const cluster of before.clusters) {
    if (waiting.get(cluster.text)?.pop())
      same.push(...renamed(cluster.quads, (name) => `same${pairs}.${name}`));
    else rest.old.push(cluster);
    pairs++;
  }
  rest.new.push(...[...waiting.values()].flat());
  const [left, right] = [inOneOrder(rest.old), inOneOrder(rest.new)];
  const names = matchNodes(left, right);
  return {
    old: [...before.plain, ...same, ...renamed(left, (name) => names.old.get(name)!)],
    new: [...after.plain, ...same, ...renamed(right, (name) => names.new.get(name)!)],
  };
}

/** Quads that hang together by blank nodes, which have their canonical names. */
interface Cluster {
  readonly quads: readonly Quad[];
  /** Their canonical form. */
  readonly text: string;
}

async function clustersOf(quads: Iterable<Quad>): Promise<{ plain: Quad[]; clusters: Cluster[] }> {
  const plain: Quad[] = [];
  const unnamed: Quad[] = [];
  for (const quad of new Dataset(quads)) (blanksOf(quad).length > 0 ? unnamed : plain).push(quad);
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next; (next = above.get(at)) !== undefined; at = next);
    if (at !== name) above.set(name, at);
    return at;
  };
  for (const quad of unnamed) {
    const [first, ...others] = blanksOf(quad).map(top);
    for (const other of others) if (top(other) !== top(first!)) above.set(top(other), top(first!));
  }
  const together = Map.groupBy(unnamed, (quad) => top(blanksOf(quad)[0]!));
  const clusters: Cluster[] = [];
  for (const each of together.values()) {
    const byLine = new Map((await canonicalQuads(each)).map((quad) => [lineOf(quad), quad]));
    const lines = codePointOrder([...byLine.keys()]);
    clusters.push({ quads: lines.map((line) => byLine.get(line)!), text: lines.join('') });
  }
  return { plain, clusters };
}

/** The quads of clusters, with names that tell their nodes apart and depend on nothing but what is said. */
const inOneOrder = (clusters: readonly Cluster[]): Quad[] =>
  [...clusters]
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .flatMap(({ quads }, index) => renamed(quads, (name) => `${index}.${name}`));

/** Quads whose blank nodes have other names. */
function renamed(quads: readonly Quad[], nameOf: (name: string) => string): Quad[] {
  const rename = (term: Term) =>
    (term.termType === 'BlankNode' ? blankNode(nameOf(term.value)) : term) as never;
  return quads.map(({ subject, predicate, object, graph }) =>
    makeQuad(rename(subject), predicate as never, rename(object), rename(graph)),
  );
}
