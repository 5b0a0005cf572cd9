import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../src/graph/dataset.ts';
import { iri, literal, quad } from '../../../src/graph/terms.ts';
import { sh } from '../../../src/validate/sparql/terms.ts';
import { checkSparqlConstraint } from '../../../src/validate/sparql/validate-sparql.ts';

const [shape, constraint] = [iri('https://example.org/Shape'), iri('https://example.org/constraint')];
const check = (...selects: readonly string[]) =>
  checkSparqlConstraint(
    new Dataset(selects.map((text) => quad(constraint, sh.select, literal(text)))),
    shape,
    constraint,
  );

describe('a constraint is refused', () => {
  it.each([
    ['MINUS', 'SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }', 'MINUS'],
    ['VALUES', 'SELECT $this { VALUES ?x { 1 } $this ?p ?x }', 'VALUES'],
    ['VALUES at the end', 'SELECT $this { $this ?p ?x } VALUES ?x { 1 }', 'VALUES'],
    ['VALUES within EXISTS', 'SELECT $this { FILTER EXISTS { VALUES ?x { 1 } $this ?p ?x } }', 'VALUES'],
    ['SERVICE', 'SELECT $this { SERVICE <https://example.org/> { $this ?p ?o } }', 'SERVICE'],
    ['SERVICE SILENT', 'SELECT $this { SERVICE SILENT ?s { $this ?p ?o } }', 'SERVICE'],
    ['BIND … AS $this', 'SELECT $this { BIND(1 AS $this) }', '?this'],
    ['AS $currentShape in the SELECT', 'SELECT $this (1 AS ?currentShape) { $this ?p ?o }', '?currentShape'],
    ['AS $this in GROUP BY', 'SELECT $this { ?s ?p ?o } GROUP BY (STR(?s) AS $this)', '?this'],
    ['a SELECT within that loses the node', 'SELECT $this { { SELECT ?x { $this ?p ?x } } }', '?this'],
    [
      'a SELECT within EXISTS that loses it',
      'SELECT $this { FILTER EXISTS { SELECT ?x { $this ?p ?x } } }',
      '?this',
    ],
    ['a SELECT that does not return the node', 'SELECT ?x { $this ?p ?x }', '?this'],
    ['an ASK', 'ASK { $this ?p ?o }', 'SELECT'],
    ['a CONSTRUCT', 'CONSTRUCT { $this ?p 1 } WHERE { $this ?p ?o }', 'SELECT'],
    ['an update', 'DELETE WHERE { ?s ?p ?o }', 'SELECT'],
    ['an update that loads', 'LOAD <https://example.org/>', 'SELECT'],
    ['what is not SPARQL', 'SELECT $this { $this ?p }', 'SPARQL'],
    ['a prefix that is not declared', 'SELECT $this { $this ex:p 1 }', 'SPARQL'],
    ['$PATH in a node shape', 'SELECT $this { $this $PATH ?x }', '$PATH'],
  ])('with %s', async (_, text, named) => {
    const why = await check(text);
    expect(why?.['nl']).toContain(named);
    expect(why?.['en']).toContain(named);
  });

  it('with two queries, or none', async () => {
    expect(await check('SELECT $this { $this ?p 1 }', 'SELECT $this { $this ?p 2 }')).toBeDefined();
    expect(await check()).toBeDefined();
  });
});

describe('a constraint may have', () => {
  it.each([
    ['a SELECT within that returns the node', 'SELECT $this { { SELECT $this ?x { $this ?p ?x } } }'],
    ['SELECT * within', 'SELECT $this { { SELECT * { $this ?p ?x } } }'],
    ['a value under a name of its own', 'SELECT $this (1 AS ?value) { BIND(2 AS ?x) }'],
    ['a count', 'SELECT $this (COUNT(?x) AS ?n) { $this ?p ?x } GROUP BY $this'],
  ])('%s', async (_, text) => expect(await check(text)).toBeUndefined());
});
