import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import type { Locator, Place } from '../graph/locator.ts';
import type { Findable } from '../graph/quad-index.ts';
import { iri, shacl, termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import { type Graph, predicatesOf, readCells, readPath } from './path.ts';
import { classesBelow } from './hierarchy.ts';
import { isImplicitClass } from './targets.ts';

const { rdf, rdfs, sh } = vocabulary;

/** A class or predicate of the data that no shape says anything of. */
export interface Uncovered {
  readonly kind: 'class' | 'predicate';
  readonly term: NamedNode;
  /** How many statements use it. */
  readonly count: number;
  /** Where it is first used. */
  readonly place: Place | undefined;
}

/** The keys of what shapes speak of. */
export interface Covered {
  readonly class: ReadonlySet<string>;
  readonly predicate: ReadonlySet<string>;
}

/**
 * The classes and predicates of the data that no shape covers, in the order of their kinds and IRIs.
 * @param ontology names of the graphs that define terms and do not use them; they are left out.
 */
export const findUncovered = (data: Loaded, shapes: Loaded, ontology: ReadonlySet<string>): Uncovered[] =>
  addUpUses(
    [usesOf(data.dataset, coveredBy(shapes.dataset, data.dataset.union()), ontology, data.locator)],
    () => 0,
  );

/**
 * What shapes speak of. A class is covered where a shape targets or asks for it or a class above it; a predicate
 * where it is in a path, compared with a path, allowed in a closed shape, or a target.
 * @param data what puts the classes in order.
 */
export function coveredBy(shapes: Dataset, data: Findable): Covered {
  const graph = shapes.union();
  return { class: coveredClasses(graph, data), predicate: coveredPredicates(graph) };
}

/** How some quads use what is not covered, in no particular order. */
export function usesOf(
  quads: Iterable<Quad>,
  covered: Covered,
  ontology: ReadonlySet<string>,
  locator: Locator,
): Uncovered[] {
  const found = new Map<string, { kind: Uncovered['kind']; term: NamedNode; first: Quad; count: number }>();
  const meet = (kind: Uncovered['kind'], term: Term, quad: Quad) => {
    if (term.termType !== 'NamedNode' || covered[kind].has(term.value)) return;
    const key = `${kind} ${term.value}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { kind, term, first: quad, count: 1 });
  };
  for (const quad of quads) {
    if (ontology.has(quad.graph.value)) continue;
    meet('predicate', quad.predicate, quad);
    if (quad.predicate.equals(rdf.type)) meet('class', quad.object, quad);
  }
  return [...found.values()].map(({ kind, term, count, first: { subject, predicate, object } }) => {
    const part = kind === 'class' ? 'object' : 'predicate';
    return { kind, term, count, place: locator.places(part, subject, predicate, object)[0] };
  });
}

/** What several lots of quads use, each term once, in the order of kinds and IRIs; the place is that of the first file. */
export function addUpUses(
  parts: readonly (readonly Uncovered[])[],
  rank: (place: Pick<Place, 'file'>) => number,
): Uncovered[] {
  const found = new Map<string, Uncovered>();
  for (const use of parts.flat()) {
    const key = `${use.kind} ${use.term.value}`;
    const known = found.get(key);
    if (!known) found.set(key, use);
    else {
      const isEarlier = rank(use.place!) < rank(known.place!);
      found.set(key, { ...(isEarlier ? use : known), count: known.count + use.count });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

const objects = (graph: Graph, names: readonly string[], subject?: Term): Term[] =>
  names.flatMap((name) => [...graph.match(subject, iri(shacl + name))].map(({ object }) => object));

const members = (graph: Graph, lists: readonly Term[]): Term[] =>
  lists.flatMap((list) => readCells(graph, list).cells.map(({ object }) => object));

function coveredClasses(shapes: Graph, data: Findable): Set<string> {
  const ofType = [...shapes.match(null, sh.path, rdf.type)].map(({ subject }) => subject);
  const classes = [
    ...objects(shapes, ['targetClass', 'class']),
    ...[sh.nodeShape, sh.propertyShape]
      .flatMap((type) => [...shapes.match(null, rdf.type, type)].map(({ subject }) => subject))
      .filter((shape) => isImplicitClass(shapes, shape)),
    ...ofType.flatMap((shape) => [
      ...objects(shapes, ['hasValue'], shape),
      ...members(shapes, objects(shapes, ['in'], shape)),
    ]),
  ];
  return new Set(classes.flatMap((each) => [...classesBelow(data, each).keys()]));
}

function coveredPredicates(shapes: Graph): Set<string> {
  return new Set(
    [
      // What the data is made of, and what SHACL itself looks at
      ...[rdf.type, rdf.first, rdf.rest, rdfs.subClassOf],
      ...objects(shapes, ['path']).flatMap((path) => predicatesOf(readPath(shapes, path))),
      ...objects(shapes, ['targetSubjectsOf', 'targetObjectsOf']),
      ...objects(shapes, ['equals', 'disjoint', 'lessThan', 'lessThanOrEquals']),
      ...members(shapes, objects(shapes, ['ignoredProperties'])),
    ].map(termKey),
  );
}
