import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { meent, newFolder, type Ran } from '../cli/support.ts';
import { root } from '../support.ts';
import { type ExtendQuery, type Habits, reconciliationServer } from './reconciliation-server.ts';

const head = `#curie_map:
#  t: https://grove.example/id/
#  town: https://example.org/town/
#mapping_set_id: https://grove.example/links/own
#license: https://creativecommons.org/licenses/by/4.0/
subject_id\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label
`;

/** The grove with links to towns, `own id label` each, and what verifying them by data extension comes to. */
async function grove(links: readonly string[], habits: Habits = {}) {
  const folder = newFolder();
  cpSync(join(root, 'test/link/projects/grove'), folder, { recursive: true });
  mkdirSync(join(folder, 'data/links'));
  const rows = links.map((each) => {
    const [own, id, label = ''] = each.split(' ');
    return `t:${own}\towl:sameAs\ttown:${id}\t${label}\tsemapv:ManualMappingCuration\tAda\n`;
  });
  writeFileSync(join(folder, 'data/links/own.sssom.tsv'), head + rows.join(''));
  const server = await reconciliationServer({ ...habits, manifest: { extend: {}, ...habits.manifest } });
  const verify = (...args: string[]): Promise<Ran> =>
    meent([
      ...['link', 'verify', '--project', folder, '--pause', '0.001', '--patience', '1', '--timeout', '0.5'],
      ...['--extend', `town=${server.address}`, ...args],
    ]);
  return { ...server, folder, verify };
}

const named = ['--label', 'name@en'];

describe('meent link verify by data extension', () => {
  it.each([
    ['is called what it was', 'elmbridge T1 Elmbridge', 0, /✓ {2}town:T1 {2}Elmbridge/],
    [
      'has another name',
      'oakham T4 Oakham',
      1,
      /✗ {2}town:T4[^]*not called “Oakham” any more, but “New Oakham”/,
    ],
    [
      'has no name in the language that it was read in',
      'pruning T4 snoei',
      0,
      /✓ {2}town:T4[^]*note: was read as “snoei”, but the authority tells no name in nl; it tells “New Oakham”/,
    ],
    ['is not there', 'oakham T9 Oakham', 1, /✗ {2}town:T9[^]*has nothing by this IRI/],
    ['has a name like none of ours', 'nowhere T1', 0, /✓ {2}town:T1[^]*note: “Elmbridge” is like none/],
  ])('tells that a thing %s, with no network too', async (_, link, code, said) => {
    const { verify, extended } = await grove([link]);
    const ran = await verify(...named);
    expect(ran.out).toMatch(said);
    expect(ran.code).toBe(code);
    expect(await verify(...named, '--offline')).toEqual(ran);
    expect(await verify(...named)).toEqual(ran);
    expect(extended).toHaveLength(1);
  });

  it('tells what is of another kind, and what agrees with another link', async () => {
    const things = [{ id: 'T1', names: ['Elmbridge'], types: ['Q5'], properties: { twin: 'T3' } }];
    const { verify } = await grove(['elmbridge T1', 'elmbridge T3'], { things });
    const { out } = await verify(...named, '--type', 'type', '--fact', 'twin');
    expect(out).toMatch(
      /✗ {2}town:T1 {2}Elmbridge {2}\(.*names town:T3 too\)\n {3}is of another kind: person/,
    );
  });

  it('asks in batches for ids and nothing of ours, in smaller ones where these are too large', async () => {
    const links = ['elmbridge T1', 'oakham T3', 'oakham T4'];
    const { extended, verify } = await grove(links, { manifest: { batchSize: 3 }, most: 2 });
    expect((await verify(...named)).code).toBe(exit.fine);
    expect(extended.map((each) => (JSON.parse(each) as ExtendQuery).ids)).toEqual([
      ['T1', 'T3', 'T4'],
      ['T1', 'T3'],
      ['T4'],
    ]);
    expect(extended.join('')).not.toMatch(/grove|elmbridge/i);
  });

  it('asks Wikidata for labels in the languages of the project and for P31', async () => {
    const { extended, verify } = await grove(['elmbridge T1'], {
      manifest: { identifierSpace: 'http://www.wikidata.org/entity/' },
    });
    await verify();
    expect(JSON.parse(extended[0]!)).toEqual({
      ids: ['T1'],
      properties: [{ id: 'Lnl' }, { id: 'Len' }, { id: 'P31' }],
    });
  });

  it('asks for whole IRIs where a service calls things so', async () => {
    const { extended, verify } = await grove(['elmbridge T1']);
    expect((await verify(...named, '--whole-iris')).code).toBe(exit.fine);
    expect(extended[0]).toContain('"https://example.org/town/T1"');
  });

  it.each([
    [{ extend: undefined }, named, exit.unsupported, /does not offer data extension/],
    [{ versions: ['1.0-draft'] }, named, exit.unsupported, /not final/],
    [{}, [], exit.usage, /Say which property of .* holds the names, with --label/],
  ] as const)('refuses a service with %j asked with %j', async (more, args, code, said) => {
    const { verify, extended } = await grove(['elmbridge T1'], { manifest: more });
    const ran = await verify(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(said);
    expect(extended).toEqual([]);
  });

  it('says of each row that a service is none', async () => {
    const { verify, folder } = await grove(['elmbridge T1', 'oakham T3'], { manifest: { name: 7 } });
    const { code, out } = await verify(...named);
    expect(code).toBe(exit.remote);
    expect(out).toMatch(/\? {2}town:T1\n.*a manifest that does not keep[^]*\? {2}town:T3\n.*a manifest that/);
    expect(existsSync(join(folder, '.meent'))).toBe(false);
  });
});

const json = { 'content-type': 'application/json' };
const send = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, json).end(JSON.stringify(value));
const rowsFor = (ids: readonly string[], row: unknown) => ({
  meta: [],
  rows: Object.fromEntries(ids.map((id) => [id, row])),
});
const good = { name: [{ str: 'Elmbridge' }] };

/** Where what does keep to the form is used, whatever stands beside it. */
const inPart = new Set(['one row of two', 'a bad row beside a good one']);

/** How a service answers, and what is said of the thing that has no answer. */
const peers: readonly (readonly [string, (r: ServerResponse, asked: ExtendQuery) => unknown, RegExp])[] = [
  ['a page', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), /answered with text\/html/],
  ['a script', (r) => r.writeHead(200, json).end('callback({"rows": {}})'), /a script \(JSONP\), not JSON/],
  [
    'half of it',
    (r) => r.writeHead(200, json).end('{"meta": [], "rows": {'),
    /not JSON from beginning to end/,
  ],
  ['nothing', (r) => r, /did not answer within 0\.5 s/],
  [
    'a byte now and then',
    (r) => {
      r.writeHead(200, json);
      const drip = setInterval(() => r.write(' '), 20);
      r.on('close', () => clearInterval(drip));
    },
    /did not answer within 0\.5 s/,
  ],
  [
    'more and more',
    (r) => {
      r.writeHead(200, json).write('{"meta": [], "x": "');
      const pour = () => {
        while (r.write(' '.repeat(2 ** 20)));
      };
      r.on('drain', pour);
      pour();
    },
    /sent more than 16 MB|did not answer within/,
  ],
  [
    'a redirect to this machine',
    (r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    /answered 302/,
  ],
  ['a 303', (r) => r.writeHead(303, { location: '/' }).end(), /answered 303/],
  ['not now', (r) => r.writeHead(429, { 'retry-after': '86400' }).end(), /answered 429/],
  ['a list', (r) => send(r, []), /is to be an object, not a list/],
  ['no rows', (r) => send(r, { meta: [] }), /has no rows/],
  ['no meta', (r) => send(r, { rows: {} }), /has no meta/],
  ['rows for others', (r) => send(r, rowsFor(['T98', 'T99'], good)), /sent no row for "T1"/],
  ['one row of two', (r) => send(r, rowsFor(['T3'], good)), /sent no row for "T1"/],
  [
    'a bad row beside a good one',
    (r) => send(r, { meta: [], rows: { T1: { name: [{ label: 'x' }] }, T3: good } }),
    /T1\.name\[0\] is to be a value/,
  ],
  ['other properties', (r, { ids }) => send(r, rowsFor(ids, { other: [] })), /no values of name for "T1"/],
];

it.each(peers)('a service that answers a request for values with %s', async (name, answer, said) => {
  const isFine = inPart.has(name);
  const { verify, folder } = await grove(['elmbridge T1 Elmbridge', 'oakham T3'], {
    insteadOfRows: (response, asked) => (answer(response, asked), true),
  });
  const { code, out } = await verify(...named);
  expect(code).toBe(exit.remote);
  expect(out).toMatch(/^\? {2}town:T1\n/);
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(said);
  expect(out).toMatch(isFine ? /✓ {2}town:T3/ : /\? {2}town:T3/);
  // What was no answer is asked for again; what was one is not.
  const offline = await verify(...named, '--offline');
  expect(offline.code).toBe(exit.remote);
  expect(offline.out.includes('✓  town:T3')).toBe(isFine);
  expect(existsSync(join(folder, '.meent'))).toBe(true);
});

it('ten thousand values are read, and all of them count', async () => {
  const values = Array.from({ length: 10_000 }, (_, index) => ({
    str: index === 9999 ? 'Elmbridge' : `x${index}`,
  }));
  const { verify } = await grove(['elmbridge T1 Elmbridge'], {
    insteadOfRows: (response, { ids }) => (send(response, rowsFor(ids, { name: values })), true),
  });
  expect((await verify(...named)).code).toBe(exit.fine);
});

it('does not show what a terminal would act on', async () => {
  const { verify } = await grove(['elmbridge T1'], {
    insteadOfRows: (response, { ids }) => (
      send(response, rowsFor(ids, { name: [{ str: 'Elm\u001b[2Jbridge' }] })),
      true
    ),
  });
  expect((await verify(...named)).out).not.toContain('\u001b');
});
