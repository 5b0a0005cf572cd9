import { relative, resolve } from 'node:path';
import { exit, Failure } from '../failure.ts';
import { canonicalNQuads } from '../graph/canonical.ts';
import type { Dataset } from '../graph/dataset.ts';
import { inLanguage } from '../graph/language-map.ts';
import { resolveIri } from '../graph/resolve-iri.ts';
import { shorten } from '../graph/shorten.ts';
import { writeTurtle } from '../graph/write.ts';
import { type Loaded, loadData, readText } from '../project/load.ts';
import { openProject, type Project, type QueryFolder } from '../project/project.ts';
import { type Answer, evaluate, warmUp } from '../query/engine.ts';
import { toCsv, toSparqlJson, toTable, toTsv } from '../query/format.ts';
import { readHeader } from '../query/header.ts';
import { findQuery, readQueries } from '../query/library.ts';
import { bindParameters, parametersOf } from '../query/parameters.ts';
import type { Setting } from './command.ts';
import { inputsOf, remoteOf, type SourceOptions } from './query-sources.ts';
import { type Language, say } from './words.ts';

export const queryFormats = ['table', 'csv', 'tsv', 'json', 'turtle', 'nquads', 'jsonld'] as const;
export type QueryFormat = (typeof queryFormats)[number];

export interface QueryCommandOptions extends SourceOptions {
  /** A query on the command line, with the project's prefixes. */
  readonly expression?: string | undefined;
  /** Values of parameters, `name=value`. */
  readonly variable: readonly string[];
  readonly format?: QueryFormat | undefined;
  readonly list: boolean;
}

/** `meent query`: answers a query that has a name, stands in a file, comes on stdin or on the command line. */
export async function queryCommand(
  { console, language, version, project: folder }: Setting,
  name: string | undefined,
  options: QueryCommandOptions,
): Promise<number> {
  const project = openProject(folder, process.cwd(), inputsOf(options, name));
  const remote = remoteOf(options, project, { version, console });
  if (options.list) {
    console.out(await listQueries(project, language));
    return exit.fine;
  }
  warmUp();
  const asked = await askedQuery(project, name, options.expression, console.read);
  const data = await loadData(project);
  const sparql = options.expression === undefined ? asked.sparql : withPrefixes(asked.sparql, data.prefixes);
  const defaults = asked.sparql.startsWith('#+')
    ? (readHeader(asked.sparql, asked.path, []).defaults ?? {})
    : {};
  const bindings = bindParameters(asked.sparql, givenValues(options.variable), defaults, (value) =>
    resolveIri(value, data.prefixes, described(data.dataset)),
  );
  const answer = await evaluate(
    sparql,
    options.data || remote.endpoints.length === 0 ? data.dataset : undefined,
    {
      path: asked.path,
      bindings,
      base: project.config.base,
      remote,
      maxRows: options.maxRows,
    },
  );
  console.out(await formatAnswer(answer, options.format, { project, data, language, width: console.width }));
  return exit.fine;
}

interface AskedQuery {
  readonly sparql: string;
  readonly path: string;
}

async function askedQuery(
  project: Project,
  name: string | undefined,
  expression: string | undefined,
  read: () => Promise<string>,
): Promise<AskedQuery> {
  if ((name === undefined) === (expression === undefined))
    throw new Failure(exit.usage, 'Give either the name of a query or a query with -e', {
      hint: '`meent query --list` shows the names.',
    });
  if (expression !== undefined) return { sparql: expression, path: '-e' };
  if (name === '-') return { sparql: await read(), path: '-' };
  const path = resolve(name!);
  const file = /[/\\]|\.rq$/.test(name!)
    ? { path, shown: relative(process.cwd(), path) }
    : findQuery(project, name!);
  return { sparql: await readText(file), path: file.shown };
}

/** The prefixes on the same line as the query, so that an error's line is still right. */
function withPrefixes(sparql: string, prefixes: ReadonlyMap<string, string>): string {
  return `${[...prefixes].map(([prefix, name]) => `PREFIX ${prefix}: <${name}> `).join('')}${sparql}`;
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

interface FormatContext {
  readonly project: Project;
  readonly data: Loaded;
  readonly language: Language;
  readonly width: number | undefined;
}

async function formatAnswer(
  answer: Answer,
  format: QueryFormat | undefined,
  context: FormatContext,
): Promise<string> {
  const { prefixes } = context.data;
  if (answer.form === 'CONSTRUCT')
    switch (format ?? 'turtle') {
      case 'turtle':
        return writeTurtle(answer.quads, prefixes);
      case 'nquads':
        return canonicalNQuads(answer.quads);
      case 'jsonld': {
        const { toJsonLd } = await import('../export/json-ld.ts');
        return toJsonLd(answer.quads, JSON.parse(await readText(context.project.context)) as never);
      }
    }
  else if (answer.form === 'ASK')
    switch (format ?? 'table') {
      case 'table':
        return `${say(context.language, answer.truth ? 'yes' : 'no')}\n`;
      case 'json':
        return toSparqlJson(answer);
    }
  else
    switch (format ?? 'table') {
      case 'table':
        if (answer.rows.length === 0) return `${say(context.language, 'noRows')}\n`;
        return toTable(answer, { width: context.width, shorten: (iri) => shorten(iri, prefixes) });
      case 'csv':
        return toCsv(answer);
      case 'tsv':
        return toTsv(answer);
      case 'json':
        return toSparqlJson(answer);
    }
  throw new Failure(exit.usage, `A ${answer.form} cannot be written as ${format}`, {
    hint: 'SELECT gives table, csv, tsv or json; ASK table or json; CONSTRUCT turtle, nquads or jsonld.',
  });
}

async function listQueries(project: Project, language: Language): Promise<string> {
  const folders: readonly QueryFolder[] = ['questions', 'exports', 'checks'];
  const sections = await Promise.all(
    folders.map(async (folder) => {
      const queries = await readQueries(project, folder);
      const width = Math.max(0, ...queries.map(({ name }) => name.length));
      const lines = queries.map(({ name, header, sparql }) => {
        const parameters = parametersOf(sparql).map((parameter) => ` -v ${parameter.name}=…`);
        return `  ${name.padEnd(width)}  ${inLanguage(header.summary, [language])}${parameters.join('')}\n`;
      });
      return `queries/${folder}\n${lines.join('')}`;
    }),
  );
  return sections.join('\n');
}
