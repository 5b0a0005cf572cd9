import { expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meent, newFolder } from './support.ts';

const prefixes = '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n';

it('a pattern that does not come to an end is stopped with 6; what else was found is told', async () => {
  const folder = newFolder();
  const [data, shapes] = [join(folder, 'data.ttl'), join(folder, 'shapes.ttl')];
  writeFileSync(data, `${prefixes}:slow a :A ; :p "${'a'.repeat(40)}!" . :b a :A ; :p "c" .`);
  writeFileSync(
    shapes,
    `${prefixes}:S a sh:NodeShape ; sh:targetClass :A ; sh:property :S-p . :S-p sh:path :p ; sh:pattern "^(a+)+$" .`,
  );
  const ran = await meent(['validate', '--data', data, '--shapes', shapes, '--limit', '1']);
  expect(ran).toMatchObject({ code: 6, err: '' });
  expect(ran.out).toMatch(/data\.ttl:2:\d+ {2}violation: b\n/);
  expect(ran.out).toMatch(/Not everything was looked at: .*\/S did not get done with .*\/slow within 1 s/);
});

it.each(['0', '-1', 'soon'])('a limit of %s is wrong usage', async (limit) => {
  expect(await meent(['validate', '--limit', limit])).toMatchObject({ code: 2, out: '' });
});
