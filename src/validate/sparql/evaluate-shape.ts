import type { Term } from '@rdfjs/types';
import { termKey } from '../../graph/terms.ts';
import { pathOfShape } from './constraint.ts';
import { evaluateConstraint, type Setting } from './evaluate-constraint.ts';
import type { Links } from './links.ts';
import { valuesAlong } from '../path-values.ts';
import type { WatchedQueries } from './query-watch.ts';
import type { Demands } from './read.ts';
import { makeResult, type SparqlResult } from './results.ts';

export interface ShapeSetting extends Setting {
  readonly demands: Demands;
  readonly links: Links;
  readonly queries: WatchedQueries;
}

interface Outcome {
  readonly results: readonly SparqlResult[];
  /** The keys of the focus nodes that do not conform. */
  readonly failing: ReadonlySet<string>;
}

/** What the queries of a shape, and of the shapes that it leads to, find wrong with focus nodes. */
export async function evaluateShape(
  setting: ShapeSetting,
  shape: Term,
  focusNodes: readonly Term[],
): Promise<Outcome> {
  const results: SparqlResult[] = [];
  const failing = new Set<string>();
  const { shapes, data, demands, links, queries } = setting;
  for (const constraint of demands.constraints.get(termKey(shape)) ?? [])
    for (const result of await queries.ask(constraint, () =>
      evaluateConstraint(setting, constraint, focusNodes),
    )) {
      results.push(result);
      failing.add(termKey(result.focus));
    }
  const ways = links.links.get(termKey(shape)) ?? [];
  if (ways.length === 0) return { results, failing };
  const path = pathOfShape(shapes, shape);
  const pairs = focusNodes.flatMap((focus) =>
    (path ? valuesAlong(data, focus, path) : [focus]).map((value) => ({ focus, value })),
  );
  const values = [...new Map(pairs.map(({ value }) => [termKey(value), value])).values()];
  for (const way of ways) {
    const outcomes: Outcome[] = [];
    for (const each of way.shapes) outcomes.push(await evaluateShape(setting, each, values));
    if (!way.component) results.push(...outcomes.flatMap((outcome) => outcome.results));
    for (const { focus, value } of pairs)
      if (outcomes.some((outcome) => outcome.failing.has(termKey(value)))) {
        failing.add(termKey(focus));
        if (way.component)
          results.push(makeResult(shapes, shape, way.component, { focus, path, value, message: notOfShape }));
      }
  }
  return { results, failing };
}

const notOfShape = {
  nl: 'Voldoet niet aan de andere shape waaraan het moet voldoen.',
  en: 'Does not conform to the other shape that it is to conform to.',
};
