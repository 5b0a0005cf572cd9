import { rmSync } from 'node:fs';
import { writeCorpus } from './corpus.ts';
import { compare, line, ms, times } from './measure.ts';

const folder = 'bench/results/parse';

/** Reading a synthetic corpus with the place of every term, beside N3.js alone, as whole processes. */
export function benchParse(): string {
  writeCorpus(folder, 100);
  const job = (reader: string) => ({
    name: `parsing with ${reader}`,
    args: ['bench/parse-job.ts', reader, folder],
  });
  const { ratio, first, second } = compare(job('meent'), job('n3'));
  rmSync(folder, { recursive: true });
  return (
    'Reading 100 synthetic reports in Turtle, 20 times\n' +
    line('with the place of every term', ms(first)) +
    line('N3.js', ms(second)) +
    line('ratio', times(ratio), 'to be less than 1.5')
  );
}
