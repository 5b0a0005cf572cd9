import { type Place, placeIn, type ReadDocument } from '../../graph/locator.ts';
import { iri } from '../../graph/terms.ts';
import type { Finding } from '../problem.ts';
import { finding } from './finding.ts';

/** A prefix that is bound to a namespace, how often, and where first. */
export interface PrefixUse {
  readonly prefix: string;
  readonly namespace: string;
  readonly count: number;
  readonly first: Place;
}

type Rank = (place: Place) => number;

/** The prefixes that documents declare; the empty one is not compared from file to file. */
export const prefixUses = (documents: readonly ReadDocument[]): PrefixUse[] =>
  documents.flatMap((document) => usesIn(document).filter(({ prefix }) => prefix !== ''));

/** Uses of one prefix for one namespace as one, the first of them first. */
export function addUp(uses: readonly PrefixUse[], rank: Rank): PrefixUse[] {
  const inOrder = [...uses].sort(
    ({ first: a }, { first: b }) => rank(a) - rank(b) || a.line - b.line || a.column - b.column,
  );
  return [...Map.groupBy(inOrder, ({ prefix, namespace }) => `${prefix} ${namespace}`).values()].map(
    (group) => ({
      ...group[0]!,
      count: group.reduce((sum, { count }) => sum + count, 0),
    }),
  );
}

/**
 * Prefixes that are bound to two namespaces, and namespaces that have two prefixes, each with the places that
 * first say so, the rarest first.
 */
export function checkPrefixes(uses: readonly PrefixUse[], rank: Rank): Finding[] {
  const all = addUp(uses, rank);
  return [
    ...twoNamespaces(all),
    ...conflicts(all, 'namespace', 'prefix').map(({ key, values, places }) =>
      finding(
        { rule: 'namespace-with-two-prefixes', detail: values.map((prefix) => `${prefix}:`).join(', ') },
        { focus: iri(key), places },
      ),
    ),
  ];
}

/** The empty prefix means what its own file says, so it is held against that only. */
export const checkNamelessPrefixes = (documents: readonly ReadDocument[]): Finding[] =>
  documents.flatMap((document) => twoNamespaces(usesIn(document).filter(({ prefix }) => prefix === '')));

const twoNamespaces = (uses: readonly PrefixUse[]): Finding[] =>
  conflicts(uses, 'prefix', 'namespace').map(({ key, values, places }) =>
    finding({ rule: 'prefix-with-two-namespaces', detail: key }, { focus: iri(values[0]!), places }),
  );

function usesIn(document: ReadDocument): PrefixUse[] {
  const { declarations } = document;
  return addUp(
    declarations.map(({ prefix, namespace, line, column }) => ({
      prefix,
      namespace,
      count: 1,
      first: placeIn(document, { line, column }),
    })),
    () => 0,
  );
}

/** The keys that have several values, the least used value first. */
function conflicts(uses: readonly PrefixUse[], by: 'prefix' | 'namespace', of: 'prefix' | 'namespace') {
  return [...Map.groupBy(uses, (each) => each[by])].flatMap(([key, group]) => {
    if (group.length < 2) return [];
    const rarest = group.sort((a, b) => a.count - b.count);
    return [{ key, values: rarest.map((use) => use[of]), places: rarest.map(({ first }) => first) }];
  });
}
