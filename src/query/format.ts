import type { Term } from '@rdfjs/types';
import { assertTerm } from '../graph/assert-term.ts';
import { xsd } from '../graph/datatypes.ts';
import type { Answer, Rows } from './answer.ts';

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

const isPlain = (datatype: string) => datatype === `${xsd}string`;

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

/** A term as Turtle and SPARQL write it. */
export function termAsTurtle(term: Term): string {
  assertTerm(term);
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal') return `<${term.value}>`;
  const quoted = `"${term.value.replace(/[\\"\n\r\t]/g, (character) => escapes[character]!)}"`;
  if (term.language) return `${quoted}@${term.language}`;
  return isPlain(term.datatype.value) ? quoted : `${quoted}^^<${term.datatype.value}>`;
}

/**
 * JSON Lines: a row a line, by column, as programs want them; a column without a value is left out. Numbers and
 * truths are those of JSON where it has the same ones, so that types are lost; TSV and JSON keep them.
 */
export function toJsonLines({ variables, rows }: Rows): string {
  return rows
    .map((row) => {
      const bound = variables
        .filter((name) => row[name])
        .map((name) => [name, plainJson(row[name]!)] as const);
      return `${JSON.stringify(Object.fromEntries(bound))}\n`;
    })
    .join('');
}

const numbers = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger']);

function plainJson(term: Term): string | number | boolean {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal' || !term.datatype.value.startsWith(xsd)) return term.value;
  const type = term.datatype.value.slice(xsd.length);
  if (type === 'boolean') return term.value === 'true' || term.value === '1';
  const number = Number(term.value);
  const same = Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
  return numbers.has(type) && same && term.value.trim() !== '' ? number : term.value;
}
