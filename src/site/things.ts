import type { NamedNode, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import type { Model } from './model.ts';

/** The IRIs of a project by the page that shows them, in one order. */
export type Things = ReadonlyMap<string, readonly NamedNode[]>;

/** Everything of a project that is spoken of anywhere: what is described, referred to, or a graph. */
export function gatherThings(model: Model, dataset: Dataset): Things {
  const pages = new Map<string, NamedNode[]>();
  const seen = new Set<string>();
  const see = (node: Term): void => {
    if (node.termType !== 'NamedNode' || seen.has(node.value)) return;
    seen.add(node.value);
    const page = model.address(node)?.page;
    if (page === undefined) return;
    const known = pages.get(page);
    if (known) known.push(node);
    else pages.set(page, [node]);
  };
  for (const { subject, predicate, object, graph } of dataset)
    [subject, predicate, object, graph].forEach(see);
  for (const nodes of pages.values()) nodes.sort((a, b) => (a.value < b.value ? -1 : 1));
  return new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The thing that a page is about, where it is about one. */
export function mainThing(model: Model, page: string, things: readonly NamedNode[]): NamedNode | undefined {
  return things.find((node) => {
    const address = model.address(node);
    return address?.page === page && address.fragment === undefined;
  });
}
