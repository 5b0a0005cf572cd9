import { describe, expect, it } from 'vitest';
import { assertColumns, breachesOf, columnsOf } from '../src/query/contract.ts';
import { evaluate, parseQuery } from '../src/query/engine.ts';
import { readQueries, testedFolders } from '../src/query/library.ts';
import { bindParameters } from '../src/query/parameters.ts';
import { variablesIn } from '../src/query/algebra.ts';
import { queryTests } from '../src/query/testing/query-tests.ts';
import { filesBelow, ownGraph, ownProject, root } from './support.ts';

const queries = (await Promise.all(testedFolders.map((folder) => readQueries(ownProject(), folder)))).flat();
const tests = await queryTests(root);

// After a change of the data: `npm run meent -- test --update`, then read the difference.
describe('the answer expected by', () => {
  it.each(tests)('$name is given', ({ run }) => run());
});

it('every query has an expected answer, and every expected answer a query', () => {
  const tested = new Set(tests.map(({ name }) => name.split('/').slice(0, 2).join('/')));
  expect([...tested].sort()).toEqual(queries.map(({ folder, name }) => `${folder}/${name}`).sort());
  const expected = filesBelow('test/queries', /^(questions|exports).*\/expected\.\w+$/).length;
  const examples = filesBelow('test/queries/checks', /\.(ttl|trig)$/).length;
  expect(tests).toHaveLength(expected + examples);
});

describe.each(queries)('$folder/$name', (query) => {
  const { sparql, path, header, parameters, folder } = query;

  it('declares the columns that its algebra selects', async () => {
    const algebra = await parseQuery(sparql, { path });
    expect(() => assertColumns(query, algebra)).not.toThrow();
    expect(Object.keys(header.columns!)).toEqual(columnsOf(algebra));
  });

  it('declares how many rows it gives, and says of each parameter what it is', () => {
    expect(header.cardinality).toBeDefined();
    expect(Object.keys(header.parameters ?? {}).sort()).toEqual(
      [...new Set(parameters.map(({ name }) => name))].sort(),
    );
  });

  it('has the parameters that its algebra has', async () => {
    const found = [...variablesIn(await parseQuery(sparql, { path }))].filter((name) => name.startsWith('_'));
    expect(parameters.map(({ variable }) => variable).sort()).toEqual(found.sort());
  });

  it('keeps to its columns and cardinality on the data of the project', async () => {
    const { dataset, prefixes } = await ownGraph();
    const bindings = bindParameters(parameters, new Map(), { prefixes, iris: () => [] });
    expect(breachesOf(query, await evaluate(sparql, dataset, { path, bindings }))).toEqual([]);
    expect(folder).toBeDefined();
  });
});
