import { describe, expect, it } from 'vitest';
import { columnsOf } from '../src/query/contract.ts';
import { parseQuery } from '../src/query/engine.ts';
import { readQueries } from '../src/query/library.ts';
import { meent, orchard } from './cli/support.ts';
import { endpoint } from './query/endpoint.ts';
import { ownProject, textOf } from './support.ts';

const queries = await readQueries(ownProject(), 'federated');
const folder = 'test/queries/federated';

/** The query asked of what this repository says and of a service that has what the file says; with what went out. */
async function ask(name: string, ...more: string[]) {
  const { address, asked } = await endpoint(textOf(`${folder}/${name}/service.ttl`));
  const service = ['-v', `service=${address}`, '--allow-origin', new URL(address).origin];
  return { asked, ...(await meent(['query', name, ...service, '-f', 'csv', ...more])) };
}
const expected = (path: string) => textOf(`${folder}/${path}.csv`).replaceAll('\n', '\r\n');

describe('a query that joins the report with others', () => {
  it.each([
    ['eurovoc-names', [], 'eurovoc-names/expected'],
    ['eurovoc-names', ['-v', 'language=en'], 'eurovoc-names/english'],
    ['eurovoc-broader', [], 'eurovoc-broader/expected'],
    ['wikidata-facts', [], 'wikidata-facts/expected'],
  ])('asks a service on the way: %s %j', async (name, more, path) => {
    const { asked, ...ran } = await ask(name, ...more);
    expect(ran).toEqual({ code: 0, out: expected(path), err: '' });
    expect(asked.length).toBeGreaterThan(0);
    // Neither IRIs nor words of ours are of use there.
    expect(asked.filter((each) => each.includes(ownProject().config.base))).toEqual([]);
  });

  it.each(['eurovoc-names', 'eurovoc-broader', 'wikidata-facts'])(
    'asks nothing where nothing is linked: %s',
    async (name) => {
      const { asked, ...ran } = await ask(name, '--project', orchard);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(asked).toEqual([]);
    },
  );

  it('asks an endpoint and files as one: linked-alike', async () => {
    const { address } = await endpoint(textOf(`${folder}/linked-alike/endpoint.ttl`));
    const sources = ['--data', 'data', '--endpoint', address];
    const ran = await meent(['query', 'linked-alike', ...sources, '-f', 'csv']);
    expect(ran).toEqual({ code: 0, out: expected('linked-alike/expected'), err: '' });
  });

  it.each(queries.filter(({ parameters }) => parameters.some(({ name }) => name === 'service')))(
    '$name asks nobody who is not allowed, and says what to write',
    async ({ name, parameters, header }) => {
      const { origin } = new URL(parameters.find((each) => each.name === 'service')!.default!);
      const ran = await meent(['query', name]);
      expect(ran).toMatchObject({ code: 4, out: '' });
      expect(ran.err).toContain(`--allow-origin ${origin}`);
      expect(header.description).toContain(`--allow-origin ${origin}`);
    },
  );
});

describe.each(queries)('federated/$name', (query) => {
  const { sparql, path, header, parameters } = query;

  it('asks a question of one line in both languages, and has a default and a label for each parameter', () => {
    for (const each of Object.values(header.summary)) expect(each).toMatch(/^[^?\n]+\?$/);
    for (const { default: value, label } of parameters) {
      expect(value).toMatch(/./);
      expect(Object.keys(label ?? {}).sort()).toEqual(['en', 'nl']);
    }
  });

  it('declares the columns that its algebra selects, and puts its rows in order', async () => {
    expect(Object.keys(header.columns!)).toEqual(columnsOf(await parseQuery(sparql, { path })));
    expect(header.cardinality).toBeDefined();
    expect(sparql).toMatch(/\n\}\nORDER BY .*\n$/);
  });
});

it('is in the list of queries, and among those that nobody asks by themselves', async () => {
  const { out } = await meent(['query', '--list']);
  for (const { name } of queries) expect(out).toContain(`\n  ${name}  `);
  const { out: tested } = await meent(['test', 'federated']);
  expect(tested).not.toContain('federated/');
});
