import type { Term } from '@rdfjs/types';
import type { Locator, Place } from '../graph/locator.ts';
import type { Finding } from './problem.ts';
import { lastSteps } from './path.ts';

/**
 * Where something is wrong: for a wrong value the token of the value, in every place that states it;
 * for a missing one, and for what is wrong with the node itself, the node where it is first described.
 */
export function placesOf(
  locator: Locator,
  { focus, path, value }: Pick<Finding, 'focus' | 'path' | 'value'>,
): Place[] {
  if (path && value) {
    const stated = lastSteps(path).flatMap((step) => statedPlaces(locator, focus, step, value, path.kind));
    if (stated.length > 0) return stated;
  }
  const place = locator.ofNode(focus);
  return place ? [place] : [];
}

function statedPlaces(
  locator: Locator,
  focus: Term,
  { predicate, inverse }: { predicate: Term; inverse: boolean },
  value: Term,
  kind: string,
): Place[] {
  if (inverse) return locator.places('subject', value, predicate, kind === 'inverse' ? focus : undefined);
  return locator.places(
    'object',
    kind === 'predicate' || kind === 'alternative' ? focus : undefined,
    predicate,
    value,
  );
}
