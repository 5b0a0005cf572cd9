import { exit, Failure } from '../failure.ts';
import { readJson, valueOf } from '../graph/json.ts';

export interface Publisher {
  readonly name: string;
  /** IRI of the publisher. */
  readonly id: string;
}

/** The settings of a project; `meent.schema.json` describes them for editors. */
export interface Config {
  /** IRI that the project's own names start with. */
  readonly base: string;
  /** Language tags that labels and messages come in, the first preferred. */
  readonly languages: readonly string[];
  /** Origins on the public internet that a query may ask with SERVICE. */
  readonly allowedOrigins: readonly string[];
  /** IRI of the licence of the data. */
  readonly licence?: string;
  readonly publisher?: Publisher;
  /** E-mail address for questions and removal. */
  readonly contact?: string;
  /** Name of the person who decides about links here, as it is to stand beside what they decide. */
  readonly reviewer?: string;
  /** Where the pages are published. */
  readonly site?: string;
  /** What the addresses of the exports start with on the web; `exports/` below the site where it is absent. */
  readonly downloads?: string;
}

/** Stands in for the base of a project that names none. */
export const placeholderBase = 'https://example.org/';

const defaults: Config = {
  base: placeholderBase,
  languages: ['nl', 'en'],
  allowedOrigins: [],
};

type Rule = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const list =
  (rule: Rule, least: number): Rule =>
  (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.every(rule) &&
    new Set(value).size === value.length;
// No character that would break out of the brackets that IRIs are written between.
const isIri = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const isFolderIri = /^https?:\/\/[^\s<>"{}|\\^`]+\/$/;
const isPublisher: Rule = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'id,name' &&
  Object.values(value).every(matches(/./)) &&
  matches(isIri)((value as Publisher).id);

/** Each setting, its rule, and what the rule wants. The same as `meent.schema.json`; a test holds them together. */
const rules: Readonly<Record<keyof Config | '$schema', readonly [rule: Rule, wanted: string]>> = {
  $schema: [matches(/^/), 'the address of the schema'],
  base: [matches(isFolderIri), 'an http(s) IRI that ends with a slash'],
  languages: [list(matches(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), 1), 'a list of different language tags'],
  allowedOrigins: [
    list(matches(/^https?:\/\/[^/\s@]+$/), 0),
    'a list of different origins such as https://example.org',
  ],
  publisher: [isPublisher, 'an object with a name and an id, an http(s) IRI'],
  contact: [matches(/^[^@\s<>"{}|\\^`]+@[^@\s<>"{}|\\^`]+$/), 'an e-mail address'],
  reviewer: [matches(/^[^\s\p{C}][^\p{C}]*$/u), 'the name of a person'],
  site: [matches(isIri), 'an http(s) IRI'],
  downloads: [matches(isFolderIri), 'an http(s) IRI that ends with a slash'],
  licence: [matches(isIri), 'an http(s) IRI'],
};

/**
 * Reads the settings in `text`, the content of the file `path`; what it does not say has its default.
 * @throws Failure 3 where it is not JSON, or has a key or value that is not a setting.
 */
export function readConfig(text: string | undefined, path: string): Config {
  if (text === undefined) return defaults;
  const settings = valueOf(readJson(text, path));
  const refuse = (message: string, key?: string): never => {
    const line = key === undefined ? 1 : text.slice(0, text.indexOf(`"${key}"`)).split('\n').length;
    const hint = `The settings are ${Object.keys(rules).slice(1).join(', ')}.`;
    throw new Failure(exit.unreadable, message, { file: path, line, hint });
  };
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    return refuse('The settings are to be one JSON object');
  for (const [key, value] of Object.entries(settings)) {
    if (!Object.hasOwn(rules, key)) refuse(`Unknown setting ${key}`, key);
    const [rule, wanted] = rules[key as keyof typeof rules];
    if (!rule(value)) refuse(`The setting ${key} is to be ${wanted}`, key);
  }
  const { $schema: _, ...known } = settings as Partial<Config> & { $schema?: string };
  return { ...defaults, ...known };
}
