import type { Range, SourceText } from './source-text.ts';

/**
 * Every place where the words stand in the text, whatever white space lies between them.
 * An empty list of words is nowhere.
 */
export function findWords(source: SourceText, words: string): Range[] {
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.join('\\s+'), 'gu');
  const places: Range[] = [];
  for (let match = pattern.exec(source.text); match; match = pattern.exec(source.text)) {
    places.push(range(source, match.index, match.index + match[0].length));
    // The next place may begin inside this one.
    pattern.lastIndex = match.index + (match[0].codePointAt(0)! > 0xffff ? 2 : 1);
  }
  return places;
}

/**
 * The passage from the first to the last of the lines (counted from 1, both included) without
 * the white space around it; undefined where the text has no such lines or nothing stands on them.
 */
export function findLines(source: SourceText, first: number, last: number): Range | undefined {
  const lines = source.text.split('\n');
  if (first < 1 || last > lines.length || first > last) return undefined;
  const before = lines.slice(0, first - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const passage = lines.slice(first - 1, last).join('\n');
  if (!passage.trim()) return undefined;
  const start = before + passage.length - passage.trimStart().length;
  return range(source, start, start + passage.trim().length);
}

/** Line, counted from 1, on which a position stands. */
export function lineOf(source: SourceText, point: number): number {
  return source.slice({ start: 0, end: point }).split('\n').length;
}

function range(source: SourceText, start: number, end: number): Range {
  return { start: source.pointAt(start), end: source.pointAt(end) };
}
