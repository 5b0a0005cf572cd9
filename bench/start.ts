import { compare, line, ms, times } from './measure.ts';

/** The main job on this report against a bare script with the same packages. */
export function benchStart(): string {
  const { ratio, first, second } = compare(
    { name: 'meent build', args: ['bin/meent.js', 'build', '-o', 'bench/results/exports'] },
    { name: 'bare script', args: ['bench/bare-main-job.ts'] },
  );
  return (
    'The main job on this report\n' +
    line('meent build', ms(first)) +
    line('a bare script with the same packages', ms(second)) +
    line('ratio', times(ratio), 'at most 1.5')
  );
}
