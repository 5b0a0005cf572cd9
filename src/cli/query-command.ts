import { exit, Failure } from '../failure.ts';
import type { Dataset } from '../graph/dataset.ts';
import { loadData } from '../project/load.ts';
import { openProject } from '../project/project.ts';
import { saveFiles } from '../project/save.ts';
import { bindVariables } from '../query/bind.ts';
import { assertColumns } from '../query/contract.ts';
import { evaluate, parseQuery } from '../query/engine.ts';
import { warmUp } from '../query/engines.ts';
import { told } from '../query/evaluations.ts';
import { readQuery } from '../query/library.ts';
import { firstOf, limitRows } from '../query/limit.ts';
import { bindParameters } from '../query/parameters.ts';
import { answerAsText } from './answer.ts';
import { answerEndings, type AnswerFormat, answerFormats } from './answer-formats.ts';
import { askedQuery, withPrefixes } from './asked-query.ts';
import type { Setting } from './command.ts';
import { explainQuery } from './query-explain.ts';
import { listQueries, queriesAsJson } from './query-list.ts';
import { inputsOf, remoteOf, type SourceOptions } from './query-sources.ts';
import { readTargets } from './targets.ts';
import { say } from './words.ts';

export interface QueryCommandOptions extends SourceOptions {
  /** A query on the command line, with the project's prefixes. */
  readonly expression?: string | undefined;
  /** Values of parameters, `name=value`. */
  readonly variable: readonly string[];
  readonly format?: AnswerFormat | undefined;
  /** Files to write the answer to, `file` or `format:file`. */
  readonly output: readonly string[];
  /** Most rows or triples. */
  readonly limit?: number | undefined;
  readonly explain: boolean;
  readonly list: boolean;
}

/** `meent query`: answers a query that has a name, stands in a file, comes on stdin or on the command line. */
export async function queryCommand(
  { console, language, version, project: folder }: Setting,
  name: string | undefined,
  options: QueryCommandOptions,
): Promise<number> {
  const targets = readTargets(options.output, answerFormats, answerEndings);
  const given = givenValues(options.variable);
  const project = openProject(folder, process.cwd(), inputsOf(options, name));
  const remote = remoteOf(options, project, { version, console });
  if (options.list) {
    const asJson = options.format === 'json';
    console.out(await (asJson ? queriesAsJson(project) : listQueries(project, language)));
    return exit.fine;
  }
  warmUp();
  const asked = await askedQuery(project, name, options.expression, console.read);
  const data = await loadData(project);
  const sparql = options.expression === undefined ? asked.sparql : withPrefixes(asked.sparql, data.prefixes);
  const query = readQuery(sparql, asked.path);
  const { path } = query;
  const base = project.config.base;
  const bindings = bindParameters(
    query.parameters,
    given,
    { prefixes: data.prefixes, iris: () => described(data.dataset) },
    path,
  );
  const parsed = await told({ path, remote: false }, () => parseQuery(sparql, { path, base }));
  assertColumns(query, parsed);
  const bound = bindVariables(parsed, bindings);
  const { limit } = options;
  // One more than is wanted, to know whether there is more.
  const operation = limit === undefined ? bound : limitRows(bound, limit + 1);
  if (options.explain) {
    console.out(explainQuery({ query, operation, bindings, given: new Set(given.keys()), data }, language));
    return exit.fine;
  }
  const dataset = options.data || remote.endpoints.length === 0 ? data.dataset : undefined;
  const whole = await evaluate(operation, dataset, { path, base, remote, maxRows: options.maxRows });
  const { answer, more } = limit === undefined ? { answer: whole, more: false } : firstOf(whole, limit);
  const style = { prefixes: data.prefixes, context: project.context, language };
  const files = await Promise.all(
    targets.map(async (target) => ({
      path: target.path,
      text: await answerAsText(answer, target.format, { ...style, width: undefined }),
    })),
  );
  if (files.length === 0 || options.format)
    console.out(await answerAsText(answer, options.format, { ...style, width: console.width }));
  await saveFiles(files);
  if (more) console.err(`${say(language, 'more', { limit: limit! })}\n`);
  return exit.fine;
}

function givenValues(variables: readonly string[]): Map<string, string> {
  return new Map(
    variables.map((variable) => {
      const [, name, value] = /^([^=]+)=([^]*)$/.exec(variable) ?? [];
      if (name === undefined)
        throw new Failure(exit.usage, `Not a parameter: ${variable}`, { hint: 'Write it as name=value.' });
      return [name, value!] as const;
    }),
  );
}

const described = (dataset: Dataset): Set<string> =>
  new Set([...dataset].flatMap(({ subject }) => (subject.termType === 'NamedNode' ? [subject.value] : [])));
