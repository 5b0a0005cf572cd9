import { exit, Failure } from '../failure.ts';

/**
 * The value of a JSON text.
 * @param path the file's path as the user would write it.
 * @throws Failure 3 with file and line where it is not JSON.
 */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message
      .replace(/( in JSON)? at position [^]*$/, '')
      .replace(/\s+/g, ' ');
    throw new Failure(exit.unreadable, `Not valid JSON: ${message}`, {
      file: path,
      line: lineOfFault(text),
      cause,
    });
  }
}

/** The first line, counted from 1, after which nothing could make JSON of the text; else the last. */
function lineOfFault(text: string): number {
  const lines = text.trimEnd().split('\n');
  const wrong = lines.findIndex((_, index) => !canGoOn(lines.slice(0, index + 1).join('\n')));
  return wrong === -1 ? lines.length : wrong + 1;
}

/** Whether lines are JSON or the beginning of it. No token of JSON, a string neither, goes over the end of a line. */
function canGoOn(text: string): boolean {
  const start = text.trimEnd();
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as Error;
    if (message.startsWith('Unterminated string')) return false;
    const [, position] = / at position (\d+)/.exec(message) ?? [];
    return position ? Number(position) >= start.length : message === 'Unexpected end of JSON input';
  }
}
