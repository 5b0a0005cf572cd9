import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, quad } from '../../src/graph/terms.ts';
import { evaluate } from '../../src/query/engine.ts';
import { type Path, pathAsSparql } from '../../src/validate/path.ts';
import { valuesAlong } from '../../src/validate/path-values.ts';

const nodes = ['a', 'b', 'c', 'd'].map((name) => iri(`urn:x:${name}`));
const predicates = ['p', 'q'].map((name) => iri(`urn:x:${name}`));

const loops = predicates.map((predicate) => [nodes[3]!, predicate, nodes[3]!] as const);

const { path } = fc.letrec<{ path: Path }>((tie) => ({
  path: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...predicates).map((predicate) => ({ kind: 'predicate' as const, predicate })),
    tie('path').map((inner) => ({ kind: 'inverse' as const, path: inner })),
    fc
      .tuple(fc.constantFrom('sequence' as const, 'alternative' as const), tie('path'), tie('path'))
      .map(([kind, ...paths]) => ({ kind, paths })),
    fc
      .tuple(tie('path'), fc.constantFrom('*' as const, '+' as const, '?' as const))
      .map(([inner, mark]) => ({ kind: 'repeat' as const, path: inner, mark })),
  ),
}));
const data = fc
  .array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...predicates), fc.constantFrom(...nodes)), {
    maxLength: 8,
  })
  .map(
    (triples) =>
      // The engine finds no paths of length nought over a property that the data does not have.
      new Dataset([...triples, ...loops].map(([s, p, o]) => quad(s, p, o))),
  );

describe('the values along a path', () => {
  it('are those that SPARQL finds', async () => {
    await fc.assert(
      fc.asyncProperty(path, data, async (along, dataset) => {
        const sparql = `SELECT DISTINCT ?x { <urn:x:a> ${pathAsSparql(along)} ?x }`;
        const answer = await evaluate(sparql, dataset, { path: 'query' });
        const expected = answer.form === 'SELECT' ? answer.rows.map((row) => row['x']!.value) : [];
        const found = valuesAlong(dataset, nodes[0]!, along).map(({ value }) => value);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { seed: 20260801, numRuns: 100 },
    );
  });
});
