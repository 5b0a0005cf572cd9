import type { Term } from '@rdfjs/types';
import { termKey, vocabulary } from '../../graph/terms.ts';
import { readCells } from '../path.ts';
import type { Fault } from './fault.ts';
import { memberRules, needs, once, onPropertyShapes, valueRules } from './parameter-rules.ts';
import { demandsAnything } from './reach.ts';
import { has, isPropertyShape, sh, type ShapesGraph } from './shapes-graph.ts';

/** Values of a kind that a parameter does not take, in itself or in its list. */
export function* checkValues({ graph, show }: ShapesGraph): Iterable<Fault> {
  for (const [name, { holds, expected }] of valueRules)
    for (const quad of graph.match(null, sh(name)))
      if (!holds(quad.object)) {
        const values = { parameter: `sh:${name}`, expected, value: show(quad.object) };
        yield { code: 'wrong-value', at: { quad, part: 'object' }, values };
      }
  for (const [name, { holds, expected }] of memberRules)
    for (const { object } of graph.match(null, sh(name)))
      for (const cell of readCells(graph, object).cells)
        if (!holds(cell.object)) {
          const values = { parameter: `sh:${name}`, expected, value: show(cell.object) };
          yield { code: 'wrong-member', at: { quad: cell, part: 'object' }, values };
        }
}

/** What a shape says twice, and may say once. */
export function* checkRepetition({ graph }: ShapesGraph): Iterable<Fault> {
  for (const name of once) {
    const seen = new Set<string>();
    for (const quad of graph.match(null, sh(name))) {
      const key = termKey(quad.subject);
      if (seen.has(key))
        yield {
          code: 'repeated-parameter',
          at: { quad, part: 'object' },
          values: { parameter: `sh:${name}` },
        };
      seen.add(key);
    }
  }
}

/** Parameters on the wrong kind of shape, or without another that they need. */
export function* checkCompany(shapes: ShapesGraph): Iterable<Fault> {
  const { graph } = shapes;
  for (const name of onPropertyShapes)
    for (const quad of graph.match(null, sh(name)))
      if (!has(shapes, quad.subject, 'path') && !isPropertyShape(shapes, quad.subject))
        yield {
          code: 'only-on-property-shapes',
          at: { quad, part: 'predicate' },
          values: { parameter: `sh:${name}` },
        };
  for (const [name, others] of needs)
    for (const quad of graph.match(null, sh(name)))
      if (!others.some((other) => has(shapes, quad.subject, other))) {
        const of = (or: string) => others.map((other) => `sh:${other}`).join(or);
        const values = { parameter: `sh:${name}`, other: { nl: of(' of '), en: of(' or ') } };
        yield { code: 'incomplete-parameter', at: { quad, part: 'predicate' }, values };
      }
}

/**
 * Whether a value of sh:property without a path makes demands that a node shape can make. Then engines are agreed: it is
 * held against the focus node, as a value of sh:node would be.
 */
const isNodeShapeInDisguise = (shapes: ShapesGraph, shape: Term): boolean =>
  !isTyped(shapes, shape) &&
  demandsAnything(shapes, shape) &&
  !onPropertyShapes.some((name) => has(shapes, shape, name));

const isTyped = ({ graph }: ShapesGraph, shape: Term): boolean =>
  graph.match(shape, vocabulary.rdf.type, sh('PropertyShape')).size > 0;

/** Property shapes without a path, and node shapes with one (SHACL §2.2, §2.3). */
export function* checkKinds(shapes: ShapesGraph): Iterable<Fault> {
  const { graph, references, show } = shapes;
  const { rdf } = vocabulary;
  for (const shape of shapes.shapes.values())
    if (isPropertyShape(shapes, shape) && !has(shapes, shape, 'path')) {
      const code = isNodeShapeInDisguise(shapes, shape) ? 'path-left-out' : 'path-missing';
      yield { code, at: shape, values: { shape: show(shape) } };
    }
  for (const quad of graph.match(null, rdf.type, sh('NodeShape')))
    for (const path of graph.match(quad.subject, sh('path')))
      yield {
        code: 'path-on-node-shape',
        at: { quad: path, part: 'predicate' },
        values: { shape: show(quad.subject) },
      };
  for (const { parameter, to, quad } of references)
    if (parameter === 'node' && has(shapes, to, 'path'))
      yield { code: 'property-shape-as-node', at: { quad, part: 'object' }, values: { shape: show(to) } };
}
