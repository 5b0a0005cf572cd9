import { exit, Failure } from '../failure.ts';

/** Says in one line what is wrong with a query, and on which line where the engine tells. */
export function asFailure(cause: Error, sparql: string, path: string): Failure {
  const [, offset] = /at offset: (\d+)/.exec(cause.message) ?? [];
  const [, prefix] = /^Unknown prefix: (.*)$/.exec(cause.message) ?? [];
  const [, parsed] = /^Parse error on line (\d+)/.exec(cause.message) ?? [];
  const endsEarly =
    cause.message.startsWith('Parse error') && /but found(?:: ''|\s*-->\s*'' <--)\s*$/.test(cause.message);
  const line =
    (endsEarly && sparql.trimEnd().split('\n').length) ||
    (parsed && Number(parsed)) ||
    (offset && lineAt(sparql, Number(offset))) ||
    (prefix !== undefined && lineAt(sparql, sparql.search(new RegExp(`\\b${prefix}:`)))) ||
    undefined;
  const isDeep = cause instanceof RangeError && cause.message.startsWith('Maximum call stack');
  const message = endsEarly
    ? 'it ends too early'
    : isDeep
      ? 'it is nested too deeply'
      : (unexpected(cause.message) ?? cause.message).replace(/\s+/g, ' ');
  return new Failure(exit.unreadable, `Cannot run the query: ${message}`, {
    file: path,
    line,
    hint: prefix === undefined ? undefined : `Declare it: PREFIX ${prefix}: <…>.`,
    cause,
  });
}

/** What the parser met and did not expect: all that its message says beside it is the query again. */
function unexpected(message: string): string | undefined {
  const token =
    /but found(?:: '|\s*-->\s*')(.*)'(?: <--)?\s*$/.exec(message) ??
    /^Parse error[^]*expecting EOF but found: (.*)\s*$/.exec(message) ??
    /^unexpected character: ->([^]+?)<- at offset/.exec(message);
  return token ? `did not expect '${token[1]}'` : undefined;
}

export const refusedUpdate = (path: string) =>
  new Failure(exit.unsupported, 'This is an update, and only reading is allowed', {
    file: path,
    hint: 'Use SELECT, ASK, CONSTRUCT or DESCRIBE.',
  });

export const tooManyRows = (limit: number, path: string) =>
  new Failure(exit.limit, `The answer has more than ${limit} rows`, {
    file: path,
    hint: 'Ask for less with LIMIT, or allow more with --max-rows <number>.',
  });

/** Whether nothing stands in a query but prefixes and comments. */
export const isEmpty = (sparql: string) =>
  !sparql
    .replace(/<[^<>\s]*>|#.*/g, '')
    .replace(/\b(PREFIX\s+\S*:|BASE\b)/gi, '')
    .trim();

const lineAt = (text: string, offset: number): number =>
  text.slice(0, Math.max(0, offset)).split('\n').length;
