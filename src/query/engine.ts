import type { Term } from '@rdfjs/types';
import type { QueryEngine } from '@comunica/query-sparql';
import { exit, Failure } from '../failure.ts';
import type { Operation } from './algebra.ts';
import type { Answer, Row } from './answer.ts';
import { bindVariables } from './bind.ts';
import { fromEngine, toEngine } from './blank-nodes.ts';
import { withConditions } from './conditions.ts';
import { instantiate } from './construct.ts';
import type { Source } from './join.ts';
import { asSourceNeeds, querySource } from './source.ts';

export type { Answer, Row, Source };

export interface EvaluateOptions {
  /** The query's file, or another name for it in messages. */
  readonly path: string;
  /** Values of variables, by name without question mark. */
  readonly bindings?: ReadonlyMap<string, Term> | undefined;
  /** Relative IRIs in the query are resolved against this. */
  readonly base?: string | undefined;
}

// Making an engine costs as much as a hundred queries, and importing it more: one, and only when asked.
let engine: Promise<QueryEngine> | undefined;
const start = () =>
  (engine ??= import('@comunica/query-sparql').then((comunica) => new comunica.QueryEngine()));

/** Where Comunica looks for sources that need no identifying. */
const querySources = '@comunica/bus-query-operation:querySources';

/** Begins to load the query engine, so that it is ready when the first query comes. */
export function warmUp(): void {
  // A failure to load shows when the engine is used.
  start().catch(() => undefined);
}

/**
 * Answers a SPARQL 1.1 query over a dataset; its default graph is the union of all graphs.
 * The quads of a CONSTRUCT or DESCRIBE come each once. Nothing is fetched.
 * @throws Failure 3 where the query cannot be parsed or run, 4 where it is an update or asks a service.
 */
export async function evaluate(
  sparql: string | Operation,
  dataset: Source,
  options: EvaluateOptions,
): Promise<Answer> {
  const { path, bindings, base } = options;
  const asked = typeof sparql === 'string' ? await parseQuery(sparql, { path, base }) : sparql;
  const operation = bindings ? bindVariables(asked, enginesOwn(bindings)) : asked;
  // Comunica fills in the whole template for every solution, and takes longer for that than for the solutions.
  if (operation.type === 'construct') {
    const answer = await evaluate(operation.input, dataset, { ...options, bindings: undefined });
    const rows = answer.form === 'SELECT' ? answer.rows : [];
    return { form: 'CONSTRUCT', quads: instantiate(operation.template, rows) };
  }
  const comunica = await start();
  let refused: Failure | undefined;
  const { query, conditions } = withConditions(operation);
  const source = querySource(dataset, conditions);
  const context: Record<string, unknown> = {
    [querySources]: [{ source }],
    distinctConstruct: true,
    fetch: (address: string | Request) => {
      refused = refusedService(path, typeof address === 'string' ? address : address.url);
      return Promise.reject(refused);
    },
  };
  if (base) context['baseIRI'] = base;
  const answer = await comunica
    .query(asSourceNeeds(query) as never, context as never)
    .then(collect)
    .catch((cause: Error) => {
      throw refused ?? asFailure(cause, typeof sparql === 'string' ? sparql : '', path);
    });
  // A service that is asked SILENTly is refused aloud: without it the answer is another one.
  if (refused) throw refused;
  if (!answer) throw refusedUpdate(path);
  return answer;
}

const enginesOwn = (bindings: ReadonlyMap<string, Term>): Map<string, Term> =>
  new Map([...bindings].map(([name, term]) => [name, toEngine(term)]));

/** The whole answer; undefined where the query was an update. */
async function collect(result: Awaited<ReturnType<QueryEngine['query']>>): Promise<Answer | undefined> {
  switch (result.resultType) {
    case 'bindings': {
      const variables = (await result.metadata()).variables.map((variable) => variable.value);
      const rows: Row[] = [];
      for (const solution of await (await result.execute()).toArray())
        // Without a prototype: a variable may be called as something that every object has.
        rows.push({
          __proto__: null,
          ...Object.fromEntries(
            [...solution].map(([variable, term]) => [variable.value, fromEngine(term as Term)]),
          ),
        } as never);
      return { form: 'SELECT', variables, rows };
    }
    case 'quads':
      return { form: 'CONSTRUCT', quads: await (await result.execute()).toArray() };
    case 'boolean':
      return { form: 'ASK', truth: await result.execute() };
    default:
      return undefined;
  }
}

/**
 * Reads a query without answering it.
 * @throws Failure 3 where it cannot be parsed.
 */
export async function parseQuery(
  sparql: string,
  { path, base }: Pick<EvaluateOptions, 'path' | 'base'>,
): Promise<Operation> {
  if (isEmpty(sparql)) throw new Failure(exit.unreadable, 'There is no query', { file: path });
  const comunica = await start();
  const context = { sources: [], ...(base && { baseIRI: base }) };
  const explained = await comunica.explain(sparql, context as never, 'parsed').catch((cause: Error) => {
    throw asFailure(cause, sparql, path);
  });
  return explained.data as Operation;
}

/** Says in one line what is wrong with a query, and on which line where the engine tells. */
function asFailure(cause: Error, sparql: string, path: string): Failure {
  if (cause.message.startsWith('RDF updating failed')) return refusedUpdate(path);
  const [, offset] = /at offset: (\d+)/.exec(cause.message) ?? [];
  const [, prefix] = /^Unknown prefix: (.*)$/.exec(cause.message) ?? [];
  const [, parsed] = /^Parse error on line (\d+)/.exec(cause.message) ?? [];
  const endsEarly = cause.message.startsWith('Parse error') && /but found\W*$/.test(cause.message);
  const line =
    (endsEarly && sparql.trimEnd().split('\n').length) ||
    (parsed && Number(parsed)) ||
    (offset && lineAt(sparql, Number(offset))) ||
    (prefix !== undefined && lineAt(sparql, sparql.search(new RegExp(`\\b${prefix}:`)))) ||
    undefined;
  const message = (endsEarly ? 'it ends too early' : cause.message)
    .replace(/Expecting: [^]*but found: ('.*')[^]*/, 'did not expect $1')
    .replace(/\s+/g, ' ');
  return new Failure(exit.unreadable, `Cannot run the query: ${message}`, {
    file: path,
    line,
    hint: prefix === undefined ? undefined : `Declare it: PREFIX ${prefix}: <…>.`,
    cause,
  });
}

const refusedUpdate = (path: string) =>
  new Failure(exit.unsupported, 'This is an update, and only reading is allowed', {
    file: path,
    hint: 'Use SELECT, ASK, CONSTRUCT or DESCRIBE.',
  });

const refusedService = (path: string, address: string) =>
  new Failure(exit.unsupported, `The query asks ${address}, and nothing is fetched`, {
    file: path,
    hint: 'Ask only what stands in the project; save what you need from elsewhere in data/enrichment/.',
  });

/** Whether nothing stands in a query but prefixes and comments. */
const isEmpty = (sparql: string) =>
  !sparql
    .replace(/<[^<>\s]*>|#.*/g, '')
    .replace(/\b(PREFIX\s+\S*:|BASE\b)/gi, '')
    .trim();

const lineAt = (text: string, offset: number): number =>
  text.slice(0, Math.max(0, offset)).split('\n').length;
