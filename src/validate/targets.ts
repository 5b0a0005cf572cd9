import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import type { Findable } from '../graph/quad-index.ts';
import { shacl, termKey, vocabulary } from '../graph/terms.ts';
import { classesBelow } from './hierarchy.ts';
import type { Graph } from './path.ts';

const { rdf, rdfs, sh } = vocabulary;

/** Nodes that can be counted and asked for, and need not be kept by name for that. */
export interface NodeSet {
  readonly size: number;
  has(node: Term): boolean;
}

/** A shape with a target, and the nodes of the data that it looks at (SHACL §2.1.3). */
export interface Target {
  readonly shape: Term;
  readonly focusNodes: NodeSet;
}

/** A shape with the nodes that its target selects, each once. */
export interface Selected {
  readonly shape: Term;
  readonly focusNodes: readonly Term[];
}

/** What a shape with a target looks at, without the names. */
export function targetOf({ shape, focusNodes }: Selected): Target {
  const keys = new Set(focusNodes.map(termKey));
  return { shape, focusNodes: { size: keys.size, has: (node) => keys.has(termKey(node)) } };
}

/** How the focus nodes of a shape are found in data, each once. */
export type Targeting = (data: Findable) => Term[];

/** What every shape that has a target selects from the data; shapes that are switched off are left out. */
export const selectTargets = (shapes: Dataset, data: Findable): Selected[] =>
  targetedShapes(shapes, implicitClasses(shapes)).map((shape) => ({
    shape,
    focusNodes: inOrder(byKey(targetingOf(shapes, shape, isImplicitClass(shapes, shape))(data))),
  }));

/** A shape that an engine for Core looks at nodes with. */
export interface CoreTarget {
  readonly shape: Term;
  readonly targeting: Targeting;
  /** Whether it has a target as SHACL has it: an engine takes any class with demands for a shape. */
  readonly isStated: boolean;
}

/** The shapes that an engine for Core looks at nodes with, in one order. */
export function coreTargets(shapes: Dataset): CoreTarget[] {
  const strict = byKey(targetedShapes(shapes, implicitClasses(shapes)));
  const classes = byKey(
    [...classesBelow(shapes.union(), rdfs.class).values()]
      .flatMap((type) => [...shapes.match(null, rdf.type, type)].map(({ subject }) => subject))
      .filter(
        (node) =>
          strict.has(termKey(node)) ||
          [...shapes.match(node)].some(({ predicate }) => predicate.value.startsWith(shacl)),
      ),
  );
  return targetedShapes(shapes, [...classes.values()]).map((shape) => ({
    shape,
    targeting: targetingOf(shapes, shape, classes.has(termKey(shape))),
    isStated: strict.has(termKey(shape)),
  }));
}

function targetedShapes(shapes: Dataset, classes: readonly Term[]): Term[] {
  const stated = [sh.targetClass, sh.targetNode, sh.targetSubjectsOf, sh.targetObjectsOf, sh.target].flatMap(
    (predicate) => [...shapes.match(null, predicate)].map(({ subject }) => subject),
  );
  return inOrder(byKey([...stated, ...classes])).filter((shape) => !isDeactivated(shapes, shape));
}

function targetingOf(shapes: Dataset, shape: Term, isClass: boolean): Targeting {
  const objects = (predicate: Term): Term[] =>
    [...shapes.match(shape, predicate)].map(({ object }) => object);
  const classes = [...objects(sh.targetClass), ...(isClass ? [shape] : [])];
  const [named, subjectsOf, objectsOf] = [sh.targetNode, sh.targetSubjectsOf, sh.targetObjectsOf].map(
    objects,
  );
  return (data) => {
    const found = new Map<string, Term>();
    const add = (node: Term) => void found.set(termKey(node), node);
    for (const type of classes)
      for (const each of classesBelow(data, type).values())
        for (const { subject } of data.find(null, rdf.type, each)) add(subject);
    for (const node of named!) add(node);
    for (const predicate of subjectsOf!)
      for (const { subject } of data.find(null, predicate, null)) add(subject);
    for (const predicate of objectsOf!)
      for (const { object } of data.find(null, predicate, null)) add(object);
    return [...found.values()];
  };
}

const byKey = (terms: readonly Term[]): Map<string, Term> =>
  new Map(terms.map((term) => [termKey(term), term]));

/** The same order whatever the order of the data: by key. */
const inOrder = (terms: ReadonlyMap<string, Term>): Term[] =>
  [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);

/** A class and all classes below it, as the data states them. */
export function withSubclasses(data: Graph, type: Term): Term[] {
  const found = new Map([[termKey(type), type]]);
  for (const each of found.values())
    for (const { subject } of data.match(null, rdfs.subClassOf, each)) found.set(termKey(subject), subject);
  return [...found.values()];
}

export const isDeactivated = (shapes: Graph, shape: Term): boolean =>
  [...shapes.match(shape, sh.deactivated)].some(({ object }) => object.value === 'true');

const implicitClasses = (shapes: Dataset): Term[] =>
  [sh.nodeShape, sh.propertyShape]
    .flatMap((type) => [...shapes.match(null, rdf.type, type)].map(({ subject }) => subject))
    .filter((shape) => isImplicitClass(shapes, shape));

/** A shape that is a class targets its own instances (SHACL §2.1.3.3). */
export const isImplicitClass = (shapes: Graph, shape: Term): boolean =>
  [...shapes.match(shape, rdf.type)].some(({ object }) =>
    [...withSuperclasses(shapes, object)].some((type) => type.equals(rdfs.class)),
  ) && isShape(shapes, shape);

const isShape = (shapes: Graph, node: Term): boolean =>
  [...shapes.match(node, rdf.type)].some(
    ({ object }) => object.equals(sh.nodeShape) || object.equals(sh.propertyShape),
  );

function withSuperclasses(shapes: Graph, type: Term): Term[] {
  const found = new Map([[termKey(type), type]]);
  for (const each of found.values())
    for (const { object } of shapes.match(each, rdfs.subClassOf)) found.set(termKey(object), object);
  return [...found.values()];
}
