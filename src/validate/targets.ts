import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import type { Graph } from './path.ts';

const { rdf, rdfs, sh } = vocabulary;

/** A shape with a target, and the nodes of the data that it looks at (SHACL §2.1.3). */
export interface Target {
  readonly shape: Term;
  readonly focusNodes: readonly Term[];
}

/** What every shape that has a target selects from the data; shapes that are switched off are left out. */
export function selectTargets(shapes: Dataset, data: Graph): Target[] {
  const targeted = new Map<string, Term>();
  for (const predicate of [sh.targetClass, sh.targetNode, sh.targetSubjectsOf, sh.targetObjectsOf, sh.target])
    for (const { subject } of shapes.match(null, predicate)) targeted.set(termKey(subject), subject);
  for (const shape of implicitClasses(shapes)) targeted.set(termKey(shape), shape);
  return inOrder(targeted)
    .filter((shape) => !isDeactivated(shapes, shape))
    .map((shape) => ({ shape, focusNodes: focusNodes(shapes, data, shape) }));
}

/** The focus nodes of one shape in the data, each once. */
export function focusNodes(shapes: Dataset, data: Graph, shape: Term): Term[] {
  const nodes = new Map<string, Term>();
  const add = (node: Term) => void nodes.set(termKey(node), node);
  const objects = (predicate: Term): Term[] =>
    [...shapes.match(shape, predicate)].map(({ object }) => object);
  const classes: Term[] = objects(sh.targetClass);
  if (isImplicitClass(shapes, shape)) classes.push(shape);
  for (const type of classes)
    for (const each of withSubclasses(data, type))
      for (const { subject } of data.match(null, rdf.type, each)) add(subject);
  for (const node of objects(sh.targetNode)) add(node);
  for (const predicate of objects(sh.targetSubjectsOf))
    for (const { subject } of data.match(null, predicate)) add(subject);
  for (const predicate of objects(sh.targetObjectsOf))
    for (const { object } of data.match(null, predicate)) add(object);
  return inOrder(nodes);
}

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
