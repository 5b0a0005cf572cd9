import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { blankNode, iri, quad } from '../../src/graph/terms.ts';
import { evaluate } from '../../src/query/engine.ts';

const [a, p, b] = [iri('urn:a'), iri('urn:p'), iri('urn:b')];
const dataset = new Dataset([
  quad(a, p, b, iri('urn:g:1')),
  quad(a, p, b, iri('urn:g:2')),
  quad(b, p, a, iri('urn:g:2')),
]);
const ask = (sparql: string) => evaluate(sparql, dataset, { path: 'q.rq' });

describe('a query', () => {
  it('sees each triple once in the default graph, in however many graphs it stands', async () => {
    expect(await ask('SELECT (COUNT(*) AS ?n) { ?x <urn:p> ?y }')).toMatchObject({
      rows: [{ n: { value: '2' } }],
    });
  });

  it('sees every graph through GRAPH', async () => {
    expect(await ask('SELECT ?g { GRAPH ?g { <urn:a> ?p ?o } } ORDER BY ?g')).toMatchObject({
      variables: ['g'],
      rows: [{ g: { value: 'urn:g:1' } }, { g: { value: 'urn:g:2' } }],
    });
  });

  it.each([
    ['nothing has a path that it asks for', 'SELECT ?x ?y { ?x (<urn:q>|<urn:r>)+ ?y . FILTER(?x = ?y) }'],
    ['that is sorted', 'SELECT DISTINCT ?x ?y { ?x (<urn:q>|<urn:r>)+ ?y . FILTER(?x = ?y) } ORDER BY ?x'],
    [
      'no branch of it has anything',
      'SELECT ?x ?y { { ?x <urn:q> ?y } UNION { ?y <urn:r> ?x } FILTER(?x = ?y) }',
    ],
    ['it takes no rows', 'SELECT ?x ?y { ?x <urn:p> ?y } LIMIT 0'],
  ])('has the columns that it selects also where %s', async (_, sparql) => {
    expect(await ask(sparql)).toEqual({ form: 'SELECT', variables: ['x', 'y'], rows: [] });
  });

  it('answers with blank nodes under the label they have in the data, and takes them for values', async () => {
    const [nameless, other] = [blankNode('n'), blankNode('m')];
    const data = new Dataset([quad(nameless, p, a), quad(other, p, b)]);
    const answer = await evaluate('SELECT ?x ?o { ?x <urn:p> ?o }', data, {
      path: 'q.rq',
      bindings: new Map([['x', other]]),
    });
    expect(answer).toMatchObject({ rows: [{ x: other, o: b }] });
    expect(answer.form === 'SELECT' && answer.rows).toHaveLength(1);
  });

  it('constructs each triple once', async () => {
    const answer = await ask('CONSTRUCT { <urn:x> <urn:y> <urn:z> } { ?s ?p ?o }');
    expect(answer.form === 'CONSTRUCT' && answer.quads).toHaveLength(1);
  });

  it.each([
    ['a word that is not SPARQL', 'SELECT ?x\nWHERE {\n  ?x ?y }', 3, 3],
    ['a prefix that is not declared', 'SELECT ?x\nWHERE { ?x ex:p 1 }', 3, 2],
    ['an update', 'INSERT DATA { <urn:a> <urn:b> 1 }', 4, undefined],
    ['an update that deletes', 'DELETE WHERE { ?a ?b ?c }', 4, undefined],
  ])('with %s is refused in one line', async (_, sparql, code, line) => {
    const failure = (await ask(sparql).catch((error: unknown) => error)) as Failure;
    expect(failure).toMatchObject({ code, file: 'q.rq', line });
    expect(failure.message).not.toContain('\n');
  });
});
