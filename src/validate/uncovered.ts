import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Place } from '../graph/locator.ts';
import { iri, shacl, termKey, vocabulary } from '../graph/terms.ts';
import type { Loaded } from '../project/load.ts';
import { type Graph, predicatesOf, readCells, readPath } from './path.ts';
import { isImplicitClass, withSubclasses } from './targets.ts';

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

/**
 * The classes and predicates of the data that no shape covers, in the order of their kinds and IRIs.
 * A class is covered where a shape targets or asks for it or a class above it; a predicate where it is
 * in a path, compared with a path, allowed in a closed shape, or a target.
 * @param ontology names of the graphs that define terms and do not use them; they are left out.
 */
export function findUncovered(data: Loaded, shapes: Loaded, ontology: ReadonlySet<string>): Uncovered[] {
  const graph = shapes.dataset.union();
  const covered = { class: coveredClasses(graph, data.dataset), predicate: coveredPredicates(graph) };
  const found = new Map<string, { kind: Uncovered['kind']; term: NamedNode; first: Quad; count: number }>();
  const meet = (kind: Uncovered['kind'], term: Term, quad: Quad) => {
    if (term.termType !== 'NamedNode' || covered[kind].has(term.value)) return;
    const key = `${kind} ${term.value}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { kind, term, first: quad, count: 1 });
  };
  for (const quad of data.dataset) {
    if (ontology.has(quad.graph.value)) continue;
    meet('predicate', quad.predicate, quad);
    if (quad.predicate.equals(rdf.type)) meet('class', quad.object, quad);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([
        ,
        {
          kind,
          term,
          first: { subject, predicate, object },
          count,
        },
      ]) => {
        const part = kind === 'class' ? 'object' : 'predicate';
        return { kind, term, count, place: data.locator.places(part, subject, predicate, object)[0] };
      },
    );
}

const objects = (graph: Graph, names: readonly string[], subject?: Term): Term[] =>
  names.flatMap((name) => [...graph.match(subject, iri(shacl + name))].map(({ object }) => object));

const members = (graph: Graph, lists: readonly Term[]): Term[] =>
  lists.flatMap((list) => readCells(graph, list).cells.map(({ object }) => object));

function coveredClasses(shapes: Graph, data: Graph): Set<string> {
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
  return new Set(classes.flatMap((each) => withSubclasses(data, each)).map(termKey));
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
