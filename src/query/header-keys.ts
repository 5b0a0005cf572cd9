import type { LanguageMap } from '../graph/language-map.ts';
import { cardinalityOf } from './cardinality.ts';

export type Severity = 'violation' | 'warning' | 'info';

/** Most serious first. */
export const severities: readonly Severity[] = ['violation', 'warning', 'info'];

/** What a header says of a parameter, beside its default. */
export interface ParameterHeader {
  /** A word of `typeOf`; needed where the variable's ending says none. */
  readonly type?: string;
  /** What it is, by language. */
  readonly label?: LanguageMap;
}

/** What the `#+` lines on top of a query say, in the keys of grlc and some of our own. */
export interface Header {
  /** One line, by language; grlc's have one text, which is in no language. */
  readonly summary: LanguageMap;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** Values of parameters that are not given. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** The only values that a parameter takes. */
  readonly enumerate?: Readonly<Record<string, readonly string[]>>;
  readonly parameters?: Readonly<Record<string, ParameterHeader>>;
  /** The type of each column of the answer, in their order; `?` after it where a row may have none. */
  readonly columns?: Readonly<Record<string, string>>;
  /** How many rows, or triples, the answer has: `1`, `0..1`, `1..*`. */
  readonly cardinality?: string;
  /** Checks only: how serious an offence is. */
  readonly severity?: Severity;
  /** Checks only: what to do about an offence, by language. */
  readonly message?: LanguageMap;
}

/** A value of a key as we keep it, or what is wrong with it, and under which keys inside it. */
interface Taken {
  readonly value?: unknown;
  readonly complaint?: string;
  readonly at?: readonly string[];
}

type Key = (value: unknown) => Taken;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What YAML makes of a plain word that looks like a number, a truth or a date is a word all the same. */
const asText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const taken =
  (holds: (value: unknown) => boolean, complaint: string): Key =>
  (value) =>
    holds(value) ? { value } : { complaint };

const isLanguageMap = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every(isText) && isText(value['nl']) && isText(value['en']);
const languageMap = taken(isLanguageMap, 'is to have a text for nl and for en');

/** A value for each of some names: `{name: value}` or, as grlc has it, a list of such. */
function byName(take: (value: unknown) => Taken, complaint: string): Key {
  return (written) => {
    const parts = Array.isArray(written) ? written : [written];
    if (!parts.every(isRecord)) return { complaint };
    const found = new Map<string, unknown>();
    for (const [name, value] of parts.flatMap((part) => Object.entries(part as object))) {
      const each = take(value);
      if (each.complaint)
        return { complaint: `of ${name} ${each.complaint}`, at: [name, ...(each.at ?? [])] };
      found.set(name, each.value);
    }
    return { value: Object.fromEntries(found) };
  };
}

const text = (complaint: string) => (value: unknown) =>
  isText(asText(value)) ? { value: asText(value) } : { complaint };

function values(written: unknown): Taken {
  const complaint = 'is to be the list of values that it takes';
  if (!Array.isArray(written) || written.length === 0) return { complaint };
  const all = written.map(asText);
  return all.every(isText) ? { value: all } : { complaint };
}

function parameter(written: unknown): Taken {
  const complaint = 'is to have a type, a label or both';
  if (!isRecord(written)) return { complaint };
  for (const [key, value] of Object.entries(written)) {
    if (key !== 'type' && key !== 'label')
      return { complaint: `has no key ${key}; it has type and label`, at: [key] };
    if (key === 'type' && !isText(value)) return { complaint: 'is to have a word for its type', at: [key] };
    if (key === 'label' && !isLanguageMap(value))
      return { complaint: 'is to have a label with a text for nl and for en', at: [key] };
  }
  return { value: written };
}

/** The keys of a header, and how each is read. */
export const headerKeys: ReadonlyMap<string, Key> = new Map<keyof Header, Key>([
  ['summary', (value) => (isText(value) ? { value: { '': value } } : languageMap(value))],
  ['description', taken(isText, 'is to be a text')],
  ['tags', taken((value) => Array.isArray(value) && value.every(isText), 'is to be a list of words')],
  ['defaults', byName(text('is to be a text'), 'is to give each parameter a text')],
  ['enumerate', byName(values, 'is to give each parameter the list of values that it takes')],
  ['parameters', byName(parameter, 'is to say of each parameter its type, its label or both')],
  ['columns', byName(text('is to be a type'), 'is to give each column a type')],
  [
    'cardinality',
    (value) =>
      cardinalityOf(String(value))
        ? { value: String(value) }
        : { complaint: 'is to be a number or a range such as 1..* or 0..1' },
  ],
  [
    'severity',
    taken((value) => severities.includes(value as Severity), `is to be one of ${severities.join(', ')}`),
  ],
  ['message', languageMap],
]);

/** Keys of grlc that tell its server how to serve an answer, not which one. */
export const servingKeys: ReadonlySet<string> = new Set(['endpoint_in_url', 'method', 'mime', 'pagination']);

/** Keys of grlc under which a query would be answered otherwise, and what to do instead. */
export const unhonoured: ReadonlyMap<string, string> = new Map([
  ['endpoint', 'A file sends nobody to a server: take it out, and name the server where the query is run.'],
  ['transform', 'Take it out, and give the answer its form with a CONSTRUCT and a frame.'],
]);
