import { styleText } from 'node:util';
import { inLanguage, type Language } from '../graph/language-map.ts';
import type { Problem, Severity } from '../validate/problem.ts';
import { baselineAsText } from './baseline.ts';
import { excerptOf } from './excerpt.ts';
import { focusName, localName, messageOf, pathLabel, placeOf, valueLabel } from './names.ts';
import type { Report } from './report.ts';
import { lookedAt } from './text-summary.ts';
import { visible } from './visible.ts';
import { say } from './words.ts';

export interface TextStyle {
  readonly language: Language;
  /** Whether to colour; the words carry the meaning without. */
  readonly colour: boolean;
  /** Whether to show every offence against a rule, or the first three. */
  readonly all: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly width: number | undefined;
}

const shownOfEach = 3;
const defaultWidth = 100;

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** A report for people: the problems rule by rule in the order of the files, then what was looked at. */
export function asText(report: Report, style: TextStyle): string {
  const paint: Paint = (format, text) =>
    style.colour ? styleText(format, text, { validateStream: false }) : text;
  const width = style.width ?? defaultWidth;
  const groups = Map.groupBy(report.validation.problems, ({ rule }) => rule);
  const blocks = [...groups.values()].flatMap((problems) => {
    const shown = style.all ? problems : problems.slice(0, shownOfEach);
    const more = problems.length - shown.length;
    const rule = visible(localName(problems[0]!.rule));
    return [
      ...shown.map((problem) => block(problem, { ...style, width }, paint)),
      ...(more > 0 ? [`    ${paint('dim', say(style.language, 'more', { more, rule }))}\n`] : []),
    ];
  });
  const baseline = report.baseline ? baselineAsText(report.baseline, style.language) : '';
  return [...blocks, lookedAt(report, style.language, style.width) + baseline].join('\n');
}

const colours = { violation: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

function block(problem: Problem, { language, width }: TextStyle & { width: number }, paint: Paint): string {
  const { severity, file, also, hint } = problem;
  const colour = colours[severity];
  const place = placeOf(problem);
  const inside = [
    ...(place ? [paint('bold', place)] : []),
    `${paint(colour, `${say(language, severity)}:`)} ${focusName(problem, language)}`,
  ].join('  ');
  const about = [problem.path && pathLabel(problem.path), valueLabel(problem, language)];
  const places = also?.map(placeOf).join(', ');
  return [
    inside,
    `    ${visible(messageOf(problem, language))}`,
    ...(file === undefined ? [] : excerptLines(problem, width - 4, (text) => paint(colour, text), paint)),
    ...(places ? [`    ${say(language, 'also', { places })}`] : []),
    ...(hint ? [`    ${say(language, 'hint', { hint: visible(inLanguage(hint, [language])!) })}`] : []),
    `    ${paint('dim', [...about.filter(Boolean), visible(localName(problem.rule))].join(' · '))}`,
    '',
  ].join('\n');
}

/** The line of the file with its number, and carets under the wrong token. */
function excerptLines(
  { line, column, excerpt = '' }: Problem,
  width: number,
  mark: (text: string) => string,
  paint: Paint,
): string[] {
  const number = String(line ?? '');
  const gutter = (text: string) => paint('dim', `    ${text.padStart(number.length)} │ `);
  const found = excerptOf(excerpt, column ?? 1, width - number.length - 3);
  return [
    gutter(number) + found.line,
    `${gutter('')}${' '.repeat(found.before)}${mark('^'.repeat(found.length))}`,
  ];
}
