import { inLanguage, type Language } from '../graph/language-map.ts';
import { BlankNames } from './blank-names.ts';
import { plainColumns } from './formats.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

/**
 * One line a problem, the columns parted by tabs, never cut, never coloured. Tabs, ends of lines and
 * other controls inside a column are escaped as in Turtle, and a backslash is doubled.
 */
export function asPlain({ validation }: Report, { language }: { language: Language }): string {
  const nodes = new BlankNames('node');
  const lines = validation.problems.map((problem) => {
    const { focus, value } = problem.finding;
    const columns = {
      ...problem,
      focus: nodes.textOf(focus),
      value: value && nodes.textOf(value),
      message: inLanguage(problem.message, [language]),
    };
    const cells = plainColumns.map((name) => visible(String(columns[name] ?? '').replaceAll('\\', '\\\\')));
    return `${cells.join('\t')}\n`;
  });
  return lines.join('');
}
