import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { compare, cost, type Job, line, ms, times } from './measure.ts';

const folder = 'bench/results/export';

/** Export of a synthetic corpus as whole processes: how it grows, and what it takes beside the graph alone. */
export function benchExport(): string {
  const corpus = (reports: number) => {
    const path = join(folder, String(reports));
    writeCorpus(path, reports);
    return path;
  };
  const [hundred, thousand] = [corpus(100), corpus(1000)];
  const exporting = (path: string): Job => ({
    name: 'meent export',
    args: ['bin/meent.js', 'export', '--project', path, '--timeout', '3000'],
  });
  const loading = (path: string): Job => ({ name: 'loading', args: ['bench/load-job.ts', path] });
  const small = compare(exporting(hundred), loading(hundred), 3);
  const large = compare(exporting(thousand), loading(thousand), 1);
  rmSync(folder, { recursive: true });
  const memory = ({ first, second }: typeof large) =>
    first.memory === undefined || second.memory === undefined ? '' : times(first.memory / second.memory);
  // What does not depend on the data, the query engine above all, is most of the memory where there is little data.
  const [few, many] = [small, large].map(
    ({ first, second }) => [first.memory ?? 0, second.memory ?? 0] as const,
  );
  const growth = (many![0] - few![0]) / (many![1] - few![1]);
  return (
    'Export of synthetic reports, about 700 triples each\n' +
    line('meent export, 100 reports', ms(small.first), cost(small.first)) +
    line('reading and indexing them only, 100 reports', ms(small.second), cost(small.second)) +
    line('memory to that of the graph, 100 reports', memory(small), 'to be under 1.5') +
    line('meent export, 1000 reports', ms(large.first), cost(large.first)) +
    line('reading and indexing them only, 1000 reports', ms(large.second), cost(large.second)) +
    line('memory to that of the graph, 1000 reports', memory(large), 'to be under 1.5') +
    (Number.isFinite(growth)
      ? line('memory that 900 more reports take to that of their graph', times(growth), 'to be under 1.5')
      : '') +
    line('of 10 times 100 reports', times(large.first.time / small.first.time / 10), 'linear is 1 or less')
  );
}
