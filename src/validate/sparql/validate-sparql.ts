import type { Term } from '@rdfjs/types';
import type { Dataset } from '../../graph/dataset.ts';
import type { LanguageMap } from '../../graph/language-map.ts';
import { evaluate } from '../../query/engine.ts';
import { selectTargets } from '../targets.ts';
import { readSparqlConstraint } from './constraint.ts';
import { coreOnly } from './core-only.ts';
import { evaluateShape } from './evaluate-shape.ts';
import { findLinks } from './links.ts';
import { type QueryWatch, WatchedQueries } from './query-watch.ts';
import { readDemands } from './read.ts';
import { Refusal } from './refusal.ts';
import type { SparqlResult } from './results.ts';
import { withShapesGraph } from './source.ts';
import { readSparqlTargets, selectSparqlTargets } from './targets.ts';

/** What came of the part of a shapes graph that is written in SPARQL. */
export interface SparqlValidation {
  readonly findings: readonly SparqlResult[];
  /** What cannot be honoured; then nothing was evaluated. */
  readonly refusals: readonly Refusal[];
  /** What nothing in the shapes says how to check. */
  readonly unchecked: readonly Refusal[];
  /** The shapes of which a query did not come to an end. */
  readonly leftOut: readonly Term[];
  /** The shapes for the Core engine. */
  readonly core: Dataset;
}

/**
 * Evaluates SPARQL-based constraints, components and targets (SHACL §5 and §6, Advanced Features §3) over the
 * union of a dataset's graphs. Without any in the shapes, no SPARQL engine is loaded.
 * @param watch what stops a query that does not come to an end.
 */
export async function validateSparql(
  dataset: Dataset,
  shapes: Dataset,
  watch?: QueryWatch,
): Promise<SparqlValidation> {
  const { demands, links, targets, refusals } = await readAll(shapes);
  const { unchecked } = demands;
  if (refusals.length > 0) return { findings: [], refusals, unchecked, leftOut: [], core: coreOnly(shapes) };
  const data = dataset.union();
  const source = withShapesGraph(dataset, shapes);
  // Whoever watches is not to take the loading of the engine for a slow query.
  if (watch) await evaluate('ASK {}', source, { path: '-' });
  const queries = new WatchedQueries([...[...demands.constraints.values()].flat(), ...targets], watch);
  const core = coreOnly(shapes, await selectSparqlTargets(source, targets, queries));
  const findings: SparqlResult[] = [];
  if (demands.constraints.size > 0)
    for (const { shape, focusNodes } of selectTargets(core, data))
      findings.push(
        ...(await evaluateShape({ shapes, data, source, demands, links, queries }, shape, focusNodes))
          .results,
      );
  return { findings, refusals, unchecked, leftOut: queries.leftOut, core };
}

/** Everything in a shapes graph that asks for SPARQL in a way that cannot be honoured. */
export const refusedSparql = async (shapes: Dataset): Promise<readonly Refusal[]> =>
  (await readAll(shapes)).refusals;

/** Why a SPARQL-based constraint of a shape cannot be honoured, if it cannot (SHACL §5.2.1, appendix A). */
export async function checkSparqlConstraint(
  shapes: Dataset,
  shape: Term,
  constraint: Term,
): Promise<LanguageMap | undefined> {
  try {
    await readSparqlConstraint(shapes, shape, constraint);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.why;
    throw error;
  }
}

async function readAll(shapes: Dataset) {
  const [demands, { targets, refusals }] = [await readDemands(shapes), await readSparqlTargets(shapes)];
  const links = findLinks(shapes, demands);
  return { demands, targets, links, refusals: [...demands.refusals, ...refusals, ...links.refusals] };
}
