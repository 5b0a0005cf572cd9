import type { Quad } from '@rdfjs/types';
import { termKey, vocabulary } from '../../graph/terms.ts';
import { readCells } from '../path.ts';
import type { Fault } from './fault.ts';
import { listsOfShapes, sh, type ShapesGraph } from './shapes-graph.ts';

const { rdf } = vocabulary;
const { inversePath, alternativePath } = vocabulary.sh;

/** The parameters that take lists. */
const listParameters = [...listsOfShapes, 'in', 'languageIn', 'ignoredProperties'];

/** Lists that turn in a circle, or are none. */
export function* checkLists(shapes: ShapesGraph): Iterable<Fault> {
  for (const parameter of listParameters)
    for (const quad of shapes.graph.match(null, sh(parameter))) yield* listFault(shapes, quad);
}

function* listFault({ graph, show }: ShapesGraph, quad: Quad): Iterable<Fault> {
  const { fault } = readCells(graph, quad.object);
  if (fault)
    yield {
      code: fault === 'cyclic' ? 'cyclic-list' : 'malformed-list',
      at: { quad, part: 'object' },
      values: { parameter: show(quad.predicate) },
    };
}

/** Paths that turn in a circle or are none (SHACL §2.3.1), or that the engine cannot follow. */
export function* checkPaths(shapes: ShapesGraph): Iterable<Fault> {
  const done = new Set<string>();
  for (const quad of shapes.graph.match(null, sh('path'))) yield* pathFaults(shapes, quad, [], done);
}

/** What a blank node can be as a path; exactly one of these. */
const forms = [
  rdf.first,
  inversePath,
  alternativePath,
  ...['zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath'].map(sh),
];

/** @param quad the statement that has the path as its object. */
function* pathFaults(
  shapes: ShapesGraph,
  quad: Quad,
  above: readonly string[],
  done: Set<string>,
): Iterable<Fault> {
  const { graph, show } = shapes;
  const fault = (code: Fault['code'], at: Quad): Fault => ({
    code,
    at: { quad: at, part: 'object' },
    values: { path: show(at.object) },
  });
  const path = quad.object;
  if (path.termType === 'NamedNode') return;
  const key = termKey(path);
  if (above.includes(key)) return yield fault('cyclic-path', quad);
  // A path that two share is looked at once.
  if (done.has(key)) return;
  done.add(key);
  const [form, ...others] = forms.flatMap((predicate) => [...graph.match(path, predicate)]);
  if (!form || others.length > 0) return yield fault('malformed-path', quad);
  const inside = (step: Quad) => pathFaults(shapes, step, [...above, key], done);
  if (form.predicate.equals(rdf.first) || form.predicate.equals(alternativePath)) {
    const list = form.predicate.equals(rdf.first) ? quad : form;
    const { cells, fault: listed } = readCells(graph, list.object);
    if (listed) return yield fault(listed === 'cyclic' ? 'cyclic-path' : 'malformed-path', list);
    if (cells.length < 2) return yield fault('malformed-path', list);
    for (const cell of cells) yield* inside(cell);
  } else {
    if (form.predicate.equals(inversePath) && form.object.termType === 'BlankNode')
      yield fault('unsupported-path', form);
    yield* inside(form);
  }
}
