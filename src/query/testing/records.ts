import type { Quad, Term } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import { canonicalNQuads, canonicalQuads } from '../../graph/canonical.ts';
import { blankNode } from '../../graph/terms.ts';
import { parse } from '../../graph/parse.ts';
import { writeTurtle } from '../../graph/write.ts';
import { type Answer, type Row, rowsOf } from '../answer.ts';
import { toCsv, toJsonLines, toSparqlJson, toTsv } from '../format.ts';

/** The forms in which an answer is kept, by the ending of its file. */
export const endings = ['csv', 'tsv', 'json', 'srj', 'jsonl', 'ttl', 'trig', 'nt', 'nq'] as const;
export type Ending = (typeof endings)[number];

const ofRows = ['csv', 'tsv', 'json', 'srj', 'jsonl'];

/** The form in which an answer is kept that has none yet: one that people read. */
export const usualEnding = (answer: Answer): Ending =>
  answer.form === 'SELECT' ? 'csv' : answer.form === 'ASK' ? 'json' : 'ttl';

export interface RecordOptions {
  /** Whether the order of rows counts. */
  readonly ordered: boolean;
  readonly prefixes: ReadonlyMap<string, string>;
  /** Relative IRIs in an expected graph are resolved against this. */
  readonly base?: string | undefined;
}

/**
 * An answer as a file keeps it; blank nodes have names that do not change from run to run.
 * @throws Failure 3 where this kind of answer has no such form.
 */
export async function answerText(
  answer: Answer,
  ending: Ending,
  path: string,
  { ordered, prefixes }: RecordOptions,
): Promise<string> {
  const rows = ofRows.includes(ending);
  if (rows ? answer.form === 'ASK' && ending !== 'json' && ending !== 'srj' : answer.form !== 'CONSTRUCT')
    throw new Failure(exit.unreadable, `The answer of a ${answer.form} is not kept as .${ending}`, {
      file: path,
      hint: `Keep it as expected.${usualEnding(answer)}: \`meent test --update\` writes it.`,
    });
  if (answer.form === 'CONSTRUCT' && !rows)
    return ending === 'nt' || ending === 'nq'
      ? canonicalNQuads(answer.quads)
      : writeTurtle(await canonicalQuads(answer.quads), prefixes);
  if (answer.form === 'ASK') return toSparqlJson(answer);
  const { variables, rows: found } = rowsOf(answer);
  const named = {
    form: 'SELECT',
    variables,
    rows: nameBlankNodes(inOrder(found, variables, ordered)),
  } as const;
  switch (ending) {
    case 'csv':
      return toCsv(named);
    case 'tsv':
      return toTsv(named);
    case 'jsonl':
      return toJsonLines(named);
    default:
      return toSparqlJson(named);
  }
}

/** Rows in the order of their text, blank nodes aside, where the query gives them none. */
function inOrder(rows: readonly Row[], variables: readonly string[], ordered: boolean): readonly Row[] {
  if (ordered) return rows;
  const plain = (term: Term | undefined): Term | undefined =>
    term?.termType === 'BlankNode' ? blankNode('b') : term;
  const keyed = rows.map((row) => {
    const masked = Object.fromEntries(variables.map((name) => [name, plain(row[name])])) as Row;
    return { row, key: toTsv({ form: 'SELECT', variables, rows: [masked] }) };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function nameBlankNodes(rows: readonly Row[]): Row[] {
  const names = new Map<string, Term>();
  const named = (term: Term): Term => {
    if (term.termType !== 'BlankNode') return term;
    if (!names.has(term.value)) names.set(term.value, blankNode(`b${names.size}`));
    return names.get(term.value)!;
  };
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, term]) => [name, named(term)])),
  );
}

/**
 * What an answer says in parts that can be held against those of another: rows, or the lines of one readable
 * Turtle of a graph, whatever the form in which it is kept.
 */
export async function recordsOf(
  text: string,
  ending: Ending,
  path: string,
  { ordered, prefixes, base }: RecordOptions,
): Promise<string[]> {
  if (!ofRows.includes(ending)) {
    const { quads } = await parse(text, { path, base });
    const triples: readonly Quad[] = await canonicalQuads(quads);
    return writeTurtle(triples, prefixes).trimEnd().split('\n');
  }
  const [head, ...rows] =
    ending === 'json' || ending === 'srj' ? jsonRecords(text, path) : ['', ...lines(text)];
  if (ending === 'json' || ending === 'srj') return [head!, ...(ordered ? rows : [...rows].sort())];
  const [columns, ...body] = ending === 'jsonl' ? [[], ...rows] : [[rows[0] ?? ''], ...rows.slice(1)];
  return [...(columns as string[]), ...((ordered ? body : [...body].sort()) as string[])];
}

/** Lines, but for line ends between quotation marks, which belong to a field (RFC 4180 §2.6). */
const lines = (text: string): string[] => text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? [];

function jsonRecords(text: string, path: string): string[] {
  try {
    const { head, boolean, results } = JSON.parse(text) as {
      head?: { vars?: unknown };
      boolean?: unknown;
      results?: { bindings?: readonly Record<string, Record<string, string>>[] };
    };
    if (!results) return [JSON.stringify({ boolean })];
    // Keys in one order: it means nothing.
    const sorted = (each: object): [string, unknown][] =>
      Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = (results.bindings ?? []).map((row) =>
      JSON.stringify(
        Object.fromEntries(
          sorted(row).map(([name, term]) => [name, Object.fromEntries(sorted(term as object))]),
        ),
      ),
    );
    return [JSON.stringify(head?.vars ?? []), ...rows];
  } catch (cause) {
    throw new Failure(exit.unreadable, `Not valid JSON: ${(cause as Error).message}`, { file: path, cause });
  }
}
