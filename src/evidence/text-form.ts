import { type Range, SourceText } from './source-text.ts';

/** A change to how a text is written down that leaves its words as they are. */
export type FormChange = 'LF' | 'CRLF' | 'NFC' | 'NFD' | 'add-byte-order-mark' | 'remove-byte-order-mark';

/** A text in another form, which knows where its passages stand in the text that it was made from. */
export interface RewrittenText {
  /** What was done to the text; nothing for the text itself. */
  readonly changes: readonly FormChange[];
  readonly source: SourceText;
  /** The place in the text itself of a passage of this form. */
  readonly original: (range: Range) => Range;
}

const mark = '\ufeff';

const rewriters: Readonly<Record<FormChange, (text: string) => string>> = {
  LF: (text) => text.replace(/\r\n?/g, '\n'),
  CRLF: (text) => text.replace(/\r\n?|\n/g, '\r\n'),
  NFC: (text) => text.normalize('NFC'),
  NFD: (text) => text.normalize('NFD'),
  'add-byte-order-mark': (text) => (text.startsWith(mark) ? text : mark + text),
  'remove-byte-order-mark': (text) => (text.startsWith(mark) ? text.slice(1) : text),
};

/**
 * A text in every form that it could have been anchored in, itself among them; the usual form, with
 * LF, composed and without byte order mark, comes first.
 */
export function formsOf(source: SourceText): RewrittenText[] {
  const choices: readonly (readonly (FormChange | undefined)[])[] = [
    ['LF', undefined, 'CRLF'],
    ['NFC', undefined, 'NFD'],
    ['remove-byte-order-mark', undefined, 'add-byte-order-mark'],
  ];
  const changing = (change: FormChange | undefined) =>
    change === undefined || rewriters[change](source.text) !== source.text;
  const combinations = choices
    .map((choice) => choice.filter(changing))
    .reduce<FormChange[][]>(
      (before, choice) =>
        before.flatMap((each) => choice.map((change) => (change ? [...each, change] : each))),
      [[]],
    );
  const parts = partsOf(source.text);
  return combinations.map((changes) => rewrite(parts, changes));
}

/**
 * The pieces that can be rewritten one by one: neither line ends nor canonical normalisation reach
 * across the edge of a grapheme cluster (UAX #29 §3). The first is for a byte order mark, there or not.
 */
function partsOf(text: string): string[] {
  const marked = text.startsWith(mark);
  const segments = new Intl.Segmenter('en').segment(marked ? text.slice(1) : text);
  return [marked ? mark : '', ...Array.from(segments, ({ segment }) => segment)];
}

function rewrite(parts: readonly string[], changes: readonly FormChange[]): RewrittenText {
  const rewritten = parts.map((part, index) =>
    changes
      .filter((change) => change.endsWith('mark') === (index === 0))
      .reduce((before, change) => rewriters[change](before), part),
  );
  const source = new SourceText(rewritten.join(''));
  // For each code point of the new text, the code points of the old that it was made from.
  const begins = new Uint32Array(source.length);
  const ends = new Uint32Array(source.length);
  let point = 0;
  let old = 0;
  for (const [index, part] of parts.entries()) {
    const same = rewritten[index] === part;
    const { length } = Array.from(part);
    for (const [offset] of Array.from(rewritten[index]!).entries()) {
      begins[point] = same ? old + offset : old;
      ends[point++] = same ? old + offset + 1 : old + length;
    }
    old += length;
  }
  return {
    changes,
    source,
    original: ({ start, end }) => ({ start: begins[start]!, end: ends[end - 1]! }),
  };
}
