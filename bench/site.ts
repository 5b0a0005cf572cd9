import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { line, runForOutput, times } from './measure.ts';

/** The pages of a thousand reports against those of a hundred: each is to take as long, however many there are. */
export function benchSite(): string {
  const [few, many] = [pagesOf(100), pagesOf(1000)];
  return (
    'Pages of things, both languages, with their data, after the graph is read\n' +
    line(`a page of 100 reports (${few.pages} pages)`, `${(few.ms / few.pages).toFixed(2)} ms`) +
    line(
      `a page of 1 000 reports (${many.pages} pages)`,
      `${(many.ms / many.pages).toFixed(2)} ms`,
      'under 2 ms',
    ) +
    line('ratio', times(many.ms / many.pages / (few.ms / few.pages)), 'at most 1.5')
  );
}

function pagesOf(reports: number): { pages: number; ms: number } {
  const folder = mkdtempSync(join(tmpdir(), 'meent-bench-'));
  try {
    writeCorpus(folder, reports, 0);
    const { output } = runForOutput({
      name: `pages of ${reports} reports`,
      args: ['--max-old-space-size=6000', 'bench/site-job.ts', folder],
    });
    return JSON.parse(output) as { pages: number; ms: number };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
