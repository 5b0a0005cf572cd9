import type { Term } from '@rdfjs/types';
import { termKey } from '../graph/terms.ts';
import { KeyTable } from '../graph/key-table.ts';
import type { NodeSet } from './targets.ts';

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

/** The focus nodes of shapes in several units, in little room: they can be counted and asked for, not named. */
export class FocusNodes {
  /** The number of the set of shapes that each node has, by its key. */
  readonly #nodes = new KeyTable();
  /** Most nodes have the same few shapes. */
  readonly #sets: (readonly number[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  /** Whether a node has come from two units; a literal is nobody's. It may be so of none, once in a blue moon. */
  isShared = false;

  add(packed: PackedNodes): void {
    for (const { shapes, nodes } of packed) {
      const number = this.#numberOf(shapes);
      for (const node of nodes) {
        const key = typeof node === 'string' ? node : termKey(node);
        const known = this.#nodes.get(key);
        if (known === undefined) {
          this.#nodes.set(key, number);
          this.#count(shapes);
          continue;
        }
        if (typeof node === 'string' || node.termType !== 'Literal') this.isShared = true;
        const before = this.#sets[known]!;
        const added = shapes.filter((shape) => !before.includes(shape));
        this.#nodes.set(key, this.#numberOf([...before, ...added]));
        this.#count(added);
      }
    }
  }

  #count(shapes: readonly number[]): void {
    for (const shape of shapes) this.#counts[shape] = (this.#counts[shape] ?? 0) + 1;
  }

  #numberOf(shapes: readonly number[]): number {
    const key = shapes.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#sets.length);
    return this.#sets.push(shapes) - 1;
  }

  /** The nodes of a shape. */
  of(shape: number): NodeSet {
    const has = (node: Term) => {
      const number = this.#nodes.get(termKey(node));
      return number !== undefined && this.#sets[number]!.includes(shape);
    };
    return { size: this.#counts[shape] ?? 0, has };
  }
}
