import type { Term } from '@rdfjs/types';
import { passingIri, termKey } from '../graph/terms.ts';

/** Focus nodes as another thread tells of them: each once, with those that have the same shapes. */
export type PackedNodes = readonly {
  /** The numbers of the shapes. */
  readonly shapes: readonly number[];
  /** An IRI as it is, another term as a term. */
  readonly nodes: readonly (string | Term)[];
}[];

/** @param focusNodes those of each shape, in the order of the shapes. */
export function packNodes(focusNodes: readonly (readonly Term[])[]): PackedNodes {
  const found = new Map<string, { node: Term; shapes: number[] }>();
  for (const [shape, ofShape] of focusNodes.entries())
    for (const node of ofShape) {
      const key = termKey(node);
      const known = found.get(key);
      if (known) known.shapes.push(shape);
      else found.set(key, { node, shapes: [shape] });
    }
  return [...Map.groupBy(found.values(), ({ shapes }) => shapes.join()).values()].map((group) => ({
    shapes: group[0]!.shapes,
    nodes: group.map(({ node }) => (node.termType === 'NamedNode' ? node.value : node)),
  }));
}

/** The focus nodes of shapes in several units, each once, in little room: most have the same few shapes. */
export class FocusNodes {
  /** The shapes of each node, by its key. */
  readonly #shapes = new Map<string, readonly number[]>();
  /** The nodes that are not IRIs, by key; an IRI is its key. */
  readonly #others = new Map<string, Term>();
  readonly #sets = new Map<string, readonly number[]>();
  /** Whether a node has come from two units; a literal is nobody's. */
  isShared = false;

  add(packed: PackedNodes): void {
    for (const { shapes, nodes } of packed) {
      const same = this.#interned(shapes);
      for (const node of nodes) {
        const key = typeof node === 'string' ? node : termKey(node);
        const known = this.#shapes.get(key);
        if (typeof node !== 'string') this.#others.set(key, node);
        if (known && !(typeof node !== 'string' && node.termType === 'Literal')) this.isShared = true;
        this.#shapes.set(key, known ? this.#interned([...new Set([...known, ...shapes])]) : same);
      }
    }
  }

  #interned(shapes: readonly number[]): readonly number[] {
    const key = shapes.join();
    const known = this.#sets.get(key);
    if (!known) this.#sets.set(key, shapes);
    return known ?? shapes;
  }

  /** The nodes of each of so many shapes. */
  byShape(count: number): Term[][] {
    const found = Array.from({ length: count }, (): Term[] => []);
    for (const [key, shapes] of this.#shapes) {
      const term = this.#others.get(key) ?? passingIri(key);
      for (const shape of shapes) found[shape]!.push(term);
    }
    return found;
  }
}
