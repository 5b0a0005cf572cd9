import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, literal, quad } from '../../src/graph/terms.ts';
import { evaluate } from '../../src/query/engine.ts';
import { bindParameters, parametersOf } from '../../src/query/parameters.ts';

const resolve = (value: string) => (/^https?:/.test(value) ? value : undefined);
const bind = (sparql: string, given: Record<string, string>, defaults = {}) =>
  bindParameters(sparql, new Map(Object.entries(given)), defaults, resolve);

describe('the parameters of a query', () => {
  it('are the variables that begin with an underscore, typed by how they end', () => {
    expect(parametersOf('SELECT ?x { ?x ?p ?_name_en, ?_actor_iri, ?_many_integer, $_text }')).toEqual([
      { name: 'actor', variable: '_actor_iri', type: 'iri' },
      { name: 'many', variable: '_many_integer', type: 'integer' },
      { name: 'name', variable: '_name_en', type: 'en' },
      { name: 'text', variable: '_text', type: 'text' },
    ]);
  });

  it('do not stand in comments, strings or IRIs', () => {
    expect(parametersOf('# ?_a\nSELECT ?x { ?x <urn:?_b> "?_c", \'?_d\' }')).toEqual([]);
  });

  it.each([
    ['?_a_iri', 'https://example.org/x', iri('https://example.org/x')],
    ['?_a_nl', 'appel', literal('appel', 'nl')],
    ['?_a', 'appel', literal('appel')],
    ['?_a_integer', '12', literal('12', iri('http://www.w3.org/2001/XMLSchema#integer'))],
    ['?_a_date', '2024-04-25', literal('2024-04-25', iri('http://www.w3.org/2001/XMLSchema#date'))],
  ])('%s takes %s as a term', (variable, value, term) => {
    expect(bind(`SELECT * { ?x ?y ${variable} }`, { a: value }).get(variable.slice(1))?.equals(term)).toBe(
      true,
    );
  });

  it.each([
    ['?_a_integer', { a: 'twelve' }, /not of type integer/],
    ['?_a_iri', { a: 'no such thing' }, /not an IRI/],
    ['?_a', {}, /needs a value for a/],
    ['?_a', { a: '1', b: '2' }, /no parameter called b/],
  ])('%s refuses %j as wrong usage', (variable, given, message) => {
    expect(() => bind(`SELECT * { ?x ?y ${variable} }`, given)).toThrow(
      expect.objectContaining({ code: 2, message: expect.stringMatching(message) }),
    );
  });

  it('take their defaults', () => {
    expect(bind('SELECT * { ?x ?y ?_a }', {}, { a: 'apple' }).get('_a')?.value).toBe('apple');
  });

  it('never become part of the query, whatever is in them', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('" } UNION { ?x ?y ?z } #', "'''", '\\', '"@en', '\n', '__proto__', '?_text', '> <'),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (value, other) => {
        fc.pre(value !== other && !/[\ud800-\udfff]/.test(value + other));
        const dataset = new Dataset(
          [value, other].map((each, index) => quad(iri(`urn:${index}`), iri('urn:says'), literal(each))),
        );
        const sparql = 'SELECT ?who ?said { ?who <urn:says> ?_text . BIND(?_text AS ?said) }';
        const answer = await evaluate(sparql, dataset, {
          path: 'test',
          bindings: bind(sparql, { text: value }),
        });
        expect(answer).toMatchObject({ rows: [{ who: { value: 'urn:0' }, said: { value } }] });
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });
});
