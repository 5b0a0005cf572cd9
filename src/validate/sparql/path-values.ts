import type { Term } from '@rdfjs/types';
import { termKey } from '../../graph/terms.ts';
import type { Graph, Path } from '../path.ts';

/** The value nodes that a path leads to from a node, each once (SHACL §2.3.1). */
export function valuesAlong(data: Graph, node: Term, path: Path): Term[] {
  return [...follow(data, new Map([[termKey(node), node]]), path, false).values()];
}

type Nodes = ReadonlyMap<string, Term>;

function follow(data: Graph, from: Nodes, path: Path, inverse: boolean): Nodes {
  switch (path.kind) {
    case 'predicate':
      return distinct(
        [...from.values()].flatMap((node) =>
          inverse
            ? [...data.match(null, path.predicate, node)].map(({ subject }) => subject)
            : [...data.match(node, path.predicate)].map(({ object }) => object),
        ),
      );
    case 'inverse':
      return follow(data, from, path.path, !inverse);
    case 'sequence': {
      const steps = inverse ? path.paths.toReversed() : path.paths;
      return steps.reduce((nodes, step) => follow(data, nodes, step, inverse), from);
    }
    case 'alternative':
      return distinct(path.paths.flatMap((each) => [...follow(data, from, each, inverse).values()]));
    case 'repeat': {
      const found = new Map(path.mark === '+' ? [] : from);
      let reached = from;
      do {
        reached = new Map([...follow(data, reached, path.path, inverse)].filter(([key]) => !found.has(key)));
        for (const [key, node] of reached) found.set(key, node);
      } while (reached.size > 0 && path.mark !== '?');
      return found;
    }
  }
}

const distinct = (nodes: readonly Term[]): Nodes => new Map(nodes.map((node) => [termKey(node), node]));
