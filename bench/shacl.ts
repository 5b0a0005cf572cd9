import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { compare, line, ms, run, times } from './measure.ts';

const folder = 'bench/results/corpus';

/** SHACL over a synthetic corpus as whole processes: ours beside the engine as its README uses it, and how ours grows. */
export function benchShacl(): string {
  const corpus = (reports: number) => {
    const path = join(folder, String(reports));
    writeCorpus(path, reports);
    return path;
  };
  // The corpus has faults, so the exit code is 1.
  const ours = (path: string) => ({
    name: 'meent validate --no-checks',
    args: ['bin/meent.js', 'validate', '--no-checks', '--project', path],
    expected: [0, 1],
  });
  const hundred = corpus(100);
  const { ratio, first, second } = compare(
    ours(hundred),
    { name: 'rdf-validate-shacl', args: ['bench/plain-shacl.ts', hundred, '.'] },
    3,
  );
  const thousand = run(ours(corpus(1000)));
  rmSync(folder, { recursive: true });
  return (
    'SHACL over synthetic reports, about 700 triples each\n' +
    line('meent validate --no-checks, 100 reports', ms(first)) +
    line('rdf-validate-shacl with @rdfjs/dataset, 100 reports', ms(second)) +
    line('how many times as fast', times(1 / ratio), 'to be at least 8') +
    line('meent validate --no-checks, 1000 reports', ms(thousand)) +
    line('of 10 times 100 reports', times(thousand.time / (10 * first.time)), 'linear is 1 or less')
  );
}
