import type { Term } from '@rdfjs/types';
import { inOrder, sortKey } from './facts.ts';
import type { Model } from './model.ts';
import type { PlaceOf, ShownText } from './places.ts';

/** A claim of a report with its number in the order of the text. */
export interface Numbered {
  readonly node: Term;
  readonly number: number;
}

/** Numbers the claims of each report in the order of its text, from 1. */
export function numberClaims(
  model: Model,
  placeOf: PlaceOf,
  texts: readonly ShownText[],
): (claim: Term) => number | undefined {
  const numbers = new Map<string, number>();
  for (const { recorded } of texts) {
    const claims = inOrder(
      recorded.claims.map(({ node }) => node),
      (node) => sortKey(model, placeOf, node),
    );
    for (const [index, { value }] of claims.entries()) numbers.set(value, index + 1);
  }
  return ({ value }) => numbers.get(value);
}
