import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { finish } from '../processes.ts';
import { root } from '../support.ts';
import { meent, newFolder } from './support.ts';

const prefixes = '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n';
const slowData = `${prefixes}:slow a :A ; :p "${'a'.repeat(40)}!" . :b a :A ; :p "c" .`;
const slowShape = `:S a sh:NodeShape ; sh:targetClass :A ; sh:property :S-p . :S-p sh:path :p ; sh:pattern "^(a+)+$" .`;
/** A query of which one answer takes for ever, and one that is answered at once. */
const queries = `:Q a sh:NodeShape ; sh:targetClass :A ; sh:sparql [ sh:message "slow"@en ;
    sh:select "SELECT $this { $this <https://example.org/p> ?p FILTER regex(?p, '^(a+)+$') }" ] .
  :R a sh:NodeShape ; sh:targetClass :A ; sh:sparql [ sh:message "quick"@en ;
    sh:select "SELECT $this { $this <https://example.org/p> 'c' }" ] .`;

function files(shapes: string): { data: string; shapes: string } {
  const folder = newFolder();
  const paths = { data: join(folder, 'data.ttl'), shapes: join(folder, 'shapes.ttl') };
  writeFileSync(paths.data, slowData);
  writeFileSync(paths.shapes, prefixes + shapes);
  return paths;
}

it('a pattern that does not come to an end is stopped with 6; what else was found is told', async () => {
  const { data, shapes } = files(slowShape);
  const ran = await meent(['validate', '--data', data, '--shapes', shapes, '--limit', '1']);
  expect(ran).toMatchObject({ code: 6, err: '' });
  expect(ran.out).toMatch(/data\.ttl:2:\d+ {2}violation: b\n/);
  expect(ran.out).toMatch(/Not everything was looked at: .*\/S did not get done with .*\/slow within 1 s/);
});

it('so is one where the data comes from standard input', () => {
  const { shapes } = files(slowShape);
  const args = [
    'bin/meent.js',
    '--lang',
    'en',
    'validate',
    '--data',
    '-',
    '--shapes',
    shapes,
    '--limit',
    '1',
  ];
  const ran = spawnSync(process.execPath, args, { cwd: root, input: slowData, encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 6, stderr: '' });
  expect(ran.stdout).toMatch(/-:2:\d+ {2}violation: b\n/);
  expect(ran.stdout).toMatch(/\/S did not get done with .*\/slow within 1 s/);
});

it('so is one beside SPARQL in the shapes', async () => {
  const { data, shapes } = files(`${slowShape} ${queries.slice(queries.indexOf(':R'))}`);
  const ran = await meent(['validate', '--data', data, '--shapes', shapes, '--limit', '2']);
  expect(ran).toMatchObject({ code: 6, err: '' });
  expect(ran.out).toMatch(/quick/);
  expect(ran.out).toMatch(/\/S did not get done with .*\/slow within 2 s/);
});

it('so is a query of the shapes that does not come to an end', async () => {
  const { data, shapes } = files(queries);
  const ran = await meent(['validate', '--data', data, '--shapes', shapes, '--limit', '2']);
  expect(ran).toMatchObject({ code: 6, err: '' });
  expect(ran.out).toMatch(/quick/);
  expect(ran.out).toMatch(/\/Q did not get done with a query within 2 s/);
});

it.each(['0', '-1', 'soon'])('a limit of %s is wrong usage', async (limit) => {
  expect(await meent(['validate', '--limit', limit])).toMatchObject({ code: 2, out: '' });
});

it('so is a check, and the others are told of', async () => {
  const folder = newFolder();
  const check = (name: string, filter: string) => {
    mkdirSync(join(folder, 'queries/checks'), { recursive: true });
    writeFileSync(
      join(folder, `queries/checks/${name}.rq`),
      `#+ summary:\n#+   nl: ${name}\n#+   en: ${name}\n#+ severity: violation\n#+ message:\n#+   nl: ${name}!\n#+   en: ${name}!\n
      SELECT ?this { ?this <https://example.org/p> ?p FILTER(${filter}) }`,
    );
  };
  check('a-slow-one', 'REGEX(?p, "^(a+)+$")');
  check('quick-one', '?p = "c"');
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/some.ttl'), slowData);
  const args = ['--lang', 'en', 'validate', '--project', folder, '--allow-empty', '--limit', '5'];
  const ran = await finish(process.execPath, [join(root, 'bin/meent.js'), ...args]);
  expect(ran).toMatchObject({ code: 6, err: '' });
  expect(ran.out).toContain('quick-one!');
  expect(ran.out).toMatch(
    /Not everything was looked at: .*a-slow-one\.rq did not get done within 5 s\. See whether the query is slow/,
  );
});
