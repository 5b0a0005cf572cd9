import type { ExportFile } from '../export/export-file.ts';
import { inCanonicalOrder } from '../export/tables.ts';
import type { Loaded } from '../project/load.ts';
import type { Project } from '../project/project.ts';
import { rowsOf } from '../query/answer.ts';
import { evaluate } from '../query/engine.ts';
import { termAsTurtle, toCsv, toSparqlJson } from '../query/format.ts';
import { type Query, readQueries } from '../query/library.ts';
import { bindParameters } from '../query/parameters.ts';
import { withValues } from '../query/tokens.ts';
import type { Answered } from './pages/questions.ts';

/** Asks every question of a project, with the values that it has by default. */
export async function answerQuestions(
  project: Project,
  { dataset, prefixes }: Pick<Loaded, 'dataset' | 'prefixes'>,
): Promise<Answered[]> {
  const inOrder = await inCanonicalOrder(dataset);
  const iris = () =>
    new Set([...dataset].flatMap(({ subject }) => (subject.termType === 'NamedNode' ? [subject.value] : [])));
  const answered: Answered[] = [];
  for (const query of await readQueries(project, 'questions')) {
    const { name, sparql, path, header, parameters, columns } = query;
    const isAskable = parameters.every(({ optional, default: value }) => optional || value !== undefined);
    const bindings = isAskable ? bindParameters(parameters, new Map(), { prefixes, iris }, path) : undefined;
    answered.push({
      name,
      summary: header.summary,
      description: header.description === undefined ? undefined : { en: header.description },
      sparql: withValues(
        sparql.replace(/^(?:#\+[^\n]*\n)+\s*/, ''),
        new Map([...(bindings ?? [])].map(([variable, value]) => [variable, termAsTurtle(value)])),
      ),
      columns,
      given: givenBy(query, bindings),
      answer: bindings && (await evaluate(sparql, inOrder, { path, base: project.config.base, bindings })),
    });
  }
  return answered;
}

const givenBy = (
  { parameters }: Query,
  bindings: ReturnType<typeof bindParameters> | undefined,
): Answered['given'] =>
  parameters.flatMap(({ name, variable, label }) => {
    const value = bindings?.get(variable);
    return value ? [[label, name, value] as const] : [];
  });

/** The answers as files to take away: all rows as CSV and JSON, and the query itself. */
export function* answerFiles(questions: readonly Answered[]): Generator<ExportFile> {
  for (const { name, answer, sparql } of questions) {
    yield { name: `questions/${name}.rq`, pieces: [sparql] };
    if (!answer) continue;
    if (answer.form !== 'ASK') yield { name: `questions/${name}.csv`, pieces: [toCsv(rowsOf(answer))] };
    yield {
      name: `questions/${name}.json`,
      pieces: [toSparqlJson(answer.form === 'ASK' ? answer : rowsOf(answer))],
    };
  }
}
