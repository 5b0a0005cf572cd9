import { exit, Failure } from '../failure.ts';

/**
 * The cells of CSV, line by line (RFC 4180); lines may end as they do on any machine.
 * @param file the file as the user would write it.
 * @throws Failure 3 with its line where a quotation mark is not closed, or something stands after one that is.
 */
export function readCsv(text: string, file: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length || line.length > 0) {
    const { lastIndex } = cell;
    const [, quoted, plain, end] = cell.exec(text) ?? refuse(text, lastIndex, file);
    line.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

function refuse(text: string, at: number, file: string): never {
  throw new Failure(exit.unreadable, 'Not CSV: a quotation mark stands alone', {
    file,
    line: text.slice(0, at).split(/\r\n|\n|\r/).length,
    hint: 'Put the cell between quotation marks, and write each of its own twice.',
  });
}
