import type { NamedNode, Term } from '@rdfjs/types';
import type { Dataset } from '../../graph/dataset.ts';
import { termKey } from '../../graph/terms.ts';
import { readList } from '../path.ts';
import { isDeactivated } from '../targets.ts';
import type { Demands } from './read.ts';
import { Refusal } from './refusal.ts';
import { sh } from './terms.ts';

/** A constraint of a shape that holds its value nodes against other shapes. */
export interface Link {
  readonly shapes: readonly Term[];
  /** What the shape has a result of where a value node does not conform; absent where the others' results count. */
  readonly component?: Term | undefined;
}

type LinkKind = readonly [predicate: NamedNode, takes: 'shape' | 'list', component?: Term];

const followed: readonly LinkKind[] = [
  [sh.property, 'shape'],
  [sh.node, 'shape', sh.NodeConstraintComponent],
  [sh.and, 'list', sh.AndConstraintComponent],
];
/** Whether a value node conforms to these depends on all constraints of the other shapes together, not on ours alone. */
const refused: readonly LinkKind[] = [
  [sh.or, 'list'],
  [sh.xone, 'list'],
  [sh.not, 'shape'],
  [sh.qualifiedValueShape, 'shape'],
];

export interface Links {
  /** By the key of a shape, its links to the shapes that have, or lead to, a demand with a query. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
  /** The links that lead to such a demand in a way that cannot be honoured. */
  readonly refusals: readonly Refusal[];
}

/** Finds the ways from shapes to demands with a query. */
export function findLinks(shapes: Dataset, { constraints }: Demands): Links {
  const demanding = new Set(constraints.keys());
  const leads = (shape: Term) => demanding.has(termKey(shape));
  const all = [...followed, ...refused].flatMap((kind) =>
    [...shapes.match(null, kind[0])]
      .filter(({ subject }) => !isDeactivated(shapes, subject))
      .map(({ subject, object }) => ({ from: subject, kind, to: targetsOf(shapes, object, kind) })),
  );
  for (let before = -1; before < demanding.size;) {
    before = demanding.size;
    for (const { from, to } of all) if (to.some(leads)) demanding.add(termKey(from));
  }
  const links = new Map<string, Link[]>();
  const refusals: Refusal[] = [];
  for (const { from, kind, to } of all.filter((link) => link.to.some(leads))) {
    const [predicate, , component] = kind;
    if (refused.includes(kind)) refusals.push(refusedLink(from, predicate));
    const known = links.get(termKey(from)) ?? [];
    links.set(termKey(from), [...known, { shapes: to.filter(leads), component }]);
  }
  const recursive = findRecursion(
    links,
    all.map(({ from }) => from),
  );
  return { links, refusals: recursive ? [...refusals, recursion(recursive)] : refusals };
}

function targetsOf(shapes: Dataset, object: Term, [, takes]: LinkKind): readonly Term[] {
  if (takes === 'shape') return [object];
  try {
    return readList(shapes, object);
  } catch {
    // A list that is not well-formed is for the Core engine to speak of.
    return [];
  }
}

/** A shape that leads to itself, if there is one. */
function findRecursion(links: Links['links'], shapes: readonly Term[]): Term | undefined {
  const open = new Set<string>();
  const done = new Set<string>();
  const turnsBack = (shape: Term): boolean => {
    const key = termKey(shape);
    if (open.has(key)) return true;
    if (done.has(key)) return false;
    open.add(key);
    const found = (links.get(key) ?? []).some((link) => link.shapes.some(turnsBack));
    open.delete(key);
    done.add(key);
    return found;
  };
  return shapes.find(turnsBack);
}

const refusedLink = (shape: Term, { value }: NamedNode) => {
  const name = `sh:${value.replace(/^.*#/, '')}`;
  return new Refusal(shape, {
    nl: `${name} leidt naar een shape met een regel in SPARQL; dat kan alleen met sh:property, sh:node en sh:and.`,
    en: `${name} leads to a shape with a rule in SPARQL; only sh:property, sh:node and sh:and can do that.`,
  });
};

const recursion = (shape: Term) =>
  new Refusal(shape, {
    nl: 'De shape verwijst via andere shapes naar zichzelf, met een regel in SPARQL onderweg.',
    en: 'The shape leads to itself through other shapes, with a rule in SPARQL on the way.',
  });
