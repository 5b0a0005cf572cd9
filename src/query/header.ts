import { exit, Failure } from '../failure.ts';
import { nearest } from '../graph/nearest.ts';
import { readYaml } from '../graph/yaml.ts';
import { type Header, headerKeys, servingKeys, unhonoured } from './header-keys.ts';

export { type Header, type ParameterHeader, severities, type Severity } from './header-keys.ts';

/**
 * Reads the header of a query: the unbroken run of lines on top that start with `#+`, as YAML.
 * @param needed keys that a query in this folder cannot do without.
 * @throws Failure 3 with file and line where a key is unknown, missing or has the wrong sort of value, 4 where it
 *   asks for what is not done here.
 */
export function readHeader(query: string, path: string, needed: readonly (keyof Header)[] = []): Header {
  const yaml = parseHeader(query);
  const lineOf = (keys: readonly string[]) => yaml.positionOf(keys).line;
  const wrong = (
    message: string,
    line: number,
    hint: string,
    cause?: unknown,
    code: number = exit.unreadable,
  ): never => {
    throw new Failure(code, `Query header: ${message}`, { file: path, line, hint, cause });
  };
  if (yaml.error) wrong(yaml.error.message, yaml.error.line, 'The #+ lines are YAML.', yaml.error.cause);
  const written: unknown = yaml.value ?? {};
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
export const headerLine = (query: string, keys: readonly string[]): number =>
  parseHeader(query).positionOf(keys).line;

function parseHeader(query: string) {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#+'));
  const yaml = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2).replace(/^ /, ''));
  return readYaml(yaml.join('\n'));
}
