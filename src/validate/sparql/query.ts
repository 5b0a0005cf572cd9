import type { Term } from '@rdfjs/types';
import { Failure } from '../../failure.ts';
import { iri } from '../../graph/terms.ts';
import { type Operation, variablesIn } from '../../query/algebra.ts';
import { parseQuery } from '../../query/engine.ts';
import type { Graph, Path } from '../path.ts';
import { substitutePath, substituteShapesGraph } from './substitute.ts';
import { declaredPrefixes } from './prefixes.ts';
import { Refusal } from './refusal.ts';
import { whyIllFormed } from './restrictions.ts';
import { sh } from './terms.ts';

/** What `$shapesGraph` stands for: `GRAPH $shapesGraph` looks into the shapes. */
export const shapesGraph = iri('https://w3id.org/meent/graph/shapes');

/** A query of a shapes graph that can be asked. */
export interface ShapeQuery {
  /** The subject of `sh:select` or `sh:ask`. */
  readonly node: Term;
  readonly form: 'select' | 'ask';
  readonly operation: Operation;
  /** The variables that may have a value beforehand and that the query mentions. */
  readonly mentioned: readonly string[];
}

export interface QueryUse {
  readonly form: 'select' | 'ask';
  /** The variables that may have a value beforehand. */
  readonly prebound: readonly string[];
  /** What `$PATH` stands for; absent where it may not be used. */
  readonly path?: Path | undefined;
}

/**
 * Reads the query at a node of a shapes graph.
 * @throws Refusal where there is not exactly one, where it is no SPARQL, or where SHACL forbids what it does.
 */
export async function readQuery(shapes: Graph, node: Term, use: QueryUse): Promise<ShapeQuery> {
  const { form, prebound, path } = use;
  const [text, another] = [...shapes.match(node, sh[form])].map(({ object }) => object);
  if (text?.termType !== 'Literal' || another)
    throw new Refusal(node, {
      nl: `Hier hoort precies één sh:${form} met een query als tekst.`,
      en: `There is to be exactly one sh:${form} here with a query as its text.`,
    });
  const parsed = await parse(declaredPrefixes(shapes, node) + text.value, node);
  const why = whyIllFormed(parsed, form, prebound);
  if (why) throw new Refusal(node, why);
  const placed = path ? substitutePath(parsed, path) : parsed;
  const operation = prebound.includes('shapesGraph') ? substituteShapesGraph(placed, shapesGraph) : placed;
  const variables = variablesIn(operation);
  if (variables.has('PATH'))
    throw new Refusal(node, {
      nl: '$PATH mag alleen als predicaat staan, en alleen bij een eigenschapsshape.',
      en: '$PATH can only be a predicate, and only in a property shape.',
    });
  return { node, form, operation, mentioned: prebound.filter((name) => variables.has(name)) };
}

async function parse(sparql: string, node: Term): Promise<Operation> {
  try {
    return await parseQuery(sparql, { path: '' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const message = error.message.replace(/^Cannot run the query: /, '');
    throw new Refusal(node, {
      nl: `De query is geen geldige SPARQL: ${message}`,
      en: `The query is not valid SPARQL: ${message}`,
    });
  }
}
