import type { Quad, Term } from '@rdfjs/types';
import { Dataset } from '../graph/dataset.ts';
import { Layer } from '../graph/layer.ts';
import { Locator, type ReadDocument } from '../graph/locator.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import { Triples } from '../graph/triples.ts';
import type { CoreShapes } from './core-shapes.ts';
import { namesOf } from './names.ts';
import { placesOf } from './places.ts';
import { type Finding, type Problem, problemOf } from './problem.ts';

const { sh } = vocabulary;

/** What all units of a run share: the shapes, and the documents that every report is read with. */
export interface Ground {
  readonly shapes: CoreShapes;
  readonly documents: readonly ReadDocument[];
  readonly quads: Dataset;
  readonly triples: Triples;
  /** The keys of the nodes that each shape looks at, whatever the units say. */
  readonly looksAt: readonly ReadonlySet<string>[];
  /** All those that the ground describes. */
  readonly lookedAt: readonly Term[];
  /** Where a file stands among all those of the data. */
  readonly rank: Rank;
  /** Nodes that those documents, or targets of the shapes, mention without describing them. */
  readonly wanted: ReadonlySet<string>;
}

export type Rank = (document: Pick<ReadDocument, 'file'>) => number;

/** A unit, or the ground itself, ready to be looked at. */
export interface Unit {
  readonly ground: Ground;
  readonly layer: Layer;
  readonly locator: Locator;
  /** What the unit says and the ground does not, each quad once. */
  readonly quads: readonly Quad[];
}

/** A focus node that a shape is not to look at: an earlier look did not come to an end. */
export interface Exclusion {
  readonly shape: number;
  /** The number of the node among those that the shape looks at, or all of them. */
  readonly focus: number | 'all';
}

export interface UnitOutcome {
  readonly problems: readonly Problem[];
  /** The focus nodes of each shape that it does not have on account of the ground alone, in the order of the shapes. */
  readonly focusNodes: readonly (readonly Term[])[];
  /** Whether the unit adds to what the ground says of a focus node. */
  readonly addsToGround: boolean;
  /** How many triples the unit has beside those of the ground. */
  readonly triples: number;
  /** What the unit says of the nodes that the ground wants, as far as can be reached from them. */
  readonly boundary: readonly Quad[];
  /** The nodes that were left out, as exclusions name them. */
  readonly excluded: readonly Excluded[];
}

/** A shape that did not get done with a node or, of a query of its own, with any. */
export interface Excluded {
  readonly shape: Term;
  readonly focus?: Term | undefined;
}

export interface UnitOptions {
  readonly exclusions?: readonly Exclusion[];
  /** Told before a shape looks at a node; with -1 when none does. */
  readonly onFocus?: (shape: number, focus: number) => void;
}

/** Prepares what the units share. */
export function layGround(shapes: CoreShapes, documents: readonly ReadDocument[], rank: Rank): Ground {
  const quads = documents.flatMap((document) => document.quads);
  const triples = new Triples(quads);
  const wanted = new Set<string>();
  const want = (term: Term) => {
    if (term.termType !== 'Literal' && triples.find(term, null, null).length === 0) wanted.add(termKey(term));
  };
  for (const { object } of triples) want(object);
  for (const { object } of shapes.dataset.match(null, sh.targetNode)) want(object);
  const isEmpty = documents.length === 0;
  const nodes = shapes.targets.map(({ targeting }) => (isEmpty ? [] : targeting(triples)));
  const described = new Map(
    nodes.flatMap((ofShape) =>
      ofShape
        .filter((node) => triples.find(node, null, null).length > 0)
        .map((node) => [termKey(node), node] as const),
    ),
  );
  return {
    shapes,
    documents,
    quads: new Dataset(quads),
    triples,
    looksAt: nodes.map((ofShape) => new Set(ofShape.map(termKey))),
    lookedAt: [...described.values()],
    rank,
    wanted,
  };
}

/** A unit of some documents on its ground. */
export function unitOf(ground: Ground, documents: readonly ReadDocument[]): Unit {
  const quads = documents.flatMap((document) => document.quads);
  const layer = new Layer(ground.triples, quads);
  const isPlain = layer.own.size === quads.length;
  return {
    ground,
    layer,
    locator: new Locator([...ground.documents, ...documents].sort((a, b) => ground.rank(a) - ground.rank(b))),
    quads: isPlain ? quads : [...new Dataset(quads)].filter((quad) => !ground.quads.has(quad)),
  };
}

/**
 * Validates a unit, such as one report, together with the ground it stands on; only nodes that the unit itself
 * describes are looked at, or all where it stands on nothing. What a shape says across units cannot be seen from here: that is what checks are for.
 */
export async function validateUnit(unit: Unit, options: UnitOptions = {}): Promise<UnitOutcome> {
  const { ground, layer } = unit;
  const describes = (focus: Term) => layer.own.find(focus, null, null).length > 0;
  const mentions = (focus: Term) => layer.own.find(null, null, focus).length > 0;
  const isAlone = ground.documents.length === 0;
  const isOwn = (shape: Term) =>
    isAlone
      ? () => true
      : ground.shapes.dataset.match(shape, sh.targetObjectsOf).size > 0
        ? (focus: Term) => describes(focus) || mentions(focus)
        : describes;
  return {
    ...(await look(unit, isOwn, options)),
    addsToGround: !isAlone && ground.lookedAt.some(describes),
    triples: unit.quads.length,
    boundary: reach(layer.own, ground.wanted),
  };
}

/** Validates what the ground itself describes, seen with what the units say of the nodes it wants. */
export async function validateGround(
  ground: Ground,
  boundary: readonly Quad[],
  options: UnitOptions = {},
): Promise<UnitOutcome> {
  const layer = new Layer(ground.triples, boundary);
  const isOwn = () => (focus: Term) =>
    layer.own.find(focus, null, null).length === 0 || ground.triples.find(focus, null, null).length > 0;
  return {
    ...(await look({ ...groundAsUnit(ground), layer }, isOwn, options)),
    focusNodes: ground.shapes.targets.map(({ targeting }) => targeting(ground.triples)),
    addsToGround: false,
    triples: ground.quads.size,
    boundary: [],
  };
}

/** The ground as a unit of its own. */
export const groundAsUnit = (ground: Ground): Unit => ({
  ground,
  layer: new Layer(ground.triples, []),
  locator: new Locator(ground.documents),
  quads: [...ground.quads],
});

/** A finding with the names of its node and where it stands. */
export const problemIn = ({ layer, locator }: Pick<Unit, 'layer' | 'locator'>, finding: Finding): Problem =>
  problemOf(finding, namesOf(layer, finding.focus), finding.places ?? placesOf(locator, finding));

async function look(
  unit: Unit,
  isOwn: (shape: Term) => (focus: Term) => boolean,
  { exclusions = [], onFocus = () => undefined }: UnitOptions,
): Promise<Pick<UnitOutcome, 'problems' | 'focusNodes' | 'excluded'>> {
  const { layer, ground } = unit;
  const { shapes, looksAt } = ground;
  const focusNodes: Term[][] = [];
  const excluded: { shape: Term; focus: Term }[] = [];
  const suspects: { number: number; position: number; shape: Term; focus: Term }[] = [];
  for (const [number, { shape, targeting }] of shapes.targets.entries()) {
    const own = isOwn(shape);
    const left = new Set(exclusions.filter((each) => each.shape === number).map(({ focus }) => focus));
    const nodes = targeting(layer);
    focusNodes.push(nodes.filter((focus) => !looksAt[number]!.has(termKey(focus))));
    for (const [position, focus] of nodes.filter(own).entries()) {
      if (left.has(position) || left.has('all')) {
        excluded.push({ shape, focus });
        continue;
      }
      onFocus(number, position);
      for (const suspect of shapes.screen.suspects(shape, focus, layer))
        suspects.push({ number, position, shape: suspect, focus });
    }
  }
  onFocus(-1, -1);
  if (suspects.length === 0) return { problems: [], focusNodes, excluded };
  const engine = await shapes.engine();
  const problems = suspects.flatMap(({ number, position, shape, focus }) => {
    onFocus(number, position);
    return engine.validate(layer, shape, focus).map((finding) => problemIn(unit, finding));
  });
  onFocus(-1, -1);
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
