import type { Term } from '@rdfjs/types';
import type { Rows } from './answer.ts';

export interface TableOptions {
  /** Columns that fit on the screen; no bound where it is not a screen. */
  readonly width?: number | undefined;
  /** Shortens an IRI to a prefixed name where it can. */
  readonly shorten: (iri: string) => string;
}

/** A table for people: words before names, no borders, long cells wrapped under themselves. */
export function toTable({ variables, rows }: Rows, { width, shorten }: TableOptions): string {
  const cell = (term: Term | undefined) =>
    !term ? '' : term.termType === 'NamedNode' ? shorten(term.value) : term.value.replace(/\s+/g, ' ');
  const cells = rows.map((row) => variables.map((name) => cell(row[name])));
  const widths = fit(
    variables.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]!.length))),
    width,
  );
  const line = (row: readonly string[]) => {
    const wrapped = row.map((text, column) => wrap(text, widths[column]!));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, index) =>
      wrapped
        .map((lines, column) => (lines[index] ?? '').padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    ).join('\n');
  };
  return `${[variables, widths.map((each) => '─'.repeat(each)), ...cells].map(line).join('\n')}\n`;
}

/** Narrows the widest columns until all fit. */
function fit(widths: readonly number[], width: number | undefined): number[] {
  const fitted = [...widths];
  if (width === undefined) return fitted;
  const least = 12;
  while (fitted.reduce((sum, each) => sum + each + 2, -2) > width) {
    const widest = fitted.indexOf(Math.max(...fitted));
    if (fitted[widest]! <= least) break;
    fitted[widest]! -= 1;
  }
  return fitted;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return [...lines, line];
}
