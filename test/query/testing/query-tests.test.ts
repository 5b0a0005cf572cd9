import { AssertionError } from 'node:assert';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryTests } from '../../../src/index.ts';
import { newFolder } from '../../cli/support.ts';
import { root } from '../../support.ts';

/** A project that has nothing to do with reports: its own words, queries and fixtures. */
const bakery = join(root, 'test/query/projects/bakery');

// As any project does with its own.
it.each(await queryTests(bakery))('$name', ({ run }) => run());

/** The bakery with some files changed, and what its tests throw, by name. */
async function failures(changes: Readonly<Record<string, string>>): Promise<Record<string, Error>> {
  const folder = newFolder();
  cpSync(bakery, folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const failed: Record<string, Error> = {};
  for (const { name, run } of await queryTests(folder))
    await run().catch((error: Error) => void (failed[name] = error));
  return failed;
}

const question = (lines: string, query: string) =>
  `#+ summary: What?\n${lines}PREFIX : <https://bakery.example/>\n${query}\n`;
const breads = 'queries/questions/breads.rq';

describe('a test of a query fails', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    [
      'where a row is missing',
      { 'test/queries/questions/breads-with/rye/expected.jsonl': '' },
      'questions/breads-with/rye',
      /breads-with\.rq answers otherwise than .*rye.expected\.jsonl\n\+ \{"bread":"https:\/\/bakery\.example\/a"/,
    ],
    [
      'where a row is expected that does not come',
      { 'test/queries/questions/breads-with/none/expected.csv': 'bread,label,price\nx,y,z\n' },
      'questions/breads-with/none',
      /\n {2}bread,label,price\n- x,y,z\n/,
    ],
    [
      'where a triple is expected that does not come',
      { 'test/queries/exports/recipes/expected.nt': '<urn:a> <urn:b> _:c .\n' },
      'exports/recipes',
      /\n- <urn:a> <urn:b> _:c14n0\.\n\+ /,
    ],
    [
      'where the truth is another',
      { 'test/queries/questions/any-bread-with/expected.json': '{ "boolean": true }' },
      'questions/any-bread-with',
      /- \{"boolean":true\}\n\+ \{"boolean":false\}/,
    ],
    [
      'where a check finds another node',
      { 'test/queries/checks/bread-without-price/free.ttl': '#+ expect: urn:x\n<urn:x> a <urn:y> .\n' },
      'checks/bread-without-price/free',
      /\n- urn:x\n/,
    ],
    [
      'where the answer breaks a type, whatever is expected',
      {
        [breads]: question(
          '#+ columns: { bread: iri, price: integer }\n',
          'SELECT ?bread ?price { ?bread :price ?price }',
        ),
      },
      'questions/breads',
      /breads\.rq has "3\.50", which is not integer, in price of row 1/,
    ],
    [
      'where the answer breaks the cardinality',
      {
        'queries/exports/dearest.rq': question(
          '#+ cardinality: 2..3\n',
          'CONSTRUCT { ?b a :Dearest } { ?b :price 3.50 }',
        ),
      },
      'exports/dearest',
      /has 1 triple, and declares 2\.\.3/,
    ],
    [
      'where nothing is expected of it',
      { 'queries/questions/new.rq': question('', 'SELECT ?b { ?b a :Bread } ORDER BY ?b') },
      'questions/new',
      /new\.rq has no fixture; `meent test --update` writes one/,
    ],
  ])('%s', async (_, changes, name, message) => {
    const failed = await failures(changes);
    expect(Object.keys(failed)).toEqual([name]);
    expect(failed[name]).toBeInstanceOf(AssertionError);
    expect(failed[name]!.message).toMatch(message);
  });

  it.each<[string, Record<string, string>, string, object]>([
    [
      'where the query cannot be read',
      { [breads]: question('', 'SELECT ?bread { ?bread }') },
      'questions/breads',
      { name: 'Failure', code: 3, line: 3 },
    ],
    [
      'where the columns are others than declared',
      { [breads]: question('#+ columns: { x: iri }\n', 'SELECT ?bread { ?bread a :Bread }') },
      'questions/breads',
      { name: 'Failure', code: 3, line: 2 },
    ],
    [
      'where a value of a parameter is ill-typed',
      { 'test/queries/questions/breads-with/rye/parameters.json': '{ "most": "much" }' },
      'questions/breads-with/rye',
      { name: 'Failure', code: 2, message: expect.stringMatching(/most is not of type decimal/) },
    ],
    [
      'where the answer is not kept in such a form',
      {
        'test/queries/exports/dearest/expected.csv': 'x',
        'queries/exports/dearest.rq': question('', 'ASK {}'),
      },
      'exports/dearest',
      { name: 'Failure', code: 3, message: expect.stringMatching(/ASK is not kept as \.csv/) },
    ],
  ])('with what the command line would say %s', async (_, changes, name, failure) => {
    const failed = await failures(changes);
    expect(failed).toEqual({ [name]: expect.objectContaining(failure) });
  });
});

describe('fixtures are refused', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'that are about no query',
      { 'test/queries/questions/bread/expected.csv': '' },
      /There is no query bread to expect this of/,
    ],
    [
      'that expect two answers',
      { 'test/queries/questions/breads/expected.csv': '' },
      /Two answers are expected/,
    ],
    [
      'in a form that is none',
      { 'test/queries/exports/recipes/expected.xml': '' },
      /No answer is kept in this form/,
    ],
    [
      'whose parameters are no texts',
      { 'test/queries/questions/any-bread-with/parameters.json': '{ "flour": 1 }' },
      /one JSON object of texts/,
    ],
  ])('%s', async (_, changes, message) => {
    await expect(failures(changes)).rejects.toMatchObject({
      code: 3,
      file: expect.any(String),
      message: expect.stringMatching(message),
    });
  });
});
