import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { unitsOf } from '../../src/project/units.ts';
import { fromPlain } from '../../src/graph/plain.ts';
import { type JobOutcome, type Setting, settingOf } from '../../src/validate/job.ts';
import { Pool, type PoolOptions } from '../../src/validate/pool.ts';
import type { Problem } from '../../src/validate/problem.ts';
import { validateShapes } from '../../src/validate/shapes.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'meent-')), 'corpus');
writeCorpus(folder, 9, 0.1);
const project = openProject(folder);

const key = ({ focus, rule, path, value, component }: Partial<Problem>) =>
  JSON.stringify([focus, rule, path ?? null, value ?? null, component ?? null]);

/** What a pool has to tell, unit by unit. */
async function outcomesOf(setting: Setting, options: PoolOptions): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = [];
  await new Pool(setting, options).finish((sent) => outcomes.push(fromPlain(sent) as JobOutcome));
  return outcomes;
}
const inPool = (workers: number) =>
  outcomesOf({ ...settingOf(project), asOne: false, sparql: false }, { workers, limit: 60_000 });

describe('a corpus that is validated report by report', () => {
  it('has a unit for each report, with the rest as their ground', () => {
    const { ground, units } = unitsOf(project);
    expect(units).toHaveLength(9);
    expect(ground.map(({ shown }) => shown).some((path) => path.endsWith('reference.ttl'))).toBe(true);
  });

  it('gives the results of the whole at once', async () => {
    const data = await loadData(project);
    const { dataset: shapes } = await loadShapes(project);
    const whole = validateShapes(data.dataset, shapes).map(({ focus, rule, path, value, component }) =>
      key({
        focus: focus.value,
        rule,
        path: path?.kind === 'predicate' ? path.predicate.value : '',
        value: value?.value,
        component,
      }),
    );
    const found = (await inPool(2)).flatMap(({ problems }) =>
      problems.map((problem) =>
        key({ ...problem, path: /^https?:[^|/ ]*\/\/\S+$/.test(problem.path ?? '') ? problem.path : '' }),
      ),
    );
    expect(whole.length).toBeGreaterThan(20);
    expect([...new Set(found)].sort()).toEqual([...new Set(whole)].sort());
  });

  it('says the same with one thread as with three', async () => {
    const told = async (workers: number) =>
      (await inPool(workers)).map(({ problems, focusNodes, triples }) => ({ problems, focusNodes, triples }));
    expect(await told(3)).toEqual(await told(1));
  });

  it('leaves out a node with which a shape does not get done, and finds the rest', async () => {
    const small = mkdtempSync(join(tmpdir(), 'meent-'));
    const prefixes = '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n';
    writeFileSync(
      join(small, 'data.ttl'),
      `${prefixes}:slow a :A ; :p "${'a'.repeat(40)}!" . :b a :A ; :p "c" .`,
    );
    writeFileSync(
      join(small, 'shapes.ttl'),
      `${prefixes}:S a sh:NodeShape ; sh:targetClass :A ; sh:property :S-p . :S-p sh:path :p ; sh:pattern "^(a+)+$" .
       :T a sh:NodeShape ; sh:targetClass :A ; sh:property :T-q . :T-q sh:path :q ; sh:minCount 1 .`,
    );
    const slow = openProject('.', small, { data: ['data.ttl'], shapes: ['shapes.ttl'] });
    const [outcome] = await outcomesOf(
      { ...settingOf(slow), asOne: false, sparql: false },
      { workers: 1, limit: 500 },
    );
    expect(outcome!.excluded.map(({ shape, focus }) => [shape.value, focus!.value])).toEqual([
      ['https://example.org/S', 'https://example.org/slow'],
    ]);
    expect(
      outcome!.problems.map(({ rule, focus }) => [rule, focus].map((iri) => iri.slice(20))).sort(),
    ).toEqual([
      ['S-p', 'b'],
      ['T-q', 'b'],
      ['T-q', 'slow'],
    ]);
  });
});
