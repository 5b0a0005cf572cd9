import { visible } from './visible.ts';

/** A line of a file as a terminal shows it, and where in it the wrong token stands. */
export interface Excerpt {
  readonly line: string;
  /** Columns of the terminal before the token. */
  readonly before: number;
  /** Columns that the token takes; at least 1. */
  readonly length: number;
}

/** The token that starts at a column (from 1, in UTF-16 code units) of a line; the rest of the line where it runs on. */
export function tokenAt(line: string, column: number): string {
  const rest = line.slice(column - 1);
  return token.exec(rest)?.[0] ?? rest.slice(0, 1);
}

const quoted = String.raw`"""(?:[^"\\]|\\.|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\.|'(?!''))*(?:'''|$)|"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$)`;
const suffix = String.raw`(?:\^\^(?:<[^>]*>|[^\s;,.()[\]]+)|@[A-Za-z0-9-]+)?`;
const word = String.raw`[^\s;,()[\]{}"'<>]*[^\s;,()[\]{}"'<>.]`;
const token = new RegExp(String.raw`^(?:(?:${quoted})${suffix}|<<|<[^>]*>|${word})`, 'u');

const gap = '…';

/**
 * Cuts a line around its token, so that it fits in a number of columns.
 * @param column of the token, from 1, in UTF-16 code units.
 */
export function excerptOf(line: string, column: number, width: number): Excerpt {
  const start = Math.min(column - 1, line.length);
  const found = tokenAt(line, column);
  const before = cellsOf(line.slice(0, start));
  const inside = cellsOf(found);
  const after = cellsOf(line.slice(start + found.length));
  const left = takeLast(before, Math.max(Math.floor(width / 3), width - widthOf(inside) - widthOf(after)));
  const room = width - widthOf(left);
  const middle = takeFirst(inside, room);
  const right = middle.length < inside.length ? [] : takeFirst(after, room - widthOf(middle));
  return {
    line: [...left, ...middle, ...right]
      .map(({ shown }) => shown)
      .join('')
      .trimEnd(),
    before: widthOf(left),
    length: Math.max(1, widthOf(middle)),
  };
}

interface Cell {
  readonly shown: string;
  readonly width: number;
}

const cellsOf = (text: string): Cell[] =>
  [...text].map((character) => {
    const shown = character === '\t' ? '  ' : visible(character);
    return { shown, width: shown === character ? columnsOf(character) : shown.length };
  });

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a character takes. */
const columnsOf = (character: string): number =>
  /[\p{M}\u200c\u200d]/u.test(character) ? 0 : wide.test(character) ? 2 : 1;

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);

/** As many of the first cells as fit; a mark stands for what is left out. */
function takeFirst(cells: readonly Cell[], room: number): Cell[] {
  if (widthOf(cells) <= room) return [...cells];
  let used = 1;
  const end = cells.findIndex(({ width }) => (used += width) > room);
  return [...cells.slice(0, end), { shown: gap, width: 1 }];
}

const takeLast = (cells: readonly Cell[], room: number): Cell[] =>
  takeFirst(cells.toReversed(), room).reverse();
