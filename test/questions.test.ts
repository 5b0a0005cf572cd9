import { describe, expect, it } from 'vitest';
import { Dataset } from '../src/graph/dataset.ts';
import { evaluate, type Row } from '../src/query/engine.ts';
import { toCsv } from '../src/query/format.ts';
import { type Query, readQueries } from '../src/query/library.ts';
import { bindParameters } from '../src/query/parameters.ts';
import { ownGraph, ownProject } from './support.ts';

const questions = await readQueries(ownProject(), 'questions');

const keywords =
  'as|asc|bind|by|desc|distinct|exists|filter|graph|group|having|in|lang|limit|minus|not|optional|order|prefix|select|str|union|values|where';

/** The query without header, comments, IRIs and strings. */
const codeOf = ({ sparql }: Query): string => sparql.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, ' ');

async function answerTo({ sparql, parameters, path }: Query, dataset: Dataset) {
  const bindings = bindParameters(parameters, new Map(), { prefixes: new Map(), iris: () => [] });
  const answer = await evaluate(sparql, dataset, { path, bindings });
  if (answer.form !== 'SELECT') throw new Error(`${path} is a ${answer.form}`);
  return answer;
}

describe.each(questions)('$name', (question) => {
  const { name, header, sparql, parameters } = question;
  const code = codeOf(question);

  it('asks a question of one line in both languages', () => {
    expect(Object.keys(header.summary).sort()).toEqual(['en', 'nl']);
    for (const each of Object.values(header.summary)) expect(each).toMatch(/^[^?\n]+\?$/);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sparql).toMatch(/^(#\+ .*\n)+\n(PREFIX .*\n)+\n\S/);
  });

  it('is a SELECT that names its columns and puts its rows in order', () => {
    expect(code).toMatch(/^\s*(PREFIX \S+\s+)+SELECT (DISTINCT )?[?(]/);
    expect(code).not.toMatch(/SELECT\s+(DISTINCT\s+)?\*/);
    expect(code).toMatch(/\n\}\n(GROUP BY .*\n)?ORDER BY .*\n*$/);
    expect(code).not.toMatch(/\?[a-z]\b/);
  });

  it('writes keywords in capitals, and the prefixes that it uses in order', () => {
    expect(code.match(new RegExp(`(?<![?:\\w-])(${keywords})(?![\\w:-])`, 'g'))).toBeNull();
    const declared = [...sparql.matchAll(/^PREFIX ([\w-]+):/gm)].map((match) => match[1]!);
    const used = new Set([...code.matchAll(/(?<![\w?-])([a-z][\w-]*):[A-Za-z]/g)].map((match) => match[1]!));
    expect(declared).toEqual([...used].sort());
  });

  it('has a default and a label for each parameter', () => {
    for (const { type, default: value, label } of parameters) {
      expect(value).toMatch(type === 'iri' ? /^https:\/\// : /./);
      expect(Object.keys(label ?? {}).sort()).toEqual(['en', 'nl']);
    }
  });

  it('has an answer, with a name beside every IRI', async () => {
    const answer = await answerTo(question, (await ownGraph()).dataset);
    expect(answer.rows).not.toEqual([]);
    expect(answer.rows.flatMap((row) => namelessIris(answer.variables, row))).toEqual([]);
  });

  it('gives the same answer when the data is read in another order', async () => {
    const { dataset } = await ownGraph();
    const [answer, other] = [
      await answerTo(question, dataset),
      await answerTo(question, new Dataset([...dataset].reverse())),
    ];
    expect(toCsv(other)).toBe(toCsv(answer));
  });
});

/** Columns with an IRI in this row that have no words in the next column. */
function namelessIris(columns: readonly string[], row: Row): string[] {
  return columns.filter((column, index) => {
    const next = row[columns[index + 1] ?? ''];
    return row[column]?.termType === 'NamedNode' && next?.termType !== 'Literal';
  });
}
