import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../src/graph/dataset.ts';
import { blankNode, iri, literal, quad, termKey, variable } from '../../../src/graph/terms.ts';
import { mapOperations, type Operation } from '../../../src/query/algebra.ts';
import { toEngine } from '../../../src/query/blank-nodes.ts';
import { evaluate, type Row } from '../../../src/query/engine.ts';
import { select } from '../../../src/validate/sparql/answer.ts';
import { answersRowByRow } from '../../../src/validate/sparql/pre-binding.ts';
import { readQuery, type ShapeQuery } from '../../../src/validate/sparql/query.ts';
import { sh } from '../../../src/validate/sparql/terms.ts';

const node = (name: string) => iri(`https://example.org/${name}`);
const prefix = 'PREFIX : <https://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';

/** Queries by what they try; the second part says whether all rows can be asked at once. */
const queries: readonly (readonly [name: string, sparql: string, atOnce?: false])[] = [
  ['a pattern', 'SELECT $this ?value { $this :p ?value }'],
  ['two patterns', 'SELECT $this ?value { $this :p ?x . ?x :q ?value }'],
  ['a pattern with the node as object', 'SELECT $this ?value { ?value :p $this }'],
  ['a node that nothing mentions', 'SELECT $this ?value { ?x :q ?value }'],
  ['a filter without a pattern', 'SELECT $this { FILTER($this != :a) }'],
  ['a filter in a group of its own', 'SELECT $this ?value { ?value :p ?y { FILTER(isIRI($this)) } }'],
  [
    'a filter on a pattern that leaves the node out',
    'SELECT $this ?value { ?value :q ?y FILTER(?value != $this) }',
  ],
  ['a value from an expression', 'SELECT $this ?value { BIND(STR($this) AS ?value) }'],
  ['a value in the SELECT', 'SELECT $this ($this AS ?value) { ?x :p :b }'],
  ['OPTIONAL', 'SELECT $this ?value { $this :p ?x OPTIONAL { $this :q ?value } }'],
  ['OPTIONAL that is absent', 'SELECT $this { $this :p ?x OPTIONAL { $this :q ?y } FILTER(!bound(?y)) }'],
  ['OPTIONAL that alone mentions the node', 'SELECT $this ?value { ?x :p ?y OPTIONAL { $this :q ?value } }'],
  ['OPTIONAL with a filter', 'SELECT $this ?value { ?x :p ?y OPTIONAL { ?y :q ?value FILTER(?y = $this) } }'],
  [
    'OPTIONAL with an expression',
    'SELECT $this ?value { $this :p ?y OPTIONAL { BIND(STR($this) AS ?value) } }',
  ],
  [
    'OPTIONAL within OPTIONAL',
    'SELECT $this ?value { $this :p ?x OPTIONAL { ?x :q ?y OPTIONAL { $this :r ?value } } }',
  ],
  [
    'OPTIONAL with a filter in a group',
    'SELECT $this ?value { ?x :p ?y OPTIONAL { { ?y :q ?value } FILTER(?value != $this) } }',
  ],
  ['UNION', 'SELECT $this ?value { { $this :p ?value } UNION { ?value :q $this } }'],
  [
    'UNION of which one side leaves the node out',
    'SELECT $this ?value { { $this :p ?value } UNION { ?x :q ?value } }',
  ],
  ['UNION of filters', 'SELECT $this { { FILTER(isLiteral($this)) } UNION { FILTER($this = :a) } }'],
  ['DISTINCT over UNION', 'SELECT DISTINCT $this ?value { { $this :p ?value } UNION { ?x :p ?value } }'],
  ['EXISTS', 'SELECT $this { FILTER EXISTS { $this :p ?x } }'],
  ['NOT EXISTS', 'SELECT $this ?value { $this :p ?value FILTER NOT EXISTS { ?value :q ?y } }'],
  ['NOT EXISTS that mentions the node', 'SELECT $this { ?x :p $this FILTER NOT EXISTS { $this :q ?y } }'],
  [
    'NOT EXISTS with a filter',
    'SELECT $this ?value { $this :p ?value FILTER NOT EXISTS { ?other :p ?value FILTER(?other != $this) } }',
  ],
  [
    'EXISTS with a filter in a group',
    'SELECT $this { FILTER EXISTS { ?other :p ?x { FILTER(isBlank($this)) } } }',
  ],
  ['EXISTS with a filter on a variable', 'SELECT $this { FILTER EXISTS { $this :q ?x FILTER(?x) } }'],
  ['EXISTS with a cast', 'SELECT $this { FILTER EXISTS { $this :q ?x FILTER(xsd:boolean(?x)) } }'],
  ['EXISTS with an expression', 'SELECT $this { FILTER EXISTS { BIND($this AS ?x) ?x :p ?y } }'],
  [
    'EXISTS within NOT EXISTS',
    'SELECT $this { FILTER NOT EXISTS { $this :p ?x FILTER EXISTS { ?x :q ?y FILTER(?y != $this) } } }',
  ],
  ['EXISTS in an expression', 'SELECT $this ?value { $this :p ?x BIND(EXISTS { $this :q ?y } AS ?value) }'],
  ['EXISTS or else', 'SELECT $this { FILTER(isLiteral($this) || EXISTS { $this :p ?x }) }'],
  ['EXISTS with UNION', 'SELECT $this { FILTER EXISTS { { $this :p ?x } UNION { ?x :r $this } } }'],
  [
    'EXISTS with OPTIONAL',
    'SELECT $this { FILTER EXISTS { ?x :p ?y OPTIONAL { $this :q ?z } FILTER(!bound(?z)) } }',
  ],
  [
    'NOT EXISTS of a count',
    'SELECT $this { FILTER NOT EXISTS { SELECT $this (COUNT(?x) AS ?n) { $this :p ?x } GROUP BY $this HAVING(COUNT(?x) < 2) } }',
  ],
  ['a SELECT within', 'SELECT $this ?value { $this :p ?x { SELECT $this ?value { $this :q ?value } } }'],
  [
    'a SELECT within that leaves the node out',
    'SELECT $this ?value { $this :p ?x { SELECT DISTINCT $this ?value { ?y :q ?value } } }',
  ],
  [
    'a SELECT within with a filter',
    'SELECT $this ?value { ?value :p ?y { SELECT $this { FILTER(isIRI($this)) } } }',
  ],
  [
    'a count within',
    'SELECT $this ?value { $this :q ?x { SELECT $this (COUNT(?y) AS ?value) { $this :p ?y } GROUP BY $this } }',
  ],
  ['a count', 'SELECT $this (COUNT(?x) AS ?value) { $this :p ?x } GROUP BY $this HAVING(COUNT(?x) > 1)'],
  [
    'a count that may be nought',
    'SELECT $this (COUNT(?x) AS ?value) { OPTIONAL { $this :p ?x } } GROUP BY $this',
  ],
  [
    'a sum by another variable',
    'SELECT $this ?value (SUM(?n) AS ?sum) { $this :p ?value . ?value :q ?n } GROUP BY $this ?value',
  ],
  ['a path', 'SELECT $this ?value { $this :p/:q ?value }'],
  ['a path of any length', 'SELECT $this ?value { $this :p+ ?value }'],
  ['a path back', 'SELECT $this ?value { $this ^:p|:q ?value }'],
  ['a graph', 'SELECT $this ?value { GRAPH ?value { $this :p ?x } }'],
  ['the shape', 'SELECT $this ($currentShape AS ?value) { $this :p ?x FILTER(?x != $currentShape) }'],
  [
    'the shape in a pattern',
    'SELECT $this ?value { $this :p ?value OPTIONAL { $currentShape :p ?y } FILTER(!bound(?y)) }',
  ],
  [
    'the shape in a SELECT within, and after it',
    'SELECT $this ?value { { SELECT $this ?value { $this :p ?value . $currentShape :q ?y } } FILTER(?value != $currentShape) }',
  ],
  [
    'the shape in a SELECT within',
    'SELECT $this ?value { $this :p ?x { SELECT $this ?value { $currentShape :q ?value } } }',
  ],
  ['LIMIT', 'SELECT $this ?value { $this :p ?value } ORDER BY ?value LIMIT 1', false],
  [
    'OFFSET in a SELECT within',
    'SELECT $this ?value { $this :q ?x { SELECT $this ?value { $this :p ?value } ORDER BY ?value OFFSET 1 } }',
    false,
  ],
];

const always = { currentShape: node('c') };

async function read(sparql: string): Promise<ShapeQuery> {
  const shapes = new Dataset([quad(node('constraint'), sh.select, literal(prefix + sparql))]);
  return readQuery(shapes, node('constraint'), { form: 'select', prebound: ['this', 'currentShape'] });
}

/** What the specification says, to the letter: the values of one row joined to every pattern. */
async function byTheLetter(
  { operation, mentioned }: ShapeQuery,
  data: Dataset,
  focus: Term,
): Promise<readonly Row[]> {
  const row: Row = { ...always, this: focus };
  const values: Operation = {
    type: 'values',
    variables: mentioned.map((name) => variable(name)),
    bindings: [Object.fromEntries(mentioned.map((name) => [name, toEngine(row[name]!)]))],
  };
  const replaced = mapOperations(operation, (part) =>
    part.type === 'bgp' || part.type === 'path' ? { type: 'join', input: [values, part] } : part,
  );
  const answer = await evaluate(replaced, data, { path: 'query' });
  return answer.form === 'SELECT' ? answer.rows : [];
}

const asLines = (rows: readonly Row[]) =>
  rows
    .map((row) =>
      Object.keys(row)
        .sort()
        .map((name) => `${name} ${termKey(row[name]!)}`)
        .join(' | '),
    )
    .sort();

const subjects = ['a', 'b', 'c', 'd'].map(node);
const nameless = blankNode('n');
const objects = [
  ...subjects,
  nameless,
  literal('true', iri('http://www.w3.org/2001/XMLSchema#boolean')),
  literal('2'),
];
const quads = fc.array(
  fc
    .tuple(
      fc.constantFrom<Term>(...subjects, nameless),
      fc.constantFrom('p', 'p', 'q', 'r'),
      fc.constantFrom<Term>(...objects),
      fc.constantFrom('g', 'h'),
    )
    .map(([s, p, o, g]): Quad => quad(s as never, node(p), o as never, node(g))),
  { maxLength: 14 },
);
const focusNodes = fc.uniqueArray(fc.constantFrom<Term>(...objects, node('absent')), {
  minLength: 1,
  maxLength: 6,
  selector: termKey,
});

describe('the nodes of a shape, asked for all at once, have the answers that each has alone:', () => {
  it.each(queries.map(([name, sparql, atOnce = true]) => ({ name, sparql, atOnce })))(
    '$name',
    async ({ sparql, atOnce }) => {
      const query = await read(sparql);
      expect(answersRowByRow(query.operation, ['this'])).toBe(atOnce);
      await fc.assert(
        fc.asyncProperty(quads, focusNodes, async (given, nodes) => {
          const data = new Dataset(given);
          const rows = nodes.map((each) => ({ this: each }));
          const together = await select(data, query, rows, always);
          const alone = (await Promise.all(rows.map((row) => select(data, query, [row], always)))).flat();
          const literally = (await Promise.all(nodes.map((each) => byTheLetter(query, data, each)))).flat();
          expect(asLines(together)).toEqual(asLines(alone));
          expect(asLines(together)).toEqual(asLines(literally));
        }),
        { seed: 20260801, numRuns: 25 },
      );
    },
  );
});
