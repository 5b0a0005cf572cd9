import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import { allowOrigins } from '../../src/fetch/origins.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, literal, quad } from '../../src/graph/terms.ts';
import { type Answer, evaluate, parseQuery, type Remote } from '../../src/query/engine.ts';
import { good, hostile } from '../fetch/hostile.ts';
import { serve } from '../fetch/serve.ts';
import { turtle } from '../support.ts';
import { endpoint } from './endpoint.ts';

const people = ':a :name "Ann" ; :age 5 . :b :name "Bob" . [] :name "Nemo" ; :age 3 . :c :age 7 .';
const trees = ':oak :owner :a . :elm :owner :b . :ash :owner :zz . :fir :owner [] . :a :local true .';

const remote = (address: string, more: Partial<Remote> = {}): Remote => ({
  origins: allowOrigins([address], []),
  endpoints: [address],
  seconds: 5,
  bytes: 2 ** 20,
  userAgent: 'meent-test',
  ...more,
});

/** The answer, each solution or triple as a line. */
function lines(answer: Answer): string[] {
  const short = ({ value, termType }: Term) =>
    termType === 'BlankNode' ? '_:' : value.replace('https://example.org/', ':');
  if (answer.form === 'ASK') return [String(answer.truth)];
  const all =
    answer.form === 'CONSTRUCT'
      ? answer.quads.map(({ subject, predicate, object }) =>
          [subject, predicate, object].map(short).join(' '),
        )
      : answer.rows.map((row) =>
          answer.variables.map((name) => (row[name] ? short(row[name]) : '-')).join(' '),
        );
  return all.sort();
}

const ask = async (sparql: string, data: string | undefined, options: Remote, bindings?: Map<string, Term>) =>
  lines(
    await evaluate(`PREFIX : <https://example.org/> ${sparql}`, data ? await turtle(data) : undefined, {
      path: 'q.rq',
      remote: options,
      bindings,
    }),
  );

describe('an endpoint answers', () => {
  it.each([
    ['SELECT ?x ?n { ?x :name ?n } ORDER BY ?n LIMIT 2', [':a Ann', ':b Bob']],
    ['SELECT ?n ?a { ?x :name ?n OPTIONAL { ?x :age ?a } }', ['Ann 5', 'Bob -', 'Nemo 3']],
    ['SELECT ?n { [] :name ?n ; :age ?a FILTER(?a > 3) }', ['Ann']],
    ['SELECT (SUM(?a) AS ?sum) { ?x :age ?a }', ['15']],
    ['SELECT ?x { ?x :name "An\\"n" }', []],
    ['ASK { :a :name "Ann" }', ['true']],
    ['ASK { :a :name "Bob" }', ['false']],
    ['CONSTRUCT { ?x :called ?n } { ?x :name ?n }', [':a :called Ann', ':b :called Bob', '_: :called Nemo']],
    ['CONSTRUCT { ?x :called ?n } { ?x :name ?n } ORDER BY ?n LIMIT 1', [':a :called Ann']],
    ['DESCRIBE :a', [':a :age 5', ':a :name Ann']],
    ['DESCRIBE ?x { ?x :age 7 }', [':c :age 7']],
  ])('%s', async (sparql, expected) => {
    expect(await ask(sparql, undefined, remote((await endpoint(people)).address))).toEqual(expected);
  });

  it('with its parameters', async () => {
    const { address } = await endpoint(people);
    const bindings = new Map([['x', iri('https://example.org/b')]]);
    expect(await ask('SELECT ?n { ?x :name ?n }', undefined, remote(address), bindings)).toEqual(['Bob']);
  });

  it('once, where it is alone', async () => {
    const { address, asked } = await endpoint(people);
    await ask('SELECT * { ?x :name ?n . ?x :age ?a }', undefined, remote(address));
    expect(asked).toHaveLength(1);
  });

  it('in SPARQL XML as well', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/sparql-results+xml' })
        .end(`<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">
          <head><variable name="n"/></head>
          <results><result><binding name="n"><literal>A &amp; B</literal></binding></result></results></sparql>`),
    );
    expect(await ask('SELECT ?n { ?x :name ?n }', undefined, remote(origin))).toEqual(['A & B']);
  });
});

describe('data and an endpoint are asked as one', () => {
  it.each([
    ['SELECT ?t ?n { ?t :owner ?x . ?x :name ?n }', [':elm Bob', ':oak Ann']],
    ['SELECT ?t ?n { ?t :owner/:name ?n }', [':elm Bob', ':oak Ann']],
    ['SELECT ?p ?o { :a ?p ?o }', [':age 5', ':local true', ':name Ann']],
    ['SELECT ?t { ?t :owner ?x MINUS { ?x :name ?n } }', [':ash', ':fir']],
    ['ASK { ?t :owner/:name "Bob" }', ['true']],
    ['SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', ['11']],
    ['DESCRIBE :a', [':a :age 5', ':a :local true', ':a :name Ann']],
  ])('%s', async (sparql, expected) => {
    expect(await ask(sparql, trees, remote((await endpoint(people)).address))).toEqual(expected);
  });

  it('as are two endpoints', async () => {
    const [one, two] = await Promise.all([endpoint(people), endpoint(trees)]);
    const both = remote(one.address, {
      origins: allowOrigins([one.address, two.address], []),
      endpoints: [one.address, two.address],
    });
    expect(await ask('SELECT ?t ?n { ?t :owner/:name ?n }', undefined, both)).toEqual([
      ':elm Bob',
      ':oak Ann',
    ]);
  });
});

describe('a service', () => {
  const names = (address: string) => `SERVICE <${address}> { ?x :name ?n }`;
  const allowed = (address: string, more: Partial<Remote> = {}) =>
    remote(address, { endpoints: [], ...more });

  it('answers for what the data knows; a blank node of the data is not asked for', async () => {
    const { address, asked } = await endpoint(people);
    expect(await ask(`SELECT ?t ?n { ?t :owner ?x ${names(address)} }`, trees, allowed(address))).toEqual([
      ':elm Bob',
      ':oak Ann',
    ]);
    expect(asked.join()).not.toContain('_:');
  });

  it.each([
    [
      'in an OPTIONAL',
      (s: string) => `SELECT ?t ?n { ?t :owner ?x OPTIONAL { ${s} } }`,
      [':ash -', ':elm Bob', ':fir -', ':oak Ann'],
    ],
    [
      'before an OPTIONAL',
      (s: string) => `SELECT ?n ?t { ${s} OPTIONAL { ?t :owner ?x } }`,
      ['Ann :oak', 'Bob :elm', 'Nemo -'],
    ],
    ['in EXISTS', (s: string) => `SELECT ?t { ?t :owner ?x FILTER EXISTS { ${s} } }`, [':elm', ':oak']],
    ['in a sub-query', (s: string) => `SELECT ?c { { SELECT (COUNT(*) AS ?c) { ${s} } } }`, ['3']],
  ] as const)('answers %s', async (_, query, expected) => {
    const { address } = await endpoint(people);
    expect(await ask(query(names(address)), trees, allowed(address))).toEqual(expected);
  });

  it.each([
    ['', (s: string) => `SELECT * { ${s} }`],
    ['asked silently', (s: string) => `SELECT * { ${s.replace('SERVICE', 'SERVICE SILENT')} }`],
    ['in a sub-query', (s: string) => `SELECT * { { SELECT ?n { ${s} } } }`],
    ['in EXISTS', (s: string) => `ASK { ?t :owner ?x FILTER NOT EXISTS { ${s} } }`],
    ['in a service', (s: string) => `SELECT * { SERVICE <http://127.0.0.1:1/ok> { ${s} } }`],
    [
      'in an OPTIONAL of a CONSTRUCT',
      (s: string) => `CONSTRUCT { ?x :n ?n } { ?t :owner ?x OPTIONAL { ${s} } }`,
    ],
  ])('that is not allowed is not asked %s', async (_, query) => {
    const { address, asked } = await endpoint(people);
    const failure = ask(query(names(address)), trees, allowed('http://127.0.0.1:1'));
    await expect(failure).rejects.toMatchObject({
      code: 4,
      file: 'q.rq',
      message: `Not allowed to ask ${address}`,
    });
    expect(asked).toEqual([]);
  });

  it('that the data would choose is refused', async () => {
    const failure = ask(
      'SELECT * { ?t :owner ?x SERVICE ?x { ?a ?b ?c } }',
      trees,
      allowed('http://127.0.0.1:1'),
    );
    await expect(failure).rejects.toMatchObject({ code: 4 });
  });

  it('that fails silently leaves the solutions as they are, and is told of', async () => {
    const told: string[] = [];
    const origin = await serve((_, response) => response.writeHead(500).end());
    const sparql = `SELECT ?t { ?t :owner :a ${names(origin).replace('SERVICE', 'SERVICE SILENT')} }`;
    expect(await ask(sparql, trees, allowed(origin, { warn: (message) => told.push(message) }))).toEqual([
      ':oak',
    ]);
    expect(told).toEqual([`${origin} answered 500 Internal Server Error`]);
  });

  it('is not asked for a blank node of another answer', async () => {
    const [one, two] = await Promise.all([endpoint(people), endpoint(people)]);
    const both = allowed(one.address, { origins: allowOrigins([one.address, two.address], []) });
    const sparql = `SELECT ?x { SERVICE <${one.address}> { ?x :age 3 } SERVICE <${two.address}> { ?x :name ?n } }`;
    expect(await ask(sparql, trees, both)).toEqual([]);
  });
});

it('an address in FROM is the name of a graph, and is not fetched', async () => {
  const { address, asked } = await endpoint(people);
  expect(
    await ask(`SELECT * FROM <${address}> { ?x :name ?n }`, trees, remote(address, { endpoints: [] })),
  ).toEqual([]);
  expect(asked).toEqual([]);
});

describe('one clear failure comes of an endpoint that', () => {
  it.each(hostile)('%s', async (_, start, message) => {
    const origin = await start();
    const bounds = { seconds: 1.5 };
    const failure = (await ask('SELECT * { ?x :name ?n }', undefined, remote(origin, bounds)).catch(
      (error: unknown) => error,
    )) as Failure;
    expect(failure).toMatchObject({ code: 5 });
    expect(`${failure.message}\n${failure.hint}`).toMatch(message);
    expect(failure.message.startsWith(origin)).toBe(true);
    expect(failure.message).not.toMatch(/[\n\u001b]/);
  });

  it.each(hostile)('%s, beside data', async (_, start, message) => {
    const origin = await start();
    const failure = (await ask(
      'SELECT * { ?t :owner ?x . ?x :name ?n }',
      trees,
      remote(origin, { seconds: 1.5 }),
    ).catch((error: unknown) => error)) as Failure;
    expect(failure).toMatchObject({ code: 5 });
    expect(`${failure.message}\n${failure.hint}`).toMatch(message);
  });
});

it('a good answer counts to the last byte: cut anywhere, it is refused', async () => {
  let length = 0;
  const origin = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(good.slice(0, length)),
  );
  for (length = 0; length < good.length; length += 7)
    await expect(ask('SELECT * { ?x ?p ?o }', undefined, remote(origin))).rejects.toMatchObject({ code: 5 });
  length = good.length;
  expect(await ask('SELECT ?x { ?x ?p ?o }', undefined, remote(origin))).toEqual([':a', ':b', ':c']);
});

it('a round number of solutions is told of, since some services give no more and do not say so', async () => {
  const told: string[] = [];
  const bindings = Array.from({ length: 10_000 }, (_, n) => ({ x: { type: 'literal', value: String(n) } }));
  const origin = await serve((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ head: { vars: ['x'] }, results: { bindings } })),
  );
  const options = remote(origin, { warn: (message) => told.push(message) });
  expect(await ask('SELECT ?x { ?x ?p ?o }', undefined, options)).toHaveLength(10_000);
  expect(told).toEqual([
    `${origin} gave exactly 10000 solutions: it may have more, and give no more at a time.`,
  ]);
});

describe('what is no term never becomes part of a query that is sent:', () => {
  const attack = 'urn:x> } UNION { ?q ?r ?s } VALUES ?u { <urn:y';

  it('an IRI of the data', async () => {
    const { address, asked } = await endpoint(people);
    const data = new Dataset([quad(iri('urn:a'), iri('urn:p'), iri(attack))]);
    const options = { path: 'q.rq', remote: remote(address, { endpoints: [] }) };
    const answer = evaluate(`SELECT * { ?s ?p ?x SERVICE <${address}> { ?x ?a ?b } }`, data, options);
    await expect(answer).rejects.toMatchObject({ code: 4 });
    expect(asked).toEqual([]);
  });

  it('a parameter', async () => {
    const { address, asked } = await endpoint(people);
    const answer = ask('SELECT * { ?x :name ?n }', undefined, remote(address), new Map([['x', iri(attack)]]));
    await expect(answer).rejects.toMatchObject({ code: 4 });
    expect(asked).toEqual([]);
  });

  it.each([
    `IRI("${attack}")`,
    `URI(CONCAT("urn:x", "> } UNION {"))`,
    'STRLANG("x", "en> . } UNION {")',
    `STRDT("x", IRI("${attack}"))`,
  ])('%s', async (made) => {
    const { address, asked } = await endpoint(people);
    await ask(
      `SELECT * { BIND(${made} AS ?x) SERVICE <${address}> { ?y :name ?x } }`,
      trees,
      remote(address, { endpoints: [] }),
    );
    expect(asked.join()).not.toContain('UNION');
    expect(asked).not.toEqual([]);
  });

  it('an IRI of another answer', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          head: { vars: ['x'] },
          results: { bindings: [{ x: { type: 'uri', value: attack } }] },
        }),
      ),
    );
    await expect(ask('SELECT ?x { ?x ?p ?o }', undefined, remote(origin))).rejects.toMatchObject({ code: 5 });
  });

  it('any text, which arrives as itself', async () => {
    const { address, asked } = await endpoint(people);
    const options = { path: 'q.rq', remote: remote(address, { endpoints: [] }) };
    const marks = [
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '}',
      '{',
      '_:x',
      ' VALUES ',
      '(',
      ')',
      '<',
      '>',
      '?x',
      '#',
      '\\u003E',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...marks)).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const data = new Dataset([quad(iri('urn:a'), iri('urn:p'), literal(text))]);
        await evaluate(`SELECT * { ?s <urn:p> ?x SERVICE <${address}> { ?y ?z ?x } }`, data, options);
        const sent = await parseQuery(asked.at(-1)!, { path: 'sent' });
        const literals: string[] = [];
        JSON.stringify(sent, (_, value: Term | undefined) => {
          if (value?.termType === 'Literal') literals.push(value.value);
          return value;
        });
        expect(literals).toContain(text);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});
