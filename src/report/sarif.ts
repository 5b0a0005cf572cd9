import { createHash } from 'node:crypto';
import { inLanguage, type Language } from '../graph/language-map.ts';
import type { Place } from '../graph/locator.ts';
import type { Problem, Severity } from '../validate/problem.ts';
import type { Rule } from '../validate/rule.ts';
import { BlankNames } from './blank-names.ts';
import { tokenAt } from './excerpt.ts';
import { focusName, localName, messageOf, ruleName } from './names.ts';
import { type Report, ruleKey, rulesOf } from './report.ts';
import { visibleLines } from './visible.ts';
import { say } from './words.ts';

const levels: Readonly<Record<Severity, string>> = { violation: 'error', warning: 'warning', info: 'note' };
const root = '%SRCROOT%';

/** A report in the Static Analysis Results Interchange Format (SARIF 2.1.0, errata 01). */
export function asSarif(report: Report, { language }: { language: Language }): string {
  const rules = rulesOf(report);
  const indexes = new Map(rules.map((rule, index) => [ruleKey(rule), index]));
  const fingerprints = new Fingerprints();
  const nodes = new BlankNames('node');
  const reason = inLanguage(report.incomplete, [language]);
  const notice = reason === undefined ? undefined : say(language, 'incomplete', { reason });
  const run = {
    tool: {
      driver: {
        name: 'meent',
        semanticVersion: report.version,
        rules: rules.map((rule) => ruleObject(rule, language, report.rules.includes(rule))),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    // Where the root is on this machine is nobody's business, and would change from machine to machine (§3.14.14).
    originalUriBaseIds: { [root]: { description: message(say(language, 'root')) } },
    invocations: [
      {
        executionSuccessful: notice === undefined && report.validation.honoured,
        exitCode: report.exitCode,
        ...(notice && { toolExecutionNotifications: [{ level: 'error', message: message(notice) }] }),
      },
    ],
    results: report.validation.problems.map((problem) => ({
      ruleId: problem.rule,
      ruleIndex: indexes.get(ruleKey({ id: problem.rule, kind: problem.kind })),
      level: levels[problem.severity],
      message: message(`${focusName(problem, language)}: ${messageOf(problem, language)}`),
      locations: [location(problem, nodes.textOf(problem.finding.focus))],
      ...(problem.also && {
        relatedLocations: problem.also.map((place, id) => ({ id, ...location(place) })),
      }),
      partialFingerprints: { 'problem/v1': fingerprints.of(problem) },
    })),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** @param known whether `meent explain` knows it: a shape without an IRI cannot be asked for. */
function ruleObject(rule: Rule, language: Language, known: boolean): object {
  const name = localName(rule.id);
  const advice =
    [rule.message, rule.hint].flatMap((text) => inLanguage(text, [language]) ?? []).join(' ') || name;
  const description = inLanguage(rule.description, [language]) ?? advice;
  const help = known ? ` ${say(language, 'explain', { rule: name })}` : '';
  return {
    id: rule.id,
    // A name is to differ from the identifier (§3.49.7).
    name: name === rule.id ? inPascalCase(`${rule.id}-${rule.kind}`) : name,
    shortDescription: message(ruleName(rule, language)),
    fullDescription: message(description),
    help: message(`${advice}${help}`),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.kind] },
  };
}

const inPascalCase = (words: string): string =>
  words.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

type Located = Pick<Partial<Place>, 'file' | 'line' | 'column' | 'excerpt'>;

/** A place in a file, and the node that stands there by its IRI (SARIF §3.28). */
function location({ file, line, column, excerpt }: Located | Problem, node?: string): object {
  const token = excerpt && column ? tokenAt(excerpt, column) : '';
  return {
    ...(file !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: fileUri(file), uriBaseId: root },
        ...(line !== undefined && {
          region: {
            startLine: line,
            startColumn: column,
            ...(token && column && { endColumn: column + token.length, snippet: { text: token } }),
          },
          ...(excerpt && { contextRegion: { startLine: line, snippet: { text: excerpt } } }),
        }),
      },
    }),
    ...(node !== undefined && { logicalLocations: [{ fullyQualifiedName: node, kind: 'resource' }] }),
  };
}

/** A path as a relative reference (RFC 3986 §4.2), percent-encoded. */
const fileUri = (file: string): string =>
  file
    .split(/[\\/]/)
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');

/** A message of plain text: braces are doubled (§3.11.5), and nothing in it is a link (§3.11.6). */
const message = (text: string): { text: string } => ({
  text: visibleLines(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\](?=\()/g, '\\]'),
});

/** What stays the same of a problem while lines are added above it; the second of two alike is told apart by its number. */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of({ rule, component, focus, finding, path, value, file, excerpt }: Problem): string {
    // The label of a blank node is another in the next run; the line it stands on is not.
    const node = finding.focus.termType === 'BlankNode' ? (excerpt?.trim() ?? '') : focus;
    const what = finding.value?.termType === 'BlankNode' ? '' : (value ?? '');
    const parts = [rule, component ?? '', file ?? '', node, path ?? '', what];
    const digest = createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32);
    const number = (this.#seen.get(digest) ?? 0) + 1;
    this.#seen.set(digest, number);
    return `${digest}:${number}`;
  }
}
