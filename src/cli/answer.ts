import { exit, Failure } from '../failure.ts';
import { canonicalNQuads, canonicalQuads } from '../graph/canonical.ts';
import { shorten } from '../graph/shorten.ts';
import { writeTurtle } from '../graph/write.ts';
import { readJson } from '../project/read-text.ts';
import type { ProjectFile } from '../project/files.ts';
import { type Answer, rowsOf } from '../query/answer.ts';
import { toCsv, toJsonLines, toSparqlJson, toTsv } from '../query/format.ts';
import { toTable } from '../query/table.ts';
import { type AnswerFormat, formsOf } from './answer-formats.ts';
import { type Language, say } from './words.ts';

/** What a form needs beside the answer. */
export interface AnswerStyle {
  readonly prefixes: ReadonlyMap<string, string>;
  /** The JSON-LD context. */
  readonly context: ProjectFile;
  readonly language: Language;
  /** Columns of the terminal; undefined where there is none. */
  readonly width: number | undefined;
}

/**
 * An answer as text: rows as a table, triples as Turtle, unless another form is asked for. Triples are rows too,
 * of a subject, a predicate and an object.
 * @throws Failure 2 where the answer has no such form.
 */
export async function answerAsText(
  answer: Answer,
  format: AnswerFormat | undefined,
  { prefixes, context, language, width }: AnswerStyle,
): Promise<string> {
  const chosen = format ?? formsOf[answer.form][0]!;
  if (!formsOf[answer.form].includes(chosen)) throw noSuchForm(answer.form, chosen);
  const quads = answer.form === 'CONSTRUCT' ? answer.quads : [];
  switch (chosen) {
    case 'turtle':
    case 'trig':
      return writeTurtle(await canonicalQuads(quads), prefixes);
    case 'ntriples':
    case 'nquads':
      return canonicalNQuads(quads);
    case 'jsonld': {
      const { toJsonLd } = await import('../export/json-ld.ts');
      return toJsonLd(quads, (await readJson(context)) as never);
    }
    case 'json':
      return toSparqlJson(answer.form === 'ASK' ? answer : rowsOf(answer));
    case 'csv':
      return toCsv(rowsOf(answer));
    case 'tsv':
      return toTsv(rowsOf(answer));
    case 'jsonl':
      return toJsonLines(rowsOf(answer));
    case 'table': {
      if (answer.form === 'ASK') return `${say(language, answer.truth ? 'yes' : 'no')}\n`;
      const rows = rowsOf(answer);
      if (rows.rows.length === 0) return `${say(language, 'noRows')}\n`;
      return toTable(rows, { width, shorten: (iri) => shorten(iri, prefixes) });
    }
  }
}

const noSuchForm = (form: Answer['form'], format: AnswerFormat): Failure =>
  new Failure(exit.usage, `${form === 'ASK' ? 'An' : 'A'} ${form} cannot be written as ${format}`, {
    hint: `${Object.entries(formsOf)
      .map(([each, formats]) => `${each} gives ${formats.join(', ')}`)
      .join('; ')}.`,
  });
