import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Query } from '../../src/link/reconcile/client.ts';
import { formOf, serve } from '../fetch/serve.ts';
import { root } from '../support.ts';

/** What the server knows of a thing; the file is a list of these. */
export interface Thing {
  readonly id: string;
  readonly names: readonly string[];
  readonly description?: string;
  readonly types: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
}

/** How a server departs from what it does by itself. */
export interface Habits {
  readonly manifest?: object;
  /** Answers a request in another way; gives whether it has. */
  readonly instead?: (
    response: ServerResponse,
    queries: Record<string, Query> | undefined,
    count: number,
  ) => boolean;
  /** Most questions in a batch. */
  readonly most?: number;
  readonly things?: readonly Thing[];
  /** Answers a request for values of properties in another way; gives whether it has. */
  readonly insteadOfRows?: (response: ServerResponse, asked: ExtendQuery) => boolean;
}

/** What is asked of data extension (0.2 §6.2). */
export interface ExtendQuery {
  readonly ids: readonly string[];
  readonly properties: readonly { readonly id: string }[];
}

export const manifest = {
  versions: ['0.2'],
  name: 'Towns',
  identifierSpace: 'https://example.org/town/',
  schemaSpace: 'https://example.org/ns#',
};

/** A reconciliation service over a local file, on this machine until the test has ended. */
export async function reconciliationServer(habits: Habits = {}) {
  const { instead = () => false, most = Infinity } = habits;
  const things =
    habits.things ?? (JSON.parse(readFileSync(join(root, 'test/link/things.json'), 'utf8')) as Thing[]);
  /** The questions of each batch that was answered, and what was sent with it. */
  const asked: { names: string[]; userAgent: string | undefined }[] = [];
  /** The requests for values of properties, as they came. */
  const extended: string[] = [];
  let requests = 0;
  let open = 0;
  let mostOpen = 0;
  const address = await serve(async (request, response) => {
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    const form = request.method === 'POST' ? await formOf(request) : new URLSearchParams();
    const wanted = form.get('extend');
    if (wanted !== null) {
      requests++;
      extended.push(wanted);
      const query = JSON.parse(wanted) as ExtendQuery;
      if (habits.insteadOfRows?.(response, query)) return;
      if (query.ids.length > most) return void response.writeHead(413).end();
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(extend(things, query)));
    }
    const posted = form.get('queries');
    const queries = posted === null ? undefined : (JSON.parse(posted) as Record<string, Query>);
    if (instead(response, queries, requests++)) return;
    if (queries && Object.keys(queries).length > most) return void response.writeHead(413).end();
    const answer = queries
      ? Object.fromEntries(
          Object.entries(queries).map(([key, query]) => [key, { result: search(things, query) }]),
        )
      : { ...manifest, ...habits.manifest };
    if (queries)
      asked.push({
        names: Object.values(queries).map(({ query }) => query),
        userAgent: request.headers['user-agent'],
      });
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(answer));
  });
  return { address, asked, extended, requests: () => requests, mostOpen: () => mostOpen };
}

/** Things that have a word of the question in a name, those with the most first. */
function search(things: readonly Thing[], { query, type, type_strict, limit, properties = [] }: Query) {
  const words = wordsOf(query);
  const wanted = type === undefined ? [] : [type].flat();
  return things
    .filter(
      ({ types }) =>
        wanted.length === 0 || type_strict === 'should' || wanted.some((each) => types.includes(each)),
    )
    .filter((thing) => properties.every(({ pid, v }) => thing.properties?.[pid] === v))
    .map((thing) => ({ thing, score: Math.max(...thing.names.map((name) => shared(words, wordsOf(name)))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ thing: { id, names, description, types }, score }) => ({
      id,
      name: names[0],
      ...(description && { description }),
      score: Math.round(score * 100),
      match: score === 1,
      type: types.map((each) => ({ id: each, name: each })),
    }));
}

/** Values of properties: `name` and `type` of each thing, and those that it has by itself. */
const extend = (things: readonly Thing[], { ids, properties }: ExtendQuery) => ({
  meta: properties.map(({ id }) => ({ id, name: id })),
  rows: Object.fromEntries(
    ids.map((wanted) => {
      const thing = things.find(({ id }) => wanted === id || wanted.endsWith(`/${id}`));
      const valuesOf = (property: string) => {
        if (!thing) return [];
        if (property === 'name') return thing.names.map((str) => ({ str }));
        if (property === 'type') return thing.types.map((id) => ({ id, name: id }));
        const value = thing.properties?.[property];
        return value === undefined ? [{}] : [{ str: value }];
      };
      return [wanted, Object.fromEntries(properties.map(({ id }) => [id, valuesOf(id)]))];
    }),
  ),
});

const wordsOf = (text: string) => new Set(text.toLowerCase().split(/[^\p{L}\d]+/u));
const shared = (a: Set<string>, b: Set<string>) =>
  (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
