import type { Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { Layer } from '../graph/layer.ts';
import { Locator, type ReadDocument } from '../graph/locator.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import { Triples } from '../graph/triples.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { type Finding, type Problem, problemOf } from './problem.ts';
import type { ShapesEngine } from './shapes.ts';

const { sh } = vocabulary;

/** What all units of a run share: the shapes, and the documents that every report is read with. */
export interface Ground {
  readonly engine: ShapesEngine;
  readonly shapes: Dataset;
  readonly documents: readonly ReadDocument[];
  readonly triples: Triples;
  /** Nodes that those documents, or targets of the shapes, mention without describing them. */
  readonly wanted: ReadonlySet<string>;
}

/** A focus node that a shape is not to look at: an earlier look did not come to an end. */
export interface Exclusion {
  readonly shape: number;
  /** The number of the node among those that the shape looks at, or all of them. */
  readonly focus: number | 'all';
}

export interface UnitOutcome {
  readonly problems: readonly Problem[];
  /** How many focus nodes each shape looked at, in the order of the engine. */
  readonly focusNodes: readonly number[];
  readonly triples: number;
  /** What the unit says of the nodes that the ground wants, as far as can be reached from them. */
  readonly boundary: readonly Quad[];
  /** The nodes that were left out, as exclusions name them. */
  readonly excluded: readonly { readonly shape: Term; readonly focus: Term }[];
}

export interface UnitOptions {
  readonly exclusions?: readonly Exclusion[];
  /** Told before a shape looks at a node. */
  readonly onFocus?: (shape: number, focus: number) => void;
}

/** Prepares what the units share. */
export function layGround(engine: ShapesEngine, shapes: Dataset, documents: readonly ReadDocument[]): Ground {
  const triples = new Triples(documents.flatMap(({ quads }) => quads));
  const wanted = new Set<string>();
  const want = (term: Term) => {
    if (term.termType !== 'Literal' && triples.match(term).size === 0) wanted.add(termKey(term));
  };
  for (const { object } of triples) want(object);
  for (const { object } of shapes.match(null, sh.targetNode)) want(object);
  return { engine, shapes, documents, triples, wanted };
}

/**
 * Validates a unit, such as one report, together with the ground it stands on; only nodes that the unit itself
 * describes are looked at, or all where it stands on nothing. What a shape says across units cannot be seen from here: that is what checks are for.
 */
export function validateUnit(
  ground: Ground,
  documents: readonly ReadDocument[],
  options: UnitOptions = {},
): UnitOutcome {
  const layer = new Layer(
    ground.triples,
    documents.flatMap(({ quads }) => quads),
  );
  const describes = (focus: Term) => layer.own.match(focus).size > 0;
  const mentions = (focus: Term) => layer.own.match(null, null, focus).size > 0;
  const alone = ground.documents.length === 0;
  const isOwn = (shape: Term) =>
    alone
      ? () => true
      : ground.shapes.match(shape, sh.targetObjectsOf).size > 0
        ? (focus: Term) => describes(focus) || mentions(focus)
        : describes;
  return {
    ...look(ground, layer, [...documents, ...ground.documents], isOwn, options),
    triples: layer.own.size,
    boundary: reach(layer.own, ground.wanted),
  };
}

/** Validates what the ground itself describes, seen with what the units say of the nodes it wants. */
export function validateGround(
  ground: Ground,
  boundary: readonly Quad[],
  options: UnitOptions = {},
): UnitOutcome {
  const layer = new Layer(ground.triples, boundary);
  const isOwn = () => (focus: Term) =>
    layer.own.match(focus).size === 0 || ground.triples.match(focus).size > 0;
  return {
    ...look(ground, layer, ground.documents, isOwn, options),
    triples: ground.triples.size,
    boundary: [],
  };
}

function look(
  { engine }: Ground,
  layer: Layer,
  documents: readonly ReadDocument[],
  isOwn: (shape: Term) => (focus: Term) => boolean,
  { exclusions = [], onFocus = () => undefined }: UnitOptions,
): Pick<UnitOutcome, 'problems' | 'focusNodes' | 'excluded'> {
  const findings: Finding[] = [];
  const focusNodes: number[] = [];
  const excluded: { shape: Term; focus: Term }[] = [];
  for (let number = 0; number < engine.size; number++) {
    const shape = engine.shape(number);
    const own = isOwn(shape);
    const left = new Set<number | 'all'>(
      exclusions.filter((each) => each.shape === number).map(({ focus }) => focus),
    );
    let position = -1;
    const taken: number[] = [];
    const take = (focus: Term) => {
      if (!own(focus)) return false;
      position += 1;
      const leftOut = left.has(position) || left.has('all');
      if (leftOut) excluded.push({ shape, focus });
      else taken.push(position);
      return !leftOut;
    };
    let looked = 0;
    const outcome = engine.validate(layer, number, take, () => onFocus(number, taken[looked++]!));
    findings.push(...outcome.results);
    focusNodes.push(outcome.focusNodes);
  }
  const locator = new Locator(documents);
  const problems = findings.map((finding) =>
    problemOf(finding, namesOf(layer, finding.focus), placesOf(locator, finding)),
  );
  return { problems, focusNodes, excluded };
}

/** The triples about the wanted nodes and about whatever those lead to. */
function reach(triples: Triples, wanted: ReadonlySet<string>): Quad[] {
  const found: Quad[] = [];
  const seen = new Set<string>();
  const queue = [...triples].map(({ subject }) => subject).filter((subject) => wanted.has(termKey(subject)));
  for (const node of queue) {
    const key = termKey(node);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const quad of triples.match(node)) {
      found.push(quad);
      if (quad.object.termType !== 'Literal') queue.push(quad.object as never);
    }
  }
  return found;
}
