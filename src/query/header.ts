import { parseDocument } from 'yaml';
import { exit, Failure } from '../failure.ts';
import type { LanguageMap } from '../graph/language-map.ts';

export type Severity = 'violation' | 'warning' | 'info';

/** Most serious first. */
export const severities: readonly Severity[] = ['violation', 'warning', 'info'];

/** What the `#+` lines on top of a query say, in the keys of grlc and two of our own for checks. */
export interface Header {
  /** One line, by language. */
  readonly summary: LanguageMap;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** Values of parameters that are not given. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Checks only: how serious an offence is. */
  readonly severity?: Severity;
  /** Checks only: what to do about an offence, by language. */
  readonly message?: LanguageMap;
}

type Rule = (value: unknown) => string | undefined;

const text: Rule = (value) => (typeof value === 'string' && value.trim() ? undefined : 'is to be a text');
const languageMap: Rule = (value) =>
  isRecord(value) && Object.values(value).every((each) => !text(each)) && value['nl'] && value['en']
    ? undefined
    : 'is to have a text for nl and for en';
const rules: Readonly<Record<keyof Header, Rule>> = {
  summary: languageMap,
  description: text,
  tags: (value) =>
    Array.isArray(value) && value.every((each) => !text(each)) ? undefined : 'is to be a list of words',
  defaults: (value) =>
    isRecord(value) && Object.values(value).every((each) => !text(each))
      ? undefined
      : 'is to give each parameter a text',
  severity: (value) =>
    severities.includes(value as Severity) ? undefined : `is to be one of ${severities.join(', ')}`,
  message: languageMap,
};

/**
 * Reads the header of a query: the unbroken run of lines on top that start with `#+`, as YAML.
 * @param needed keys that a query in this folder cannot do without.
 * @throws Failure 3 with file and line where a key is unknown, missing or has the wrong sort of value.
 */
export function readHeader(query: string, path: string, needed: readonly (keyof Header)[]): Header {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#+'));
  const yaml = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2).replace(/^ /, ''));
  const document = parseDocument(yaml.join('\n'));
  const wrong = (message: string, line: number, hint: string, cause?: unknown): never => {
    throw new Failure(exit.unreadable, `Query header: ${message}`, { file: path, line, hint, cause });
  };
  const [error] = document.errors;
  if (error)
    wrong(
      error.message.replace(/ at line [^]*/, ''),
      error.linePos?.[0].line ?? 1,
      'The #+ lines are YAML.',
      error,
    );
  const header: unknown = document.toJS() ?? {};
  const allowed = `The keys are ${Object.keys(rules).join(', ')}.`;
  if (!isRecord(header)) return wrong('is to be a list of keys', 1, allowed);
  for (const [key, value] of Object.entries(header)) {
    const line = 1 + yaml.findIndex((each) => each.startsWith(`${key}:`));
    const rule = Object.hasOwn(rules, key) ? rules[key as keyof Header] : undefined;
    if (!rule) return wrong(`unknown key ${key}`, line, allowed);
    const complaint = rule(value);
    if (complaint) wrong(`${key} ${complaint}`, line, 'Copy the header of another query in the same folder.');
  }
  for (const key of needed)
    if (!(key in header))
      wrong(`${key} is missing`, 1, 'Copy the header of another query in the same folder.');
  return header as unknown as Header;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
