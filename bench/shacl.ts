import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { type Comparison, compare, cost, type Job, line, ms, runForOutput, times } from './measure.ts';

const folder = 'bench/results/corpus';

/** SHACL over a synthetic corpus as whole processes: ours beside other engines, and how ours grows. */
export function benchShacl(): string {
  const corpus = (reports: number) => {
    const path = join(folder, String(reports));
    writeCorpus(path, reports);
    return path;
  };
  // The corpus has faults, so the exit code is 1.
  const ours = (path: string, ...more: readonly string[]): Job => ({
    name: 'meent validate --no-checks',
    args: ['bin/meent.js', 'validate', '--no-checks', '--project', path, ...more],
    expected: [0, 1],
  });
  const hundred = corpus(100);
  const plain = compare(
    ours(hundred),
    { name: 'rdf-validate-shacl', args: ['bench/plain-shacl.ts', hundred, '.'] },
    3,
  );
  const engine = compare(
    ours(hundred),
    { name: 'shacl-engine', args: ['bench/engine-shacl.ts', hundred, '.'] },
    3,
  );
  const thousand = compare(ours(corpus(1000)), ours(hundred), 3);
  const { output } = runForOutput(ours(join(folder, '1000'), '--format', 'json'));
  rmSync(folder, { recursive: true });
  return (
    'SHACL over synthetic reports, about 700 triples each\n' +
    line('meent validate --no-checks, 100 reports', ms(plain.first), cost(plain.first)) +
    line('rdf-validate-shacl with @rdfjs/dataset, 100 reports', ms(plain.second), cost(plain.second)) +
    line('how many times as fast', times(1 / plain.ratio), 'to be at least 8') +
    line('shacl-engine with an index only read, 100 reports', ms(engine.second), cost(engine.second)) +
    line('how many times as fast', times(1 / engine.ratio), 'to be more than 1') +
    line('meent validate --no-checks, 1000 reports', ms(thousand.first), cost(thousand.first)) +
    line('of 10 times 100 reports', times(thousand.ratio / 10), 'linear is 1 or less') +
    memoryLines(thousand, (JSON.parse(output) as { checked: { triples: number } }).checked.triples)
  );
}

/** What 1000 reports take beside 100. */
function memoryLines({ first, second }: Comparison, triples: number): string {
  if (first.memory === undefined || second.memory === undefined) return '';
  const perTriple = (first.memory * 2 ** 20) / triples;
  return (
    line('memory of 1000 reports to that of 100', times(first.memory / second.memory), 'constant is 1') +
    line('memory for a triple, 1000 reports', `${perTriple.toFixed(0)} bytes`, 'to be under 1000')
  );
}
