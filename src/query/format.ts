import type { Term } from '@rdfjs/types';
import { assertTerm } from '../graph/assert-term.ts';
import type { Answer } from './engine.ts';

type Rows = Extract<Answer, { form: 'SELECT' }>;

/** SPARQL 1.1 Query Results JSON, for SELECT and ASK. */
export function toSparqlJson(answer: Rows | Extract<Answer, { form: 'ASK' }>): string {
  const body =
    answer.form === 'ASK'
      ? { head: {}, boolean: answer.truth }
      : {
          head: { vars: answer.variables },
          results: {
            bindings: answer.rows.map((row) =>
              Object.fromEntries(
                answer.variables.flatMap((name) => (row[name] ? [[name, termAsJson(row[name])]] : [])),
              ),
            ),
          },
        };
  return `${JSON.stringify(body, null, 2)}\n`;
}

function termAsJson(term: Term): Record<string, string> {
  if (term.termType !== 'Literal')
    return { type: term.termType === 'BlankNode' ? 'bnode' : 'uri', value: term.value };
  if (term.language) return { type: 'literal', value: term.value, 'xml:lang': term.language };
  if (isPlain(term.datatype.value)) return { type: 'literal', value: term.value };
  return { type: 'literal', value: term.value, datatype: term.datatype.value };
}

const isPlain = (datatype: string) => datatype === 'http://www.w3.org/2001/XMLSchema#string';

/** SPARQL 1.1 Query Results CSV (§3): plain values, for spreadsheets. */
export function toCsv({ variables, rows }: Rows): string {
  const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const line = (fields: readonly string[]) => `${fields.map(field).join(',')}\r\n`;
  const plain = (term: Term | undefined) =>
    term ? (term.termType === 'BlankNode' ? `_:${term.value}` : term.value) : '';
  return line(variables) + rows.map((row) => line(variables.map((name) => plain(row[name])))).join('');
}

/**
 * SPARQL 1.1 Query Results TSV (§4): terms as Turtle writes them, so nothing is lost.
 * @throws Failure 7 where a term cannot be written so: a tab or line end in an IRI would make other columns and rows.
 */
export function toTsv({ variables, rows }: Rows): string {
  const line = (fields: readonly string[]) => `${fields.join('\t')}\n`;
  return (
    line(variables.map((name) => `?${name}`)) +
    rows.map((row) => line(variables.map((name) => (row[name] ? termAsTurtle(row[name]) : '')))).join('')
  );
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function termAsTurtle(term: Term): string {
  assertTerm(term);
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal') return `<${term.value}>`;
  const quoted = `"${term.value.replace(/[\\"\n\r\t]/g, (character) => escapes[character]!)}"`;
  if (term.language) return `${quoted}@${term.language}`;
  return isPlain(term.datatype.value) ? quoted : `${quoted}^^<${term.datatype.value}>`;
}

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
