import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, literal, quad } from '../../src/graph/terms.ts';
import { rowsOf } from '../../src/query/answer.ts';
import { isTerm, variablesIn } from '../../src/query/algebra.ts';
import { bindVariables } from '../../src/query/bind.ts';
import { evaluate, parseQuery } from '../../src/query/engine.ts';
import { bindParameters, parametersOf } from '../../src/query/parameters.ts';
import { turtle } from '../support.ts';

const orchard = await turtle(`
  :ans :knows :piet ; :says "apples" ; :age 40 .
  :piet :knows :mies ; :says "pears" ; :age 30 .
  :mies :says "apples" ; :age 20 .`);
const example = (name: string) => iri(`https://example.org/${name}`);
const path = 'q.rq';

async function rows(sparql: string, values: Record<string, Term>) {
  const query = `PREFIX : <https://example.org/> ${sparql}`;
  const answer = await evaluate(query, orchard, { path, bindings: new Map(Object.entries(values)) });
  return answer.form === 'ASK'
    ? answer.truth
    : rowsOf(answer)
        .rows.map((row) =>
          Object.entries(row)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, term]) => `${name}=${term.value.replace('https://example.org/', '')}`)
            .join(' '),
        )
        .sort();
}

describe('a bound variable is a term', () => {
  it.each<[string, string, Record<string, Term>, unknown]>([
    ['in a pattern', 'SELECT ?x { ?x :knows ?_a }', { _a: example('piet') }, ['x=ans']],
    ['as a predicate', 'SELECT ?o { :ans ?_p ?o }', { _p: example('knows') }, ['o=piet']],
    ['at the end of a path', 'SELECT ?x { ?_a :knows+ ?x }', { _a: example('ans') }, ['x=mies', 'x=piet']],
    ['in a filter', 'SELECT ?x { ?x :says ?w FILTER(?w = ?_t) }', { _t: literal('pears') }, ['x=piet']],
    [
      'in a list of a filter',
      'SELECT ?x { ?x :says ?w FILTER(?w IN ("a", ?_t)) }',
      { _t: literal('pears') },
      ['x=piet'],
    ],
    [
      'in EXISTS',
      'SELECT ?x { ?x :age ?y FILTER EXISTS { ?x :says ?_t } }',
      { _t: literal('pears') },
      ['x=piet'],
    ],
    [
      'in a sub-query that does not select it',
      'SELECT ?x { { SELECT ?x { ?x :says ?_t } } }',
      { _t: literal('pears') },
      ['x=piet'],
    ],
    [
      'in a sub-query that selects it',
      'SELECT ?x ?_t { { SELECT ?x ?_t { ?x :says ?_t } } }',
      { _t: literal('pears') },
      ['_t=pears x=piet'],
    ],
    [
      'in OPTIONAL',
      'SELECT ?x ?y { ?x :says "pears" OPTIONAL { ?_a :age ?y } }',
      { _a: example('mies') },
      ['x=piet y=20'],
    ],
    ['in MINUS', 'SELECT ?x { ?x :age ?y MINUS { ?x :says ?_t } }', { _t: literal('apples') }, ['x=piet']],
    [
      'in VALUES',
      'SELECT ?x ?n { VALUES (?_t ?n) { ("apples" 1) ("pears" 2) (UNDEF 3) } ?x :says ?_t }',
      { _t: literal('pears') },
      ['n=2 x=piet', 'n=3 x=piet'],
    ],
    ['in BIND', 'SELECT ?t { BIND(CONCAT(?_t, "!") AS ?t) }', { _t: literal('pears') }, ['t=pears!']],
    [
      'where it is asked whether it is bound',
      'SELECT ?x { ?x :age 30 FILTER(BOUND(?_t)) }',
      { _t: literal('') },
      ['x=piet'],
    ],
    ['where it is selected', 'SELECT ?_t ?x { ?x :says ?_t }', { _t: literal('pears') }, ['_t=pears x=piet']],
    [
      'where it is grouped by',
      'SELECT ?_t (COUNT(?x) AS ?n) { ?x :says ?_t } GROUP BY ?_t',
      { _t: literal('apples') },
      ['_t=apples n=2'],
    ],
    [
      'where there is nothing to group',
      'SELECT (COUNT(?x) AS ?n) { ?x :says ?_t } GROUP BY ?_t',
      { _t: literal('plums') },
      [],
    ],
    [
      'where it is ordered by',
      'SELECT ?x { ?x :says ?_t } ORDER BY ?_t ?x',
      { _t: literal('pears') },
      ['x=piet'],
    ],
    [
      'in a template',
      'CONSTRUCT { ?_a :met ?x } { ?x :says "pears" }',
      { _a: example('new') },
      ['object=piet predicate=met subject=new'],
    ],
    ['in ASK', 'ASK { ?_a :knows :piet }', { _a: example('ans') }, true],
    ['in the name of a graph', 'SELECT ?x { GRAPH ?_g { ?x ?y ?z } }', { _g: example('none') }, []],
  ])('%s', async (_, sparql, values, expected) => {
    expect(await rows(sparql, values)).toEqual(expected);
  });

  it('in DESCRIBE', async () => {
    const answer = await evaluate('DESCRIBE ?_a', orchard, {
      path,
      bindings: new Map([['_a', example('mies')]]),
    });
    expect(rowsOf(answer).rows.map(({ subject }) => subject!.value)).toEqual(
      Array.from({ length: 2 }, () => 'https://example.org/mies'),
    );
  });

  it('and stays a variable where it has no value', async () => {
    expect(await rows('SELECT ?x { ?x :says ?__t FILTER(!BOUND(?_u)) }', {})).toHaveLength(3);
  });

  it('that the query assigns to is refused', async () => {
    await expect(
      rows('SELECT ?x { ?x :age ?y BIND(?y AS ?_a) }', { _a: literal('1') }),
    ).rejects.toMatchObject({
      code: 3,
      message: expect.stringMatching(/assigns to \?_a/),
    });
  });
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.constantFrom(
    '> } UNION { ?s ?p ?o',
    '" } UNION { ?s ?p ?o } #',
    "' } #",
    '"""',
    "'''",
    '\\',
    '\\"',
    '"@en',
    '"^^<urn:x>',
    '\n',
    '\r\n',
    '\u0000',
    '\\u003E',
    '__proto__',
    'constructor',
    'toString',
    '?_text',
    '$_text',
    '?x',
    '{}',
    '%3E',
    '',
  ),
  fc
    .array(fc.constantFrom('>', '<', '"', "'", '\\', '\n', '{', '}', '?_text', ' UNION ', '#', '.', ';'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

/** Places where a value can stand, each selecting it as ?said. */
const places = [
  'SELECT ?who ?said { ?who <urn:says> ?_text . BIND(?_text AS ?said) }',
  'SELECT ?who ?said { ?who <urn:says> ?said FILTER(?said = ?_text) }',
  'SELECT ?who (?_text AS ?said) { { SELECT ?who { ?who <urn:says> ?_text } } }',
  'SELECT ?who ?said { ?who <urn:says> ?said FILTER EXISTS { ?who <urn:says> ?_text } FILTER(sameTerm(?said, ?_text)) }',
];
const queries = await Promise.all(
  places.map(async (sparql) => ({
    parameters: parametersOf({ sparql, path }),
    algebra: await parseQuery(sparql, { path }),
  })),
);
const nowhere = { prefixes: new Map<string, string>(), iris: () => [] };

/** What every object has: nothing may be added to it. */
const prototypes = () =>
  [Object.prototype, Array.prototype, Map.prototype, Function.prototype].map(
    (each) => Reflect.ownKeys(each).length,
  );

describe('a value never becomes part of the query, whatever is in it:', () => {
  it('it comes back as it was given', async () => {
    const before = prototypes();
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.nat(places.length - 1), async (value, other, place) => {
        fc.pre(value !== other);
        const dataset = new Dataset(
          [value, other].map((each, index) => quad(iri(`urn:${index}`), iri('urn:says'), literal(each))),
        );
        const { parameters, algebra } = queries[place]!;
        const bindings = bindParameters(parameters, new Map([['text', value]]), nowhere);
        const answer = await evaluate(bindVariables(algebra, bindings), dataset, { path });
        expect(rowsOf(answer).rows).toMatchObject([{ who: { value: 'urn:0' }, said: { value } }]);
        expect(rowsOf(answer).rows).toHaveLength(1);
      }),
      { seed: 20261124, numRuns: 2000 },
    );
    expect(prototypes()).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, 120_000);

  it('the algebra has the same operations, and differs in that one term only', () => {
    /** The algebra without what its terms say. */
    const shape = (part: unknown): unknown =>
      Array.isArray(part)
        ? part.map(shape)
        : isTerm(part) && part.termType !== 'Quad'
          ? 'term'
          : typeof part === 'object' && part !== null
            ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, shape(value)]))
            : part;
    const { algebra, parameters } = queries[1]!;
    const harmless = shape(bindVariables(algebra, new Map([['_text', literal('x')]])));
    fc.assert(
      fc.property(nasty, (value) => {
        const bindings = bindParameters(parameters, new Map([['text', value]]), nowhere);
        const bound = bindVariables(algebra, bindings);
        expect(shape(bound)).toEqual(harmless);
        expect(variablesIn(bound)).toEqual(new Set(['who', 'said']));
        expect(JSON.stringify(bound)).toContain(JSON.stringify(value));
      }),
      { seed: 20261124, numRuns: 3000 },
    );
  });

  it('an IRI is that IRI, or refused', () => {
    const parameters = parametersOf({ sparql: 'SELECT ?x { ?x ?y ?_a_iri }', path });
    const prefixes = new Map([['ex', 'https://example.org/']]);
    const iris = () => ['https://example.org/__proto__', 'https://example.org/a'];
    const start = fc.constantFrom('', 'https://example.org/', '<https://example.org/', 'ex:', 'urn:');
    fc.assert(
      fc.property(start, nasty, fc.constantFrom('', '>'), (before, value, after) => {
        const given = before + value + after;
        let term: Term | undefined;
        try {
          term = bindParameters(parameters, new Map([['a', given]]), { prefixes, iris }).get('_a_iri');
        } catch (failure) {
          expect(failure).toMatchObject({ name: 'Failure', code: 2 });
          return;
        }
        expect(term?.termType).toBe('NamedNode');
        expect(term?.value).not.toMatch(/[\u0000-\u0020<>"{}|^`\\]/);
        const meant = given.replace(/^<(.*)>$/s, '$1');
        expect([meant, meant.replace(/^ex:/, 'https://example.org/'), ...iris()]).toContain(term?.value);
      }),
      { seed: 20261124, numRuns: 3000 },
    );
  });

  it('a name that every object has is no value where none is given', async () => {
    const sparql =
      'SELECT ?constructor ?toString { ?x <urn:says> ?said OPTIONAL { ?x <urn:hates> ?constructor , ?toString } }';
    const dataset = new Dataset([quad(iri('urn:0'), iri('urn:says'), literal('x'))]);
    const answer = rowsOf(await evaluate(sparql, dataset, { path }));
    expect(answer.rows.map((row) => [row['constructor'], row['toString']])).toEqual([[undefined, undefined]]);
  });
});
