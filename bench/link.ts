import { authorities, hasAuthorities, measureGold } from './gold.ts';
import { line } from './measure.ts';

/** `meent link propose` against what is known to be right and wrong, with copies of EuroVoc and ROR at hand. */
export async function benchLink(): Promise<string> {
  const title =
    'Links proposed from labels of EuroVoc and records of ROR, against the notes on identifiers\n';
  if (!hasAuthorities)
    return `${title}  SKIPPED: there are no copies of authorities in ${authorities}; name their folder in MEENT_AUTHORITIES\n`;
  const {
    rejectedRecommended,
    recommended,
    wrong,
    beyondNotes,
    proposed,
    things,
    wanted,
    missed,
    words,
    unjudged,
  } = await measureGold(true);
  const share = (part: number, whole: number) => (whole === 0 ? 'none' : (part / whole).toFixed(3));
  return [
    title,
    line('rejected identifiers recommended', String(rejectedRecommended.length), '0'),
    list(rejectedRecommended),
    line(`recommended for the ${things} things of the notes`, String(recommended), 'more than 0'),
    line('precision of recommended', share(recommended - wrong.length, recommended), '1.000'),
    list(wrong, 'wrong'),
    list(beyondNotes, 'right, though the notes lack it'),
    line('proposed for them', String(proposed)),
    line(
      `recall of proposed, of ${wanted} right pairs`,
      share(wanted - missed.length, wanted),
      'at least 0.900',
    ),
    list(missed, 'missed'),
    line('rows about words that are no thing of the graph', String(words)),
    line('recommended for other things, for people to judge', String(unjudged.length)),
    list(unjudged),
  ].join('');
}

const list = (pairs: readonly string[], what?: string): string =>
  pairs.map((pair) => `    ${what === undefined ? '' : `${what}: `}${pair}\n`).join('');
