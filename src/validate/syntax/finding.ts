import type { Finding } from '../problem.ts';
import { type Offence, rules } from './rules.ts';

/** A broken rule as a finding. */
export function finding(
  { rule, detail, hint }: Offence,
  where: Pick<Finding, 'focus' | 'path' | 'value' | 'places'>,
): Finding {
  const { severity, message, ...own } = rules[rule];
  const mend = hint ?? ('hint' in own ? own.hint : undefined);
  return { kind: 'syntax', severity, message: message(detail), rule, hint: mend, ...where };
}
