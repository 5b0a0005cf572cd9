import type { NamedNode } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { iri, literal } from '../../src/graph/terms.ts';
import { FocusNodes, packNodes } from '../../src/validate/focus-nodes.ts';

describe('focus nodes of several units', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => iri(`https://example.org/${name}`)) as [
    NamedNode,
    NamedNode,
    NamedNode,
  ];

  it('are counted for each shape, and known again', () => {
    const nodes = new FocusNodes();
    nodes.add(packNodes([[a, b], [a]]));
    nodes.add(packNodes([[c], []]));
    expect([0, 1, 2].map((shape) => nodes.of(shape).size)).toEqual([3, 1, 0]);
    expect([a, b, c].map((node) => nodes.of(1).has(node))).toEqual([true, false, false]);
    expect(nodes.isShared).toBe(false);
  });

  it('are shared where two units have one, and a literal is nobody’s', () => {
    const nodes = new FocusNodes();
    nodes.add(packNodes([[literal('x')], []]));
    nodes.add(packNodes([[literal('x')], [literal('x')]]));
    expect(nodes.isShared).toBe(false);
    expect([0, 1].map((shape) => nodes.of(shape).size)).toEqual([1, 1]);
    nodes.add(packNodes([[a]]));
    nodes.add(packNodes([[], [a]]));
    expect(nodes.isShared).toBe(true);
  });
});
