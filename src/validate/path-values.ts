import type { Quad, Term } from '@rdfjs/types';
import { termKey } from '../graph/terms.ts';
import type { Graph, Path } from './path.ts';

/** A statement along which a path is gone, and the part of it that the path comes to. */
export interface Step {
  readonly quad: Quad;
  readonly part: 'subject' | 'object';
}

/** A node that a path leads to, with the last steps that lead there; without steps where the way is empty. */
export interface Arrival {
  readonly node: Term;
  readonly steps: readonly Step[];
}

/** By the key of their node. */
export type Arrivals = ReadonlyMap<string, Arrival>;

/** The value nodes that a path leads to from a node, each once (SHACL §2.3.1). */
export function valuesAlong(data: Graph, node: Term, path: Path): Term[] {
  return [...arrivals(data, node, path).values()].map((arrival) => arrival.node);
}

/** The value nodes that a path leads to from a node, each with every statement that leads there last. */
export function arrivals(data: Graph, node: Term, path: Path): Arrivals {
  return follow(data, new Map([[termKey(node), { node, steps: [] }]]), path, false);
}

function follow(data: Graph, from: Arrivals, path: Path, inverse: boolean): Arrivals {
  switch (path.kind) {
    case 'predicate':
      return gather(
        [...from.values()].flatMap(({ node }) =>
          inverse
            ? [...data.match(null, path.predicate, node)].map((quad) => arrival(quad, 'subject'))
            : [...data.match(node, path.predicate)].map((quad) => arrival(quad, 'object')),
        ),
      );
    case 'inverse':
      return follow(data, from, path.path, !inverse);
    case 'sequence': {
      const steps = inverse ? path.paths.toReversed() : path.paths;
      return steps.reduce((nodes, step) => follow(data, nodes, step, inverse), from);
    }
    case 'alternative':
      return gather(path.paths.flatMap((each) => [...follow(data, from, each, inverse).values()]));
    case 'repeat': {
      const found = path.mark === '+' ? [] : [...from.values()];
      const known = new Set(path.mark === '+' ? [] : from.keys());
      let reached = from;
      do {
        const next = follow(data, reached, path.path, inverse);
        found.push(...next.values());
        reached = new Map([...next].filter(([key]) => !known.has(key)));
        for (const key of reached.keys()) known.add(key);
      } while (reached.size > 0 && path.mark !== '?');
      return gather(found);
    }
  }
}

const arrival = (quad: Quad, part: Step['part']): Arrival => ({ node: quad[part], steps: [{ quad, part }] });

/** Each node once, with the steps of all. */
function gather(found: readonly Arrival[]): Arrivals {
  const nodes = new Map<string, { node: Term; steps: Step[] }>();
  for (const { node, steps } of found) {
    const key = termKey(node);
    const known = nodes.get(key);
    if (known) for (const step of steps) known.steps.push(step);
    else nodes.set(key, { node, steps: [...steps] });
  }
  return nodes;
}
