import { LineCounter, parseDocument } from 'yaml';
import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { type Header, headerKeys, servingKeys, unhonoured } from './header-keys.ts';

export { type Header, type ParameterHeader, severities, type Severity } from './header-keys.ts';

/**
 * Reads the header of a query: the unbroken run of lines on top that start with `#+`, as YAML.
 * @param needed keys that a query in this folder cannot do without.
 * @throws Failure 3 with file and line where a key is unknown, missing or has the wrong sort of value, 4 where it
 *   asks for what is not done here.
 */
export function readHeader(query: string, path: string, needed: readonly (keyof Header)[] = []): Header {
  const { document, lineOf } = parseHeader(query);
  const wrong = (
    message: string,
    line: number,
    hint: string,
    cause?: unknown,
    code: number = exit.unreadable,
  ): never => {
    throw new Failure(code, `Query header: ${message}`, { file: path, line, hint, cause });
  };
  const [error] = document.errors;
  if (error)
    wrong(
      error.message.replace(/ at line [^]*/, ''),
      error.linePos?.[0].line ?? 1,
      'The #+ lines are YAML.',
      error,
    );
  const written: unknown = document.toJS() ?? {};
  const allowed = `The keys are ${[...headerKeys.keys()].join(', ')}.`;
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return wrong('is to be a list of keys', 1, allowed);
  const header = new Map<string, unknown>();
  for (const [key, value] of Object.entries(written)) {
    const line = lineOf([key]);
    if (servingKeys.has(key)) continue;
    const instead = unhonoured.get(key);
    if (instead) wrong(`${key} cannot be honoured`, line, instead, undefined, exit.unsupported);
    const read = headerKeys.get(key);
    if (!read) {
      const near = nearest(key, headerKeys.keys());
      return wrong(`unknown key ${key}`, line, `${near ? `Did you mean ${near}? ` : ''}${allowed}`);
    }
    const { value: taken, complaint, at = [] } = read(value);
    if (complaint)
      wrong(
        `${key} ${complaint}`,
        lineOf([key, ...at]),
        'Copy the header of another query in the same folder.',
      );
    header.set(key, taken);
  }
  for (const key of needed)
    if (!header.has(key))
      wrong(`${key} is missing`, 1, 'Copy the header of another query in the same folder.');
  return Object.fromEntries(header) as unknown as Header;
}

/** The line of the query, counted from 1, on which its header says something: `['columns', 'claim']`. */
export const headerLine = (query: string, keys: readonly string[]): number => parseHeader(query).lineOf(keys);

function parseHeader(query: string) {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#+'));
  const yaml = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2).replace(/^ /, ''));
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml.join('\n'), { lineCounter });
  // The line of the key itself: what it has may begin on the next one.
  const lineOf = (keys: readonly string[]): number => {
    let line = 1;
    let node: unknown = document.contents;
    for (const key of keys) {
      const { items = [] } = (node ?? {}) as { items?: readonly { key?: unknown; value?: unknown }[] };
      const pairs = items.flatMap((item) =>
        'key' in item ? [item] : ((item as { items?: typeof items }).items ?? []),
      );
      const pair = pairs.find((each) => String(each.key) === key);
      const range = (pair?.key as { range?: readonly number[] } | undefined)?.range;
      if (!pair || !range) return line;
      line = lineCounter.linePos(range[0]!).line;
      node = pair.value;
    }
    return line;
  };
  return { document, lineOf };
}
