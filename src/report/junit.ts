import { inLanguage, type Language } from '../graph/language-map.ts';
import { atLeast, type Problem } from '../validate/problem.ts';
import { focusName, localName, messageOf, placeOf } from './names.ts';
import type { Report } from './report.ts';
import { type Case, type Suite, suitesOf } from './suites.ts';
import { visible, visibleLines } from './visible.ts';
import { say } from './words.ts';

type Fails = (problem: Problem) => boolean;

/**
 * A report as JUnit XML, for what shows test results: a suite for each shape that has a target, a test for
 * each rule. A rule that was kept passes, one that looked at nothing is skipped; offences that do not make
 * the exit code 1 stand in the output of a test that passes. No times: they differ from run to run.
 */
export function asJunit(report: Report, { language }: { language: Language }): string {
  const suites = suitesOf(report);
  const fails = atLeast(report.failOn);
  const reason = inLanguage(report.incomplete, [language]);
  const unseen = reason === undefined ? [] : [incomplete(say(language, 'incomplete', { reason }))];
  const written = suites.map((suite) => {
    const cases = suite.cases.map((each) => testCase(suite.name, each, fails, language));
    return element('testsuite', { name: suite.name, ...counts(suite.cases, fails), errors: 0 }, cases);
  });
  const cases = suites.flatMap((suite) => suite.cases);
  const { tests, failures, skipped } = counts(cases, fails);
  const total = { tests: tests + unseen.length, failures, skipped, errors: unseen.length };
  const document = element('testsuites', { name: 'meent', ...total }, [...written, ...unseen]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}

const counts = (cases: readonly Case[], fails: Fails) => ({
  tests: cases.length,
  failures: cases.filter(({ problems }) => problems.some(fails)).length,
  skipped: cases.filter(({ idle, problems }) => idle && !problems.some(fails)).length,
});

function testCase(
  suite: Suite['name'],
  { rule, problems, idle }: Case,
  fails: Fails,
  language: Language,
): string {
  const failing = problems.filter(fails);
  const harmless = problems.filter((problem) => !fails(problem));
  const first = failing[0];
  const place = { file: first?.file?.replaceAll('\\', '/'), line: first?.line };
  const lines = (found: readonly Problem[]) =>
    found.map((problem) => `${placeOf(problem)}  ${line(problem, language)}`.trimStart()).join('\n');
  return element('testcase', { name: localName(rule.id), classname: suite, ...place }, [
    ...(first
      ? [element('failure', { message: line(first, language), type: first.severity }, lines(failing))]
      : []),
    ...(idle && !first ? [element('skipped', { message: say(language, idle) })] : []),
    ...(harmless.length > 0 ? [element('system-out', {}, lines(harmless))] : []),
  ]);
}

const line = (problem: Problem, language: Language): string =>
  `${say(language, problem.severity)}: ${focusName(problem, language)}: ${messageOf(problem, language)}`;

const incomplete = (reason: string): string =>
  element('testsuite', { name: 'meent', tests: 1, failures: 0, skipped: 0, errors: 1 }, [
    element('testcase', { name: 'complete', classname: 'meent' }, [element('error', { message: reason })]),
  ]);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with elements inside it, each on a line of its own, or with one text. */
function element(name: string, attributes: Attributes, content: readonly string[] | string = ''): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(visible(String(value)))}"`);
  const start = `<${name}${given.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  const inside = typeof content === 'string' ? escaped(content) : `\n${content.join('')}`;
  return `${start}>${inside}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 forbids (§2.2) are among those made visible. */
const escaped = (value: string): string =>
  visibleLines(value).replace(/[&<>"]/g, (character) => entities[character]!);
