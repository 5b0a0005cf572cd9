import { placeIn, type ReadDocument } from '../../graph/locator.ts';
import type { PrefixDeclaration } from '../../graph/parsed.ts';
import { iri } from '../../graph/terms.ts';
import type { Finding } from '../problem.ts';
import { finding } from './finding.ts';

interface Declaration extends PrefixDeclaration {
  readonly document: ReadDocument;
}

/**
 * Prefixes that are bound to two namespaces, and namespaces that have two prefixes, each with the places that
 * first say so, the rarest first. The empty prefix means what its own file says, so it is held against that only.
 */
export function checkPrefixes(documents: readonly ReadDocument[]): Finding[] {
  const all = documents.flatMap((document) =>
    document.declarations.map((declaration): Declaration => ({ ...declaration, document })),
  );
  const named = all.filter(({ prefix }) => prefix !== '');
  const nameless = Map.groupBy(
    all.filter(({ prefix }) => prefix === ''),
    ({ document }) => document,
  );
  return [
    ...[named, ...nameless.values()].flatMap((group) =>
      conflicts(group, 'prefix', 'namespace').map(({ key, rarest, places }) =>
        finding({ rule: 'prefix-with-two-namespaces', detail: key }, { focus: iri(rarest), places }),
      ),
    ),
    ...conflicts(named, 'namespace', 'prefix').map(({ key, values, places }) =>
      finding(
        { rule: 'namespace-with-two-prefixes', detail: values.map((prefix) => `${prefix}:`).join(', ') },
        { focus: iri(key), places },
      ),
    ),
  ];
}

/** The keys that have several values; where they first do, the least used value first. */
function conflicts(
  declarations: readonly Declaration[],
  by: 'prefix' | 'namespace',
  of: 'prefix' | 'namespace',
) {
  return [...Map.groupBy(declarations, (each) => each[by])].flatMap(([key, group]) => {
    const uses = [...Map.groupBy(group, (each) => each[of])].sort(([, a], [, b]) => a.length - b.length);
    if (uses.length < 2) return [];
    const values = uses.map(([value]) => value);
    return [
      {
        key,
        values,
        rarest: values[0]!,
        places: uses.map(([, [first]]) => placeIn(first!.document, first!)),
      },
    ];
  });
}
