import { iri } from '../../../src/graph/terms.ts';

export const node = (name: string) => iri(`https://example.org/${name}`);

export const prefixes = 'PREFIX : <https://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';

/** Queries by what they try; the second part says whether all rows can be asked at once. */
export const queries: readonly (readonly [name: string, sparql: string, atOnce?: false])[] = [
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
