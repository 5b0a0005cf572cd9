import type { Failure } from '../../failure.ts';
import { answerTo, type Asking, type Kept } from '../answers.ts';
import { inBatches } from './batches.ts';
import { broken, iriOf, jsonOf, type Manifest, readManifest } from './manifest.ts';
import { faultIn } from './messages.ts';

/** A question about one thing, as the API has it (0.2 §4.1). */
export interface Query {
  readonly query: string;
  readonly type?: string | readonly string[];
  readonly type_strict?: 'any' | 'should' | 'all';
  readonly limit?: number;
  readonly properties?: readonly { readonly pid: string; readonly v: unknown }[];
}

/** Something that a service takes for what was asked for. */
export interface Candidate {
  readonly iri: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** What the service makes of it, on a scale of its own. */
  readonly score: number;
  /** Whether the service is sure; it is one opinion among others. */
  readonly match?: boolean | undefined;
  /** Ids of its types. */
  readonly types: readonly string[];
}

/** What came of one question: candidates with the answer that they stood in, or why there are none. */
export type Outcome =
  | { readonly candidates: readonly Candidate[]; readonly kept: Kept; readonly remarks: readonly string[] }
  | { readonly failure: Failure };

export interface Service {
  readonly address: string;
  readonly manifest: Manifest;
  /** How an IRI is made of an id, with `{id}`, where the identifier space is not what it starts with. */
  readonly template?: string | undefined;
}

const accept = ['application/json', 'text/json'];
/** As many candidates of one question are looked at, however many were sent. */
export const mostCandidates = 100;

/** Reads the manifest of a service, kept or asked for. */
export async function openService(address: string, asking: Asking, template?: string): Promise<Service> {
  const kept = await answerTo({ address, accept }, asking, (text) => void readManifest(text, address));
  return { address, manifest: readManifest(kept.text, address), template };
}

/**
 * Asks a service many questions, in batches, and gives what came of each, in their order and as it comes. What is kept is not
 * asked again, in whatever batch it was asked; what is answered is kept before anything else is asked.
 */
export async function* reconcile(
  service: Service,
  queries: readonly Query[],
  asking: Asking,
): AsyncGenerator<{ query: Query; outcome: Outcome; asked: boolean }> {
  const answered = inBatches<Query, Outcome>(queries, {
    address: service.address,
    size: service.manifest.batchSize,
    known: asking.refresh ? new Map<string, Outcome>() : await recall(service, asking),
    keyOf,
    ask: asking.manners && ((batch) => askBatch(service, batch, asking)),
  });
  for await (const { question, ...rest } of answered) yield { query: question, ...rest };
}

async function askBatch(
  service: Service,
  batch: readonly Query[],
  asking: Asking,
): Promise<Map<string, Outcome>> {
  const form = {
    queries: JSON.stringify(Object.fromEntries(batch.map((query, index) => [`q${index}`, query]))),
  };
  const question = { address: service.address, accept, form };
  const kept = await answerTo(
    question,
    { ...asking, refresh: true },
    (text) => void resultsIn(text, service.address),
  );
  return outcomesOf(kept, service);
}

/** Everything that a service has answered before, by what was asked. */
async function recall(service: Service, { answers }: Asking): Promise<Map<string, Outcome>> {
  const known = new Map<string, Outcome>();
  for (const kept of await answers.at(service.address)) {
    if (!kept.form?.['queries']) continue;
    for (const [query, outcome] of outcomesOf(kept, service))
      if (!('failure' in outcome)) known.set(query, outcome);
  }
  return known;
}

/** What came of each question of a batch, by the question. */
function outcomesOf(kept: Kept, service: Service): Map<string, Outcome> {
  const queries = JSON.parse(kept.form!['queries']!) as Record<string, Query>;
  const results = resultsIn(kept.text, service.address);
  return new Map(
    Object.entries(queries).map(([key, query]) => [
      keyOf(query),
      outcomeOf(query, key, results, kept, service),
    ]),
  );
}

function outcomeOf(
  query: Query,
  key: string,
  results: Readonly<Record<string, unknown>>,
  kept: Kept,
  service: Service,
): Outcome {
  const { address, manifest } = service;
  if (!Object.hasOwn(results, key))
    return { failure: broken(address, `no answer to the question for “${query.query}”`) };
  const fault = faultIn(manifest.version, 'reconciliation-result-batch', { [key]: results[key] });
  if (fault)
    return { failure: broken(address, `what does not keep to version ${manifest.version}: ${fault}`) };
  return { kept, ...candidatesIn(results[key] as Result, query, service) };
}

type Result = {
  readonly result: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly score: number;
    readonly match?: boolean;
    readonly type?: readonly (string | { readonly id: string })[];
  }[];
};

function candidatesIn({ result }: Result, query: Query, { manifest, template }: Service) {
  const remarks: string[] = [];
  if (result.length > mostCandidates)
    remarks.push(
      `sent ${result.length} candidates where ${query.limit ?? 'fewer'} were asked for; the first ${mostCandidates} were looked at`,
    );
  const candidates = new Map<string, Candidate>();
  for (const { id, name, description, score, match, type = [] } of result.slice(0, mostCandidates)) {
    const iri = iriOf(id, manifest, template);
    if (iri === undefined) remarks.push(`gave an id that makes no IRI: ${JSON.stringify(id.slice(0, 80))}`);
    else if (!candidates.has(iri)) {
      const types = type.map((each) => (typeof each === 'string' ? each : each.id));
      candidates.set(iri, { iri, name, description, score, match, types });
    }
  }
  return { candidates: [...candidates.values()], remarks };
}

/**
 * The results of a batch, by its keys, not yet looked at one by one.
 * @throws Failure 5 where it is no such thing.
 */
function resultsIn(text: string, address: string): Readonly<Record<string, unknown>> {
  const results = jsonOf(text, address);
  if (typeof results !== 'object' || results === null || Array.isArray(results))
    throw broken(address, 'an answer that is not an object with a result for each question');
  return results as Record<string, unknown>;
}

/** The same for the same question, in whatever order its parts were given. */
const keyOf = (query: Query): string =>
  JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
