import type { Bindings, Term } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { reachOf } from '../fetch/origins.ts';
import {
  choosesGraphs,
  isUpdate,
  type Operation,
  operationsIn,
  selectedBy,
  termsIn,
  type TriplePattern,
} from './algebra.ts';
import type { Answer, Row } from './answer.ts';
import { bindVariables } from './bind.ts';
import { fromEngine, toEngine } from './blank-nodes.ts';
import { withStandIns } from './stand-ins.ts';
import { Instances } from './construct.ts';
import { asConstruct } from './constructs.ts';
import { type Result, start } from './engines.ts';
import { told } from './evaluations.ts';
import { assertSendable, guardFunctions } from './outgoing.ts';
import { asFailure, isEmpty, refusedUpdate, tooManyRows } from './query-failures.ts';
import { Asking, type Remote, servicesIn } from './remote.ts';
import type { Source } from './join.ts';
import { asSourceNeeds, querySource } from './source.ts';

export type { Answer, Remote, Row, Source };

export interface EvaluateOptions {
  /** The query's file, or another name for it in messages. */
  readonly path: string;
  /** Values of variables, by name without question mark. */
  readonly bindings?: ReadonlyMap<string, Term> | undefined;
  /** Relative IRIs in the query are resolved against this. */
  readonly base?: string | undefined;
  /** The others that may be asked; nobody where it is absent. */
  readonly remote?: Remote | undefined;
  /** An answer with more rows or triples than this is refused. */
  readonly maxRows?: number | undefined;
}

/** Where Comunica looks for sources that need no identifying. */
const querySources = '@comunica/bus-query-operation:querySources';

/**
 * Answers a SPARQL 1.1 query over a dataset; its default graph is the union of all graphs.
 * The quads of a CONSTRUCT or DESCRIBE come each once. Nothing is fetched but what `remote` allows.
 * @param dataset what is asked; undefined where only the endpoints of `remote` are.
 * @throws Failure 3 where the query cannot be parsed or run, 4 where it is an update or asks a service that is not
 *   allowed, 5 where a service fails, 6 where the answer has too many rows.
 */
export async function evaluate(
  sparql: string | Operation,
  dataset: Source | undefined,
  options: EvaluateOptions,
): Promise<Answer> {
  const { path, base, bindings, remote = nobody } = options;
  // The time that loading takes is not the query's.
  await start();
  const asked =
    typeof sparql === 'string'
      ? await told({ path, remote: false }, () => parseQuery(sparql, { path, base }))
      : sparql;
  if (isUpdate(asked)) throw refusedUpdate(path);
  const operation = bindings ? bindVariables(asked, enginesOwn(bindings)) : asked;
  const services = [...servicesIn(operation, path)];
  for (const service of services) reachOf(URL.parse(service), service, remote.origins, path);
  const isRemote = services.length + remote.endpoints.length > 0;
  // What was counted for another query may no longer be so.
  if (isRemote) await (await start({ asksOthers: true })).invalidateHttpCache();
  const text = typeof sparql === 'string' ? sparql : '';
  return told({ path, remote: isRemote }, () =>
    isRemote ? askOthers(operation, dataset, text, options) : run(operation, dataset, text, options),
  );
}

const nobody: Remote = { origins: new Map(), endpoints: [], seconds: 0, bytes: 0, userAgent: '' };

async function run(
  operation: Operation,
  dataset: Source | undefined,
  text: string,
  options: EvaluateOptions,
  context: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const { path, maxRows = Infinity } = options;
  const asked = operation.type === 'construct' ? operation.input : operation;
  try {
    const result = await ask(asked, dataset, options, context);
    // Comunica fills in the whole template for every solution, and takes longer for that than for the solutions.
    const answer =
      operation.type === 'construct' && result.resultType === 'bindings'
        ? await construct(operation.template, await result.execute(), maxRows, path)
        : await collect(result, selectedBy(asked), maxRows, path);
    if (answer) return answer;
  } catch (cause) {
    throw cause instanceof Failure ? cause : asFailure(cause as Error, text, path);
  }
  throw refusedUpdate(path);
}

async function ask(
  operation: Operation,
  dataset: Source | undefined,
  { base }: EvaluateOptions,
  context: Readonly<Record<string, unknown>>,
): Promise<Result> {
  const comunica = await start({ asksOthers: 'fetch' in context });
  // What stands for a filter in a pattern is nothing to an endpoint.
  const { query, relations } = 'sources' in context ? { query: operation } : withStandIns(operation);
  return comunica.query(
    asSourceNeeds(query) as never,
    {
      ...(dataset && {
        [querySources]: [{ source: querySource(dataset, relations, { patternsOnly: choosesGraphs(query) }) }],
      }),
      distinctConstruct: true,
      ...(base && { baseIRI: base }),
      fetch: refuse,
      ...context,
    } as never,
  );
}

/** The triples of a template, made while solutions come: those would take more room than what is made of them. */
async function construct(
  template: readonly TriplePattern[],
  solutions: Stream<Bindings>,
  maxRows: number,
  path: string,
): Promise<Answer> {
  const instances = new Instances(template);
  for await (const solution of solutions)
    instances.add((variable) => {
      const term = solution.get(variable);
      return term && fromEngine(term);
    });
  const { quads } = instances;
  if (quads.length > maxRows) throw tooManyRows(maxRows, path);
  return { form: 'CONSTRUCT', quads };
}

const refuse = (address: string | Request) =>
  Promise.reject(new Error(`Nothing is fetched: ${typeof address === 'string' ? address : address.url}`));

/** Answers a query for which others are asked. */
async function askOthers(
  operation: Operation,
  dataset: Source | undefined,
  text: string,
  options: EvaluateOptions,
): Promise<Answer> {
  const { path, remote = nobody } = options;
  const { endpoints } = remote;
  assertSendable(termsIn(operation), path);
  if (dataset) assertSendable(termsOf(dataset), path);
  const asking = new Asking(remote, path);
  const sources = [...(dataset ? [dataset] : []), ...endpoints.map((value) => ({ type: 'sparql', value }))];
  const asked = asConstruct(operation) ?? operation;
  // One who answers alone is sent the query as it is.
  const isMixed = dataset !== undefined || endpoints.length > 1;
  const answering = run(isMixed ? guardFunctions(asked) : asked, dataset, text, options, {
    fetch: asking.fetch,
    ...(endpoints.length > 0 && { sources }),
  });
  const answer = await (asksSilently(asked) ? answering : Promise.race([answering, asking.failed])).catch(
    (error: unknown) => {
      throw asking.failures[0] ?? error;
    },
  );
  for (const message of new Set(asking.failures.map((failure) => failure.message))) remote.warn?.(message);
  return answer;
}

const asksSilently = (operation: Operation): boolean =>
  [...operationsIn(operation)].some((each) => each.type === 'service' && each.silent);

function* termsOf(dataset: Source): Generator<Term> {
  for (const { subject, predicate, object, graph } of dataset.match())
    yield* [subject, predicate, object, graph];
}

const enginesOwn = (bindings: ReadonlyMap<string, Term>): Map<string, Term> =>
  new Map([...bindings].map(([name, term]) => [name, toEngine(term)]));

/** The whole answer; undefined where the query was an update. */
async function collect(
  result: Result,
  selected: readonly string[] | undefined,
  maxRows: number,
  path: string,
): Promise<Answer | undefined> {
  switch (result.resultType) {
    case 'bindings': {
      // The engine forgets what is selected where it sees at once that nothing can be found.
      const variables = selected ?? (await result.metadata()).variables.map(({ value }) => value);
      const rows = (await upTo(maxRows, await result.execute(), path)).map((solution): Row => {
        // Without a prototype: a variable may be called as something that every object has.
        const row = Object.create(null) as Record<string, Term>;
        for (const [variable, term] of solution) row[variable.value] = fromEngine(term as Term);
        return row;
      });
      return { form: 'SELECT', variables, rows };
    }
    case 'quads':
      return { form: 'CONSTRUCT', quads: await upTo(maxRows, await result.execute(), path) };
    case 'boolean':
      return { form: 'ASK', truth: await result.execute() };
    default:
      return undefined;
  }
}

/** Everything that a stream gives; of more than was asked for, nothing. */
async function upTo<T>(limit: number, stream: Stream<T>, path: string): Promise<T[]> {
  const all = await (limit === Infinity ? stream : stream.take(limit + 1)).toArray();
  if (all.length <= limit) return all;
  throw tooManyRows(limit, path);
}

interface Stream<T> extends AsyncIterable<T> {
  take(limit: number): Stream<T>;
  toArray(): Promise<T[]>;
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
