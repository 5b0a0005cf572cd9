import { termKey } from '../../graph/terms.ts';
import type { Dataset } from '../../graph/dataset.ts';
import { isDeactivated } from '../targets.ts';
import { readComponentConstraints, readComponents, usersOf } from './components.ts';
import { type Constraint, readSparqlConstraint } from './constraint.ts';
import { Refusal } from './refusal.ts';
import { sh } from './terms.ts';

/** What a shapes graph demands with queries. */
export interface Demands {
  /** By the key of the shape that demands it. */
  readonly constraints: ReadonlyMap<string, readonly Constraint[]>;
  /** What cannot be honoured. */
  readonly refusals: readonly Refusal[];
}

/** Reads every SPARQL-based constraint, and every use of a component, that is not switched off. */
export async function readDemands(shapes: Dataset): Promise<Demands> {
  const constraints = new Map<string, Constraint[]>();
  const refusals: Refusal[] = [];
  const add = async (reading: Promise<readonly Constraint[]>) => {
    try {
      for (const constraint of await reading) {
        const key = termKey(constraint.shape);
        constraints.set(key, [...(constraints.get(key) ?? []), constraint]);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  };
  const active = (...nodes: Parameters<typeof isDeactivated>[1][]) =>
    nodes.every((node) => !isDeactivated(shapes, node));
  for (const { subject, object } of shapes.match(null, sh.sparql))
    if (active(subject, object))
      await add(readSparqlConstraint(shapes, subject, object).then((constraint) => [constraint]));
  for (const component of readComponents(shapes))
    for (const shape of usersOf(shapes, component))
      if (active(shape, component.node)) await add(readComponentConstraints(shapes, component, shape));
  return { constraints, refusals };
}
