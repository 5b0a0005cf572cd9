import { QueryEngine } from '@comunica/query-sparql';
import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { termKey } from '../../src/graph/terms.ts';
import { parse } from '../../src/graph/parse.ts';
import { fromEngine } from '../../src/query/blank-nodes.ts';
import { evaluate } from '../../src/query/engine.ts';

const base = 'https://example.org/';
const read = async (trig: string) => new Dataset((await parse(trig, { path: 'a.trig', base })).quads);
const engine = new QueryEngine();

/** The solutions of a query as a bag: one line each, sorted. */
const asBag = (rows: readonly (readonly (readonly [string, Term])[])[]) =>
  rows
    .map((row) =>
      row
        .map(([name, term]) => `${name}=${termKey(term)}`)
        .sort()
        .join(' '),
    )
    .sort();

/** What Comunica answers when it makes every join itself. */
async function reference(sparql: string, dataset: Dataset): Promise<string[]> {
  const sources = [{ type: 'rdfjs', value: dataset }] as never;
  const solutions = await (await engine.queryBindings(sparql, { sources, baseIRI: base })).toArray();
  return asBag(
    solutions.map((row) => [...row].map(([variable, term]) => [variable.value, fromEngine(term as Term)])),
  );
}

async function answer(sparql: string, dataset: Dataset): Promise<string[]> {
  const found = await evaluate(sparql, dataset, { path: 'test', base });
  if (found.form !== 'SELECT') throw new Error('not a SELECT');
  return asBag(found.rows.map((row) => Object.entries(row)));
}

const dataset = await read(`
  @prefix : <#> .
  :a :knows :b , :c , _:x ; :name "a" ; :age 1 . :b :knows :a , :b ; :name "b"@nl , "b" . _:x :knows :a .
  :one { :a :knows :b ; :age 1 . :c :name "c" } :two { :a :knows :b . :c :knows :d ; :name "c" . :d :loves :d }`);

describe('a dataset as a source answers as Comunica does with patterns only:', () => {
  it.each([
    ['a pattern', '?s ?p ?o'],
    ['a join', '?s :knows ?o . ?o :name ?name'],
    ['a variable twice in one pattern', '?s :knows ?s'],
    ['a variable in two places of a join', '?s ?p ?o . ?o ?p ?s'],
    ['a product of patterns that share nothing', ':a :age ?age . ?s :loves ?o'],
    ['a star', '?s :name ?n ; :knows ?k ; :age ?a'],
    ['a union joined with a pattern', '{ ?s :name ?n } UNION { ?s :age ?a } ?s :knows ?o'],
    ['a union that leaves the joined variable open', '{ ?s :name ?n } UNION { ?t :age ?n } ?s :knows ?o'],
    ['a named graph', 'GRAPH :one { ?s ?p ?o }'],
    ['any named graph, not the default one', 'GRAPH ?g { ?s :knows ?o }'],
    ['the same graph twice', 'GRAPH ?g { ?s :knows ?o . ?s :age ?a }'],
    ['two graphs', 'GRAPH ?g { ?s :knows ?o } GRAPH ?h { ?s :knows ?o }'],
    ['a graph and the union of all', 'GRAPH :two { ?s :name ?n } ?s :knows ?o'],
    ['an optional part', '?s :knows ?o OPTIONAL { ?o :name ?n . ?o :age ?a }'],
    [
      'an optional part with a filter on what is before it',
      '?s :knows ?o OPTIONAL { ?o :name ?n . ?o :knows ?t FILTER(?t = ?s) }',
    ],
    [
      'an optional union with a filter',
      '?s :knows ?o OPTIONAL { { ?o :name ?n } UNION { ?o :age ?n } FILTER(?o != ?s) }',
    ],
    [
      'an optional part whose filter looks outside',
      '?s :age ?x OPTIONAL { ?s :knows ?o . ?o :age ?y FILTER(?y >= ?x) }',
    ],
    ['a filter between joins', '?s :knows ?o . FILTER(?o != :b) ?o :knows ?t'],
    ['existence', '?s :name ?n FILTER NOT EXISTS { ?s :knows ?o . ?o :age ?a }'],
    ['a difference', '?s :knows ?o MINUS { ?s :age ?a . ?s :knows ?o }'],
    ['a difference in one of two variables', '?s :knows ?o MINUS { ?o :name ?n }'],
    ['a difference that shares no variable', '?s :knows ?o MINUS { ?x :age ?a }'],
    ['a difference from a union', '?s :knows ?o MINUS { { ?s :name ?n } UNION { ?o :age ?a } }'],
    [
      'a union that loses by a variable which one side leaves open',
      '{ { ?s :name ?n } UNION { ?s :age ?a } MINUS { ?t :name ?n } } ?s :knows ?o',
    ],
    ['a difference inside a difference', '?s :knows ?o MINUS { ?s :age ?a MINUS { ?s :loves ?s } }'],
    ['a filter on kinds', '?s ?p ?o FILTER(isIRI(?o) || isBlank(?o))'],
    ['a filter on languages', '?s :name ?n FILTER(LANG(?n) = "nl")'],
    ['a filter on the language of what has none', '?s ?p ?o FILTER(LANG(?o) != "nl")'],
    ['a filter on texts', '?s ?p ?o FILTER(STRENDS(STR(?p), "name") && CONTAINS(STR(?o), "b"))'],
    ['a filter on a text that is written with a language', '?s ?p ?o FILTER(STRSTARTS(STR(?o), "b"@nl))'],
    ['a filter on a list of names', '?s ?p ?o FILTER(?o NOT IN (:a, :b) && ?p IN (:knows, :loves))'],
    ['a filter that looks at an error', '?s :knows ?o FILTER(?nothing != :a || ?o = :b)'],
    ['a filter that denies an error', '?s :knows ?o FILTER(!(STR(?o) = "b"))'],
    ['a filter inside a group that looks outside', '?s :age ?x { ?s :knows ?o FILTER(?x != :a) }'],
    [
      'a filter on a variable that a union leaves open',
      '{ { ?s :name ?n } UNION { ?s :age ?a } FILTER(?n != :a) } ?t :name ?n',
    ],
    ['a filter on numbers after one on names', '?s ?p ?o FILTER(?p = :age) FILTER(?o + 1 = 2)'],
    ['a filter on equal values', '?s :age ?o FILTER(?o = 1.0)'],
    ['a filter in a sub-query', '{ SELECT ?o { ?s :knows ?o FILTER(?s != :b) } } ?o :name ?n'],
    [
      'a filter with existence in it',
      '?s :knows ?o FILTER(?s = :b || EXISTS { ?o :name ?n FILTER(LANG(?n) = "nl") })',
    ],
    ['a path', '?s :knows/:knows ?o'],
    ['a path of any length', '?s :knows+ ?o . ?o :name ?n'],
    ['values', 'VALUES ?s { :a :c } ?s :knows ?o . ?o ?p ?t'],
    ['a sub-query', '{ SELECT DISTINCT ?o { ?s :knows ?o } } ?o :name ?n'],
    ['nothing that matches', '?s :hates ?o . ?o :name ?n'],
  ])('%s', async (_, pattern) => {
    const sparql = `PREFIX : <#> SELECT * WHERE { ${pattern} }`;
    const expected = await reference(sparql, dataset);
    expect(await answer(sparql, dataset)).toEqual(expected);
  });

  it('any joins, unions, differences and filters of any patterns', async () => {
    const term = fc.constantFrom('?a', '?b', '?c', ':a', ':b', ':c');
    const pattern = fc
      .tuple(term, fc.constantFrom(':knows', ':name', ':age', '?p'), term)
      .map((t) => `${t.join(' ')} .`);
    const variable = fc.constantFrom('?a', '?b', '?c', '?p', '?d');
    const test = fc.oneof(
      fc.tuple(variable, fc.constantFrom('=', '!='), fc.constantFrom(':a', ':name')).map((t) => t.join(' ')),
      fc.tuple(variable, fc.constantFrom('nl', '')).map(([v, tag]) => `LANG(${v}) = "${tag}"`),
      fc.tuple(variable, fc.constantFrom('b', 'e')).map(([v, end]) => `STRENDS(STR(${v}), "${end}")`),
      fc
        .tuple(fc.constantFrom('isIRI', 'isLiteral', 'isBlank', 'BOUND'), variable)
        .map(([f, v]) => `${f}(${v})`),
      variable.map((v) => `${v} IN (:a, :b)`),
    );
    const condition = fc.oneof(
      test,
      fc.tuple(test, fc.constantFrom('&&', '||'), test).map((t) => t.join(' ')),
      test.map((each) => `!(${each})`),
    );
    const group = fc.array(pattern, { minLength: 1, maxLength: 3 }).map((patterns) => patterns.join(' '));
    const filtered = fc.tuple(group, condition).map(([patterns, each]) => `{ ${patterns} FILTER(${each}) }`);
    const union = fc.tuple(group, group).map(([left, right]) => `{ ${left} } UNION { ${right} }`);
    const graph = group.map((patterns) => `GRAPH ?g { ${patterns} }`);
    const part = fc.oneof(group, union, graph, filtered);
    const difference = fc.tuple(part, part).map(([left, right]) => `{ ${left} MINUS { ${right} } }`);
    const whole = fc.tuple(
      fc.array(fc.oneof(part, difference), { minLength: 1, maxLength: 2 }),
      fc.option(condition, { nil: undefined }),
    );
    await fc.assert(
      fc.asyncProperty(whole, async ([parts, last]) => {
        const filter = last ? `FILTER(${last})` : '';
        const sparql = `PREFIX : <#> SELECT * WHERE { ${parts.join(' ')} ${filter} }`;
        expect(await answer(sparql, dataset)).toEqual(await reference(sparql, dataset));
      }),
      { seed: 2026, numRuns: 400 },
    );
  });
});
