import type { Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { iri, termKey } from '../graph/terms.ts';
import { type ClaimChanges, claimChanges, isTold } from './claims.ts';
import { type Changes, changesBetween } from './triples.ts';

/** One side of a comparison. */
export interface Side {
  /** As the user named it. */
  readonly name: string;
  readonly dataset: Dataset;
  /** What puts its classes in order and names its terms, also where that is the package's. */
  readonly ontology: Dataset;
  /** The prefixes of its files. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** That something appeals to, promotes or endorses a value. */
export interface ValueUse {
  readonly subject: Term;
  readonly property: Term;
  readonly value: Term;
}

/** What differs between two states of a dataset. */
export interface Difference {
  readonly old: Side;
  readonly new: Side;
  readonly claims: ClaimChanges;
  /** The values of things that are on both sides; those of a claim that is new or gone go without saying. */
  readonly values: { readonly gained: readonly ValueUse[]; readonly lost: readonly ValueUse[] };
  /** All that differs. */
  readonly triples: Changes;
  /** What of it is told by none of the above. */
  readonly others: Changes;
}

const ns = 'https://w3id.org/meent/ns#';
const valueProperties = ['invokesValue', 'promotesValue', 'endorsesValue'].map((name) => iri(ns + name));

/**
 * Compares two states of a dataset: first its claims and values, where it has any, then its triples.
 * @throws Failure 6 where blank nodes are too much alike to be compared.
 */
export async function differenceBetween(old: Side, now: Side): Promise<Difference> {
  const triples = await changesBetween(old.dataset, now.dataset);
  const claims = claimChanges(old, now);
  const isOfClaims = isTold(claims, [old.dataset, now.dataset]);
  const changed = (quads: readonly Quad[], other: Dataset) => {
    // What only moved from one graph to another was neither gained nor lost.
    const isOfValue = ({ subject, predicate, object }: Quad) =>
      valueProperties.some((property) => property.equals(predicate)) &&
      other.union().find(subject, predicate, object).length === 0;
    const untold = quads.filter((quad) => !isOfClaims(quad));
    return {
      values: distinct(
        untold
          .filter(isOfValue)
          .map(({ subject, predicate, object }) => ({ subject, property: predicate, value: object })),
      ),
      others: untold.filter((quad) => !isOfValue(quad)),
    };
  };
  const [added, removed] = [changed(triples.added, old.dataset), changed(triples.removed, now.dataset)];
  return {
    old,
    new: now,
    claims,
    values: { gained: added.values, lost: removed.values },
    triples,
    others: { added: added.others, removed: removed.others },
  };
}

const distinct = (uses: readonly ValueUse[]): ValueUse[] => [
  ...new Map(
    uses.map((use) => [[use.subject, use.property, use.value].map(termKey).join(' '), use] as const),
  ).values(),
];

/** Whether nothing differs. */
export const isSame = ({ triples: { added, removed } }: Difference): boolean =>
  added.length + removed.length === 0;
