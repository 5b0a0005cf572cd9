import { compare, line, ms, times } from './measure.ts';

/** The first answer of `meent query` on this report against a bare script with the same packages. */
export function benchQuery(): string {
  const query = ['query', 'claims-of-actor', '-v', 'actor=fabrizia-benini', '-f', 'tsv'];
  const { ratio, first, second } = compare(
    { name: 'meent query', args: ['bin/meent.js', ...query] },
    { name: 'bare script', args: ['bench/bare-query.ts'] },
  );
  return (
    'The first answer on this report\n' +
    line('meent query claims-of-actor', ms(first)) +
    line('a bare script with the same packages', ms(second)) +
    line('ratio', times(ratio), 'at most 1.3')
  );
}
