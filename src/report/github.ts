import { inLanguage, type Language } from '../graph/language-map.ts';
import type { Severity } from '../validate/problem.ts';
import { tokenAt } from './excerpt.ts';
import { focusName, localName, messageOf } from './names.ts';
import type { Report } from './report.ts';
import { visibleLines } from './visible.ts';
import { say } from './words.ts';

const commands: Readonly<Record<Severity, string>> = {
  violation: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Workflow commands that GitHub Actions makes annotations of, one a problem. */
export function asGithub({ validation, incomplete }: Report, { language }: { language: Language }): string {
  const lines = validation.problems.map((problem) => {
    const { file, line, column, excerpt, rule, severity } = problem;
    const properties = {
      file: file?.replaceAll('\\', '/'),
      line,
      col: column,
      endColumn: column && excerpt && column + tokenAt(excerpt, column).length,
      title: localName(rule),
    };
    return command(
      commands[severity],
      properties,
      `${focusName(problem, language)}: ${messageOf(problem, language)}`,
    );
  });
  const reason = inLanguage(incomplete, [language]);
  if (reason !== undefined) lines.push(command('error', {}, say(language, 'incomplete', { reason })));
  return lines.join('');
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
) {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${given.length > 0 ? ' ' : ''}${given.join(',')}::${escapeData(message)}\n`;
}

const escapeData = (text: string): string =>
  visibleLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
