import type { Finding } from '../problem.ts';
import { linkRules } from './link-rules.ts';
import { type Offence, rules } from './rules.ts';

/** A broken rule as a finding. */
export function finding(
  { rule, detail, hint }: Offence,
  where: Pick<Finding, 'focus' | 'path' | 'value' | 'places'>,
): Finding {
  const { severity, message, ...own } = rules[rule];
  const mend = hint ?? ('hint' in own ? own.hint : undefined);
  const kind = Object.hasOwn(linkRules, rule) ? 'link' : 'syntax';
  return { kind, severity, message: message(detail), rule, hint: mend, ...where };
}
