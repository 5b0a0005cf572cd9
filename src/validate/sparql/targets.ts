import type { Term } from '@rdfjs/types';
import { termKey, vocabulary } from '../../graph/terms.ts';
import type { Dataset } from '../../graph/dataset.ts';
import type { Binding } from '../../query/algebra.ts';
import type { Source } from '../../query/engine.ts';
import { isDeactivated, type Selected, withSubclasses } from '../targets.ts';
import { select } from './answer.ts';
import { parameterValues, readParameters } from './components.ts';
import { readQuery, type ShapeQuery } from './query.ts';
import type { WatchedQueries } from './query-watch.ts';
import { Refusal } from './refusal.ts';
import { sh } from './terms.ts';

/** A query that selects the focus nodes of a shape (SHACL Advanced Features §3). */
export interface SparqlTarget {
  readonly shape: Term;
  readonly query: ShapeQuery;
  /** The values of the parameters of its type; a target without parameters has one empty row. */
  readonly parameters: readonly Binding[];
}

/** Reads the values of `sh:target`: SPARQL targets, and those of a type with parameters. */
export async function readSparqlTargets(
  shapes: Dataset,
): Promise<{ targets: SparqlTarget[]; refusals: Refusal[] }> {
  const targets: SparqlTarget[] = [];
  const refusals: Refusal[] = [];
  for (const { subject: shape, object: target } of shapes.match(null, sh.target)) {
    if (isDeactivated(shapes, shape)) continue;
    try {
      targets.push({ shape, ...(await readTarget(shapes, target)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  return { targets, refusals };
}

async function readTarget(shapes: Dataset, target: Term): Promise<Omit<SparqlTarget, 'shape'>> {
  if (shapes.match(target, sh.select).size > 0)
    return { query: await readQuery(shapes, target, { form: 'select', prebound: [] }), parameters: [{}] };
  const targetTypes = new Set(
    withSubclasses(shapes, sh.SPARQLTargetType).flatMap((each) =>
      [...shapes.match(null, vocabulary.rdf.type, each)].map(({ subject }) => termKey(subject)),
    ),
  );
  const type = [...shapes.match(target, vocabulary.rdf.type)]
    .map(({ object }) => object)
    .find((each) => targetTypes.has(termKey(each)));
  if (!type)
    throw new Refusal(target, {
      nl: 'Van sh:target worden alleen doelen met een sh:select begrepen.',
      en: 'Of sh:target only targets with a sh:select are understood.',
    });
  const parameters = readParameters(shapes, type);
  const missing = parameters.find(
    ({ optional, property }) => !optional && shapes.match(target, property).size === 0,
  );
  if (missing)
    throw new Refusal(target, {
      nl: `De parameter ${missing.variable} van dit doel heeft geen waarde.`,
      en: `The parameter ${missing.variable} of this target has no value.`,
    });
  const prebound = parameters.map(({ variable }) => variable);
  return {
    query: await readQuery(shapes, type, { form: 'select', prebound }),
    parameters: parameterValues(shapes, parameters, target),
  };
}

/** The nodes of the data that targets select, each once. */
export async function selectSparqlTargets(
  source: Source,
  targets: readonly SparqlTarget[],
  queries: WatchedQueries,
): Promise<Selected[]> {
  const selected: Selected[] = [];
  for (const target of targets) {
    const { shape, query, parameters } = target;
    const solutions = await queries.ask(target, async () =>
      (await Promise.all(parameters.map((values) => select(source, query, [values], {})))).flat(),
    );
    const nodes = solutions.flatMap((solution) => (solution['this'] ? [solution['this']] : []));
    selected.push({ shape, focusNodes: [...new Map(nodes.map((node) => [termKey(node), node])).values()] });
  }
  return selected;
}
