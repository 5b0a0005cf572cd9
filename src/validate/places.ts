import type { Term } from '@rdfjs/types';
import type { Locator, Place } from '../graph/locator.ts';
import { termKey } from '../graph/terms.ts';
import { type Path, pathName } from './path.ts';
import { type Arrivals, arrivals } from './path-values.ts';
import type { Finding } from './problem.ts';

/**
 * Where something is wrong: for a wrong value the token of the value, in every place that states it of the node by way of
 * the path; for a missing one, and for what is wrong with the node itself, the node where it is first described.
 */
export function placesOf(
  locator: Locator,
  { focus, path, value }: Pick<Finding, 'focus' | 'path' | 'value'>,
): Place[] {
  if (path && value) {
    const stated = statedPlaces(locator, focus, path, value);
    if (stated.length > 0) return stated;
  }
  const place = locator.ofNode(focus);
  return place ? [place] : [];
}

function statedPlaces(locator: Locator, focus: Term, path: Path, value: Term): Place[] {
  if (path.kind === 'predicate') return locator.places('object', focus, path.predicate, value);
  const steps = arrivalsOf(locator, focus, path).get(termKey(value))?.steps ?? [];
  const places = steps.flatMap(({ quad: { subject, predicate, object }, part }) =>
    locator.places(part, subject, predicate, object),
  );
  const key = ({ file, line, column }: Place) => `${file}:${line}:${column}`;
  return [...new Map(places.map((place) => [key(place), place])).values()];
}

/** What was looked up last: what is wrong with one node comes together. */
const last = new WeakMap<Locator, { readonly way: string; readonly found: Arrivals }>();

function arrivalsOf(locator: Locator, focus: Term, path: Path): Arrivals {
  const way = `${termKey(focus)} ${pathName(path)}`;
  const known = last.get(locator);
  if (known?.way === way) return known.found;
  const found = arrivals(locator, focus, path);
  last.set(locator, { way, found });
  return found;
}
