import { lineOf } from './find-passage.ts';
import type { Range, SourceText } from './source-text.ts';

/** Words of a text with what stands around them. */
export interface Passage {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Line, counted from 1, on which `before` begins. */
  readonly line: number;
}

/** A passage with about `around` code points before and after it, cut between words; `…` stands for the rest. */
export function passageIn(source: SourceText, { start, end }: Range, around = 120): Passage {
  const from = Math.max(0, start - around);
  const to = Math.min(source.length, end + around);
  const before = source.slice({ start: from, end: start });
  const after = source.slice({ start: end, end: to });
  const whole = from === 0 ? before : before.replace(/^\S*\s*/u, '');
  return {
    before: from === 0 ? before : `…${whole}`,
    words: source.slice({ start, end }),
    after: to === source.length ? after.trimEnd() : `${after.replace(/\s*\S*$/u, '')}…`,
    line: lineOf(source, start - Array.from(whole).length),
  };
}

/** The lines, counted from 1, on which a passage begins and ends. */
export const linesOf = (source: SourceText, { start, end }: Range): { first: number; last: number } => ({
  first: lineOf(source, start),
  last: lineOf(source, Math.max(start, end - 1)),
});
