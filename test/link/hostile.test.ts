import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import type { Query } from '../../src/link/reconcile/client.ts';
import { readMappings } from '../../src/sssom/sssom.ts';
import { meent, newFolder } from '../cli/support.ts';
import { serve } from '../fetch/serve.ts';
import { root } from '../support.ts';
import { manifest, reconciliationServer } from './reconciliation-server.ts';

type Queries = Record<string, Query>;
const json = { 'content-type': 'application/json' };
const send = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, json).end(JSON.stringify(value));
const candidate = (id: string, name = 'Elmbridge') => ({ id, name, score: 1, match: true, type: [] });
/** An answer in which each question has the same result. */
const each = (queries: Queries, result: unknown) =>
  Object.fromEntries(Object.keys(queries).map((key) => [key, result]));

/** How a service answers questions, what is said of each thing, and how many candidates become rows all the same. */
const peers: readonly (readonly [
  string,
  (response: ServerResponse, queries: Queries) => unknown,
  RegExp,
  number,
])[] = [
  [
    'a page',
    (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in'),
    /answered with text\/html, not with application\/json/,
    0,
  ],
  [
    'a page that says it is JSON',
    (r) => r.writeHead(200, json).end('<!doctype html>'),
    /sent what is not JSON from beginning to end/,
    0,
  ],
  [
    'JSONP',
    (r, queries) => r.writeHead(200, json).end(`callback(${JSON.stringify(each(queries, { result: [] }))})`),
    /sent a script \(JSONP\), not JSON/,
    0,
  ],
  [
    'JSONP as a script',
    (r) => r.writeHead(200, { 'content-type': 'text/javascript' }).end('f({})'),
    /answered with text\/javascript/,
    0,
  ],
  [
    'half an answer',
    (r, queries) =>
      r.writeHead(200, json).end(JSON.stringify(each(queries, { result: [candidate('T1')] })).slice(0, -9)),
    /sent what is not JSON from beginning to end/,
    0,
  ],
  [
    'half an answer, and drops the connection',
    (r) => {
      r.writeHead(200, json).write('{"q0": {"result": [');
      setTimeout(() => r.destroy(), 20);
    },
    /broke off in the middle of its answer/,
    0,
  ],
  [
    'a byte now and then',
    (r) => {
      r.writeHead(200, json);
      const drip = setInterval(() => r.write(' '), 20);
      r.on('close', () => clearInterval(drip));
    },
    /did not answer within 0\.4 s/,
    0,
  ],
  ['nothing', () => undefined, /did not answer within 0\.4 s/, 0],
  [
    'no end of it',
    (r) => {
      r.writeHead(200, json);
      const more = () => {
        while (!r.destroyed && r.write(' '.repeat(2 ** 20)));
        if (!r.destroyed) r.once('drain', more);
      };
      more();
    },
    /sent more than 16 MB|did not answer within 0\.4 s/,
    0,
  ],
  [
    'the address of this machine',
    (r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    /answered 302 Found: it has moved to http:\/\/127\.0\.0\.1:9\//,
    0,
  ],
  [
    'too many requests',
    (r) => r.writeHead(429, { 'retry-after': '86400' }).end(),
    /answered 429 Too Many Requests/,
    0,
  ],
  [
    'an error of its own',
    (r) => r.writeHead(500, { 'content-type': 'text/plain' }).end('no disk left'),
    /answered 500 Internal Server Error: no disk left/,
    0,
  ],
  ['a list', (r) => send(r, []), /sent an answer that is not an object with a result for each question/, 0],
  ['null', (r) => send(r, null), /sent an answer that is not an object/, 0],
  [
    'a result without a list',
    (r, queries) => send(r, each(queries, {})),
    /does not keep to version 0\.2: q\d has no result/,
    0,
  ],
  [
    'a candidate without an id',
    (r, queries) => send(r, each(queries, { result: [{ name: 'x', score: 1 }] })),
    /q\d\.result\[0\] has no id/,
    0,
  ],
  [
    'a score that is a text',
    (r, queries) => send(r, each(queries, { result: [{ ...candidate('T1'), score: '1' }] })),
    /q\d\.result\[0\]\.score is to be a number, not a text/,
    0,
  ],
  [
    'a key twice',
    (r) => r.writeHead(200, json).end('{"q0": {"result": []}, "q0": {"result": []}}'),
    /The key "q0" stands twice/,
    0,
  ],
  ['a million brackets', (r) => r.writeHead(200, json).end('['.repeat(1e6)), /Nested more than 256 deep/, 0],
  [
    'to questions that nobody asked',
    (r) => send(r, { q98: { result: [candidate('T1')] }, q99: { result: [candidate('T2')] } }),
    /sent no answer to the question for/,
    0,
  ],
  [
    'to one question of many',
    (r, queries) => send(r, { q0: { result: [candidate('T1', queries['q0']!.query)] } }),
    /sent no answer to the question for/,
    // There are two batches of them.
    2,
  ],
  [
    'one bad result among good ones',
    (r, queries) => send(r, { ...each(queries, { result: [candidate('T1')] }), q0: 'x' }),
    /q0 is to be an object, not a text/,
    1,
  ],
  [
    'ids that make no IRI',
    (r, queries) => send(r, each(queries, { result: [candidate('a b> <c'), candidate('T1')] })),
    /note: .* gave an id that makes no IRI: "a b> <c"/,
    1,
  ],
  [
    'ten thousand candidates',
    (r, queries) =>
      send(
        r,
        each(queries, { result: Array.from({ length: 10_000 }, (_, index) => candidate(`T${index}`)) }),
      ),
    /note: .* sent 10000 candidates where 3 were asked for; the first 100 were looked at/,
    3,
  ],
  [
    'names with escapes, tabs and line ends in them',
    (r, queries) => send(r, each(queries, { result: [candidate('T1', 'Elm\u001bbridge\t\n\u202e')] })),
    /^ {2}\d\.\d\d {2}proposed .*\/T1 {2}Elm\\u001Bbridge\\t\\n\\u202E$/m,
    1,
  ],
];

it.each(peers)('a service that answers with %s', async (_, answer, said, rows) => {
  const server = await reconciliationServer({
    manifest: { batchSize: 3 },
    instead: (response, queries) => (queries ? (answer(response, queries), true) : false),
  });
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  const { code, out } = await meent([
    ...['link', 'propose', '--project', folder, '--class', 'schema:Place', '--limit', '3'],
    ...[
      '--service',
      server.address,
      '--timeout',
      '0.4',
      '--pause',
      '0.001',
      '--patience',
      '1',
      '--minimum',
      '0.5',
    ],
    // What does work is not lost by what does not.
    ...['--authority', join(root, 'test/link/authorities/towns.ttl')],
  ]);
  // Each thing has a line of its own that says what came of it, on a terminal too.
  const ofService = out.split('\n').filter((line) => line.endsWith(`(${server.address})`));
  expect(ofService).toHaveLength(3);
  expect(out).toMatch(said);
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(code).toBe(/note:|proposed/.test(said.source) ? exit.fine : exit.remote);
  const proposed = join(folder, 'data/links/proposed.sssom.tsv');
  const mappings = readMappings(readFileSync(proposed, 'utf8'), proposed).mappings;
  const found = mappings.filter(({ ext_service }) => ext_service === server.address);
  expect(found).toHaveLength(rows);
  expect(mappings.length - found.length).toBe(2);
  // Nothing is kept that is no answer, and no file is there in part.
  const kept = join(folder, '.meent/answers');
  for (const name of existsSync(kept) ? readdirSync(kept) : []) {
    expect(name).toMatch(/^[\da-f]{64}\.json$/);
    const { text } = JSON.parse(readFileSync(join(kept, name), 'utf8')) as { text: string };
    expect(typeof JSON.parse(text)).toBe('object');
  }
});

it.each([
  [
    'a page',
    (r: ServerResponse) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    exit.remote,
    /answered with text\/html/,
  ],
  [
    'a manifest without a space for its ids',
    (r: ServerResponse) => send(r, { ...manifest, identifierSpace: undefined }),
    exit.remote,
    /the answer has no identifierSpace/,
  ],
  [
    'one that speaks the draft',
    (r: ServerResponse) => send(r, { versions: ['1.0-draft'], name: 'x', view: { url: 'x' } }),
    exit.unsupported,
    /1\.0-draft .*not final/,
  ],
])('a service whose manifest is %s', async (_, answer, expected, said) => {
  const address = await serve((__, response) => answer(response));
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  const { code, out, err } = await meent([
    'link',
    'propose',
    '--project',
    folder,
    '--class',
    'schema:Place',
    '--service',
    address,
  ]);
  expect(code).toBe(expected);
  expect(out + err).toMatch(said);
  expect(existsSync(join(folder, 'data/links'))).toBe(false);
});
