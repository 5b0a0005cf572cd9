import type { Literal, Term } from '@rdfjs/types';
import { vocabulary } from '../../graph/terms.ts';
import type { Binding } from '../../query/algebra.ts';
import { type Graph, type Path, readPath } from '../path.ts';
import { readQuery, type ShapeQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import { sh } from './terms.ts';

/** Something that a shape demands with a query. */
export interface Constraint {
  readonly shape: Term;
  /** The path of a property shape. */
  readonly path: Path | undefined;
  /** The constraint component that results name. */
  readonly component: Term;
  /** The value of `sh:sparql`; absent where a component of the shapes' own makes the demand. */
  readonly source?: Term | undefined;
  readonly query: ShapeQuery;
  /** The values of a component's parameters. */
  readonly parameters: Binding;
  /** What to say, with variables still in it, unless shape or solution say it. */
  readonly messages: readonly Literal[];
}

/** The variables that have a value in every constraint (SHACL §5.3.1). */
export const prebound = ['this', 'shapesGraph', 'currentShape'];

/**
 * Reads the SPARQL-based constraint at a node (SHACL §5.2).
 * @throws Refusal where it is not well-formed.
 */
export async function readSparqlConstraint(shapes: Graph, shape: Term, node: Term): Promise<Constraint> {
  const path = pathOfShape(shapes, shape);
  return {
    shape,
    path,
    component: sh.SPARQLConstraintComponent,
    source: node,
    query: await readQuery(shapes, node, { form: 'select', prebound, path }),
    parameters: {},
    messages: messagesOf(shapes, node),
  };
}

/**
 * The path of a property shape, undefined for a node shape.
 * @throws Refusal where it is not well-formed.
 */
export function pathOfShape(shapes: Graph, shape: Term): Path | undefined {
  const stated = [...shapes.match(shape, vocabulary.sh.path)][0]?.object;
  try {
    return stated && readPath(shapes, stated);
  } catch {
    throw new Refusal(shape, {
      nl: 'Het sh:path van deze shape is geen geldig pad.',
      en: 'The sh:path of this shape is not a valid path.',
    });
  }
}

/** The texts that a property of a node gives. */
export const messagesOf = (shapes: Graph, node: Term, property: Term = sh.message): Literal[] =>
  [...shapes.match(node, property)].flatMap(({ object }) => (object.termType === 'Literal' ? [object] : []));
