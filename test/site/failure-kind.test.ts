import { expect, it } from 'vitest';
import { kindOf } from '../../src/browser/failure-kind.ts';
import { plainFailure } from '../../src/failure.ts';
import { evaluate } from '../../src/query/engine.ts';
import { toolWords } from '../../src/site/words/tools.ts';
import { turtle } from '../support.ts';

it.each([
  ['no query', '# only a comment', { kind: 'empty' }],
  ['a prefix that nobody declared', 'SELECT * { ?a ex:b ?c }', { kind: 'prefix', value: 'ex' }],
  ['an end that comes too early', 'SELECT * { ?a ?b ?c', { kind: 'early' }],
  ['something in the wrong place', 'SELECT * { ?a ?b ?c } }', { kind: 'token', value: '}' }],
  ['too many levels', `SELECT * ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`, { kind: 'deep' }],
  ['something else than what has to come', 'SELECT * { ?a ?b ?c . ; }', { kind: 'token', value: ';' }],
  ['a text that does not end', 'SELECT * { ?a ?b "x }', { kind: 'token', value: '"' }],
  ['a variable with two meanings', 'SELECT (1 AS ?a) (2 AS ?a) {}', { kind: 'query' }],
  ['an update', 'INSERT DATA { <x:a> <x:b> 1 }', { kind: 'refused' }],
  ['a question for others', 'SELECT * { SERVICE <https://example.org/> { ?a ?b ?c } }', { kind: 'refused' }],
  ['an answer that is too long', 'SELECT * { ?a ?b ?c }', { kind: 'rows', value: '1' }],
])('of %s the page has a sentence of its own', async (_, sparql, kind) => {
  const data = await turtle(':a :b :c , :d .');
  const failure = await evaluate(sparql, data, { path: 'query', maxRows: 1 }).then(
    () => undefined,
    (error: unknown) => plainFailure(error),
  );
  expect(kindOf(failure!)).toMatchObject(kind);
});

it('what is no failure of a query has a sentence too', () => {
  expect(kindOf(plainFailure(new Error('a bug')))).toEqual({ kind: 'unknown' });
});

it('each sentence is there in Dutch and in English', () => {
  const sentences = Object.entries(toolWords).filter(([name]) => name.startsWith('queryfail'));
  expect(sentences.length).toBe(11);
  for (const [, { nl, en }] of sentences) expect(nl).not.toBe(en);
});
