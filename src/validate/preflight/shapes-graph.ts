import type { Quad, Term } from '@rdfjs/types';

import { iri, shacl, termKey, vocabulary } from '../../graph/terms.ts';
import type { Triples } from '../../graph/triples.ts';
import type { Loaded } from '../../project/load.ts';
import { readCells } from '../path.ts';
import { withSubclasses } from '../targets.ts';
import { coreParameters, shaclName, targetPredicates } from './known-terms.ts';

/** A shape that leads to another, and the statement that has the other as its object (SHACL §3.4.3). */
export interface Reference {
  readonly from: Term;
  readonly parameter: string;
  readonly to: Term;
  readonly quad: Quad;
}

/** What the checks look at. */
export interface ShapesGraph {
  /** All statements, each once, whatever graph they stand in. */
  readonly graph: Triples;
  /** Nodes that are shapes because of what is said of them, and not only because another shape refers to them. */
  readonly shapes: ReadonlyMap<string, Term>;
  readonly references: readonly Reference[];
  /** The IRIs of properties that are parameters of components which the shapes declare. */
  readonly parameters: ReadonlySet<string>;
  /** The keys of blank nodes that only annotate: shapes lead to them by no term of SHACL. */
  readonly annotations: ReadonlySet<string>;
  /** A term as the files write it. */
  readonly show: (term: Term) => string;
}

const { rdf } = vocabulary;

/** A term of the SHACL namespace. */
export const sh = (name: string) => iri(shacl + name);

/** The parameters whose values are lists of shapes. */
export const listsOfShapes = ['and', 'or', 'xone'] as const;

/** Finds the shapes, by the definition of the specification (SHACL §2.1), and what they refer to. */
export function readShapesGraph({ dataset, prefixes }: Loaded): ShapesGraph {
  const graph = dataset.union();
  const shapes = new Map<string, Term>();
  const add = (quads: Iterable<Quad>) => {
    for (const { subject } of quads) shapes.set(termKey(subject), subject);
  };
  for (const type of ['NodeShape', 'PropertyShape'])
    for (const each of withSubclasses(graph, sh(type))) add(graph.match(null, rdf.type, each));
  for (const name of [...targetPredicates, ...coreParameters, 'target', 'deactivated'])
    add(graph.match(null, sh(name)));
  const found = [...references(graph)];
  for (const { to } of found) if (isDescribed(graph, to)) shapes.set(termKey(to), to);
  const parameters = parametersOfComponents(graph);
  const annotations = findAnnotations(graph, parameters);
  for (const key of annotations) shapes.delete(key);
  return { graph, shapes, references: found, parameters, annotations, show: shower(prefixes) };
}

/** Whether anything of SHACL is said of a node. */
const isDescribed = (graph: Triples, node: Term): boolean =>
  [...graph.match(node)].some(({ predicate }) => shaclName(predicate.value) !== undefined);

function* references(graph: Triples): Iterable<Reference> {
  for (const parameter of ['property', 'node', 'not', 'qualifiedValueShape'])
    for (const quad of graph.match(null, sh(parameter)))
      yield { from: quad.subject, parameter, to: quad.object, quad };
  for (const parameter of listsOfShapes)
    for (const { subject, object } of graph.match(null, sh(parameter)))
      for (const cell of readCells(graph, object).cells)
        yield { from: subject, parameter, to: cell.object, quad: cell };
}

/**
 * The blank nodes that no shape leads to, since they are the value of a property that is none of SHACL's, nor a
 * parameter of a component. One that says itself that it is a shape, or what it looks at, is no annotation.
 */
function findAnnotations(graph: Triples, parameters: ReadonlySet<string>): Set<string> {
  const leads = ({ value }: Term) =>
    shaclName(value) !== undefined ||
    value === rdf.first.value ||
    value === rdf.rest.value ||
    parameters.has(value);
  const values = new Set([...graph].map(({ object }) => termKey(object)));
  const speaksForItself = (node: Term) =>
    node.termType !== 'BlankNode' ||
    !values.has(termKey(node)) ||
    [...graph.match(node)].some(({ predicate, object }) =>
      predicate.equals(rdf.type)
        ? shaclName(object.value) !== undefined
        : shaclName(predicate.value)?.startsWith('target'),
    );
  const subjects = new Map<string, Term>([...graph].map(({ subject }) => [termKey(subject), subject]));
  const reached = new Map([...subjects].filter(([, node]) => speaksForItself(node)));
  for (const node of reached.values())
    for (const { predicate, object } of graph.match(node))
      if (leads(predicate)) reached.set(termKey(object), object);
  return new Set([...subjects.keys()].filter((key) => !reached.has(key)));
}

/** The parameters of components that the shapes declare (SHACL §6.2.1). */
function parametersOfComponents(graph: Triples): Set<string> {
  const paths = [...graph.match(null, sh('parameter'))].flatMap(({ object }) => [
    ...graph.match(object, sh('path')),
  ]);
  return new Set(paths.map(({ object }) => object.value));
}

/** Writes terms with the prefixes of the files. */
function shower(prefixes: ReadonlyMap<string, string>): ShapesGraph['show'] {
  const known = [...prefixes, ['sh', shacl] as const];
  return (term) => {
    if (term.termType === 'BlankNode') return '[…]';
    if (term.termType !== 'NamedNode') return `"${term.value}"`;
    const found = known.find(
      ([, name]) => term.value.startsWith(name) && /^[\w-]+$/.test(term.value.slice(name.length)),
    );
    return found ? `${found[0]}:${term.value.slice(found[1].length)}` : `<${term.value}>`;
  };
}

/** Whether a node has anything said of it with a predicate. */
export const has = ({ graph }: ShapesGraph, node: Term, name: string): boolean =>
  graph.match(node, sh(name)).size > 0;

/** Whether a node is to have a path: it is typed as a property shape, or the value of sh:property. */
export const isPropertyShape = ({ graph }: ShapesGraph, node: Term): boolean =>
  [...graph.match(node, rdf.type)].some(({ object }) => object.equals(sh('PropertyShape'))) ||
  graph.match(null, sh('property'), node).size > 0;
