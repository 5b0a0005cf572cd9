import { Dataset } from '../graph/dataset.ts';
import type { ReadDocument } from '../graph/locator.ts';
import { aQuery, type SparqlOutcome } from './job.ts';
import type { ShapeResult } from './shapes.ts';
import { mergeResults } from './sparql/results.ts';
import { validateSparql } from './sparql/validate-sparql.ts';
import {
  type Ground,
  problemIn,
  type Unit,
  type UnitOptions,
  type UnitOutcome,
  unitOf,
  validateUnit,
} from './unit.ts';

/**
 * Validates everything at once against shapes that speak SPARQL.
 * @param lay lays the ground for the Core shapes that are left, with the nodes that SPARQL targets select.
 * @param onQuery told before a query is asked; with -1 when it has been answered.
 */
export async function validateWithSparql(
  shapes: Dataset,
  documents: readonly ReadDocument[],
  lay: (core: Dataset, documents: readonly ReadDocument[]) => Ground,
  options: UnitOptions,
  onQuery: (query: number) => void,
): Promise<{ outcome: UnitOutcome; unit: Unit; sparql: SparqlOutcome }> {
  const { exclusions = [] } = options;
  const queries = exclusions.flatMap(({ shape, focus }) =>
    shape === aQuery && focus !== 'all' ? [focus] : [],
  );
  const data = new Dataset(documents.flatMap(({ quads }) => quads));
  const found = await validateSparql(data, shapes, { excluded: new Set(queries), onQuery });
  const unit = unitOf(lay(found.core, []), documents);
  const core = await validateUnit(unit, options);
  const ofEngine = core.problems.map(({ finding }) => finding as ShapeResult);
  const added = mergeResults(ofEngine, found.findings).slice(ofEngine.length);
  return {
    unit,
    outcome: {
      ...core,
      problems: [...core.problems, ...added.map((finding) => problemIn(unit, finding))],
      excluded: [...core.excluded, ...found.leftOut.map((shape) => ({ shape }))],
    },
    sparql: {
      refusals: found.refusals.map(({ node, why }) => ({ node, why })),
      unchecked: found.unchecked.map(({ node, why }) => ({ node, why })),
      targets: unit.ground.shapes.targets.map(({ shape, isStated }) => ({ shape, isStated })),
    },
  };
}
