import { exit, Failure } from '../failure.ts';
import type { Bounds } from '../fetch/fetch-whole.ts';
import { reachOf } from '../fetch/origins.ts';
import { type Operation, operationsIn } from './algebra.ts';
import { withoutBlankNodes } from './outgoing.ts';
import { readResultsJson, type Results } from './results.ts';
import { readResultsXml } from './results-xml.ts';

/** The others that a query may ask: with SERVICE, and for all of its triples. */
export interface Remote extends Omit<Bounds, 'deadline'> {
  /** Addresses of SPARQL endpoints that have triples of what is asked, beside the data at hand. */
  readonly endpoints: readonly string[];
  /** Is told what does not make an answer wrong, but is to be known. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** What reads an answer, by its media type. */
export const readers: Readonly<Record<string, (text: string) => Results>> = {
  'application/sparql-results+json': readResultsJson,
  'application/sparql-results+xml': readResultsXml,
  'application/json': readResultsJson,
  'application/xml': readResultsXml,
  'text/xml': readResultsXml,
};

/** The addresses of the services that a query names, outside of what it hands on to another service. */
export function* servicesIn(operation: Operation, file: string): Generator<string> {
  for (const each of operationsIn(operation)) {
    if (each.type !== 'service') continue;
    if (each.name.termType !== 'NamedNode')
      throw new Failure(exit.unsupported, 'The query leaves it to the data which service it asks', {
        file,
        hint: 'Name the service by its address: SERVICE <https://example.org/sparql> { … }.',
      });
    yield each.name.value;
  }
}

/** All that is asked of others for one query, each answer as a whole before any of it is used. */
export class Asking {
  readonly #remote: Remote;
  readonly #file: string;
  readonly #deadline: AbortSignal;
  #nodes = 0;
  readonly #first = Promise.withResolvers<never>();
  /** What went wrong; where the query has an answer all the same, it was asked SILENTly. */
  readonly failures: Failure[] = [];
  /** Rejects when the first thing goes wrong; the engine may find that out much later. */
  readonly failed: Promise<never> = this.#first.promise;

  constructor(remote: Remote, file: string) {
    this.#remote = remote;
    this.#file = file;
    this.#deadline = AbortSignal.timeout(Math.ceil(remote.seconds * 1000));
    // Not everybody waits for it.
    this.failed.catch(() => undefined);
  }

  /** Stands in for `fetch` in the query engine. */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const asked = queryIn(address, init);
    try {
      reachOf(
        URL.parse(asked?.endpoint ?? address),
        asked?.endpoint ?? address,
        this.#remote.origins,
        this.#file,
      );
      return asked
        ? respond(asked.endpoint, 'application/sparql-results+json', await this.#ask(asked))
        : respond(address, 'text/turtle', selfDescription(address));
    } catch (error) {
      if (error instanceof Failure) this.failures.push(error);
      this.#first.reject(error);
      throw error;
    }
  };

  async #ask({ endpoint, query }: { endpoint: string; query: string }): Promise<string> {
    const form = { query: withoutBlankNodes(query, this.#file) };
    const question = { address: endpoint, accept: Object.keys(readers), form };
    // Few queries ask others, and what speaks HTTP takes long to load.
    const { fetchWhole } = await import('../fetch/fetch-whole.ts');
    const { mediaType, text } = await fetchWhole(question, { ...this.#remote, deadline: this.#deadline });
    const results = readResults(mediaType, text, endpoint);
    if ('results' in results) {
      this.#nameBlankNodes(results);
      this.#tellOfCap(results.results.bindings.length, endpoint, form.query);
    }
    return JSON.stringify(results);
  }

  /** A label means one node in one answer only. */
  #nameBlankNodes({ results }: Extract<Results, { results: object }>): void {
    const names = new Map<string, string>();
    for (const solution of results.bindings)
      for (const term of Object.values(solution) as { type: string; value: string }[]) {
        if (term.type !== 'bnode') continue;
        if (!names.has(term.value)) names.set(term.value, `remote${this.#nodes++}`);
        term.value = names.get(term.value)!;
      }
  }

  /** Some services give so many solutions and no more, and do not say so. */
  #tellOfCap(count: number, endpoint: string, query: string): void {
    const isRound =
      count >= 1000 && /^(10+|[25]0+|1048576|65536|32768|16384|8192|4096|2048|1024)$/.test(`${count}`);
    if (isRound && !new RegExp(`\\bLIMIT\\s+${count}\\b`, 'i').test(query))
      this.#remote.warn?.(
        `${endpoint} gave exactly ${count} solutions: it may have more, and give no more at a time.`,
      );
  }
}

/**
 * Reads what an endpoint answered.
 * @throws Failure 5 where it is no answer, or not all of one.
 */
export function readResults(mediaType: string, text: string, endpoint: string): Results {
  try {
    return readers[mediaType]!(text);
  } catch (cause) {
    throw new Failure(
      exit.remote,
      `${endpoint} sent an answer that cannot be used: ${(cause as Error).message}`,
      {
        hint: 'It may have been cut off, or be no SPARQL endpoint.',
        cause,
      },
    );
  }
}

/** The query in a request of the engine, which puts short ones in the address. */
function queryIn(address: string, { body }: RequestInit): { endpoint: string; query: string } | undefined {
  if (body instanceof URLSearchParams) return { endpoint: address, query: body.get('query') ?? '' };
  const at = address.lastIndexOf('?query=');
  if (at === -1) return undefined;
  const query = new URLSearchParams(address.slice(at)).get('query') ?? '';
  return { endpoint: address.slice(0, at), query };
}

/** The engine looks what an address is before it asks there; we know, and nobody is to be asked for that. */
const selfDescription = (address: string) => {
  const sd = 'http://www.w3.org/ns/sparql-service-description#';
  return `<${address}> a <${sd}Service> ; <${sd}endpoint> <${address}> .`;
};

function respond(url: string, mediaType: string, text: string): Response {
  const response = new Response(text, { headers: { 'content-type': mediaType } });
  return Object.defineProperty(response, 'url', { value: url });
}
