import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/failure.ts';
import { allowOrigins } from '../../src/fetch/origins.ts';
import { Answers, type Asking } from '../../src/link/answers.ts';
import { openService, type Query, reconcile } from '../../src/link/reconcile/client.ts';
import { newFolder } from '../cli/support.ts';
import { type Habits, reconciliationServer } from './reconciliation-server.ts';

const asking = (address: string, folder: string, more: Partial<Asking['manners']> = {}): Asking => ({
  answers: new Answers(folder),
  manners: {
    bounds: {
      origins: allowOrigins([address], []),
      seconds: 1,
      bytes: 2 ** 20,
      userAgent: 'meent-test (post@meent.nl)',
    },
    pause: 0,
    backOff: 0.01,
    patience: 2,
    ...more,
  },
});

const named = (...names: string[]): Query[] => names.map((query) => ({ query, limit: 5 }));

/** A line for each question: what came of it. */
async function outcomes(address: string, queries: readonly Query[], how: Asking): Promise<string[]> {
  const lines: string[] = [];
  for await (const { query, outcome } of reconcile(await openService(address, how), queries, how))
    lines.push(
      'failure' in outcome
        ? `${query.query}: ${outcome.failure.message.replaceAll(address, 'it')}`
        : `${query.query}: ${[...outcome.candidates.map(({ iri }) => iri.replace(/.*\//, '')), ...outcome.remarks].join(' ') || '-'}`,
    );
  return lines;
}

const ask = async (habits: Habits, queries: readonly Query[], more: Partial<Asking['manners']> = {}) => {
  const server = await reconciliationServer(habits);
  const folder = newFolder();
  return {
    ...server,
    folder,
    lines: await outcomes(server.address, queries, asking(server.address, folder, more)),
  };
};

describe('a service', () => {
  it('is asked in batches, one request at a time, by somebody who says who they are', async () => {
    const { lines, asked, mostOpen } = await ask(
      { manifest: { batchSize: 2 } },
      named('Elmbridge', 'Oakham', 'Orchard Trust', 'Nowhere', 'Eikheim'),
    );
    expect(lines).toEqual([
      'Elmbridge: T1 T2',
      'Oakham: T3 T4',
      'Orchard Trust: O1 O2',
      'Nowhere: -',
      'Eikheim: T3',
    ]);
    expect(asked.map(({ names }) => names.length)).toEqual([2, 2, 1]);
    expect(new Set(asked.map(({ userAgent }) => userAgent))).toEqual(new Set(['meent-test (post@meent.nl)']));
    expect(mostOpen()).toBe(1);
  });

  it('has one request at a time also where two ask', async () => {
    const { address, mostOpen } = await reconciliationServer();
    await Promise.all(
      ['Elmbridge', 'Oakham', 'Nowhere'].map((name) =>
        outcomes(address, named(name), asking(address, newFolder())),
      ),
    );
    expect(mostOpen()).toBe(1);
  });

  it('is given types and properties', async () => {
    const { lines } = await ask({}, [
      { query: 'Elmbridge', type: 'Bridge', type_strict: 'any' },
      { query: 'Oakham', properties: [{ pid: 'country', v: 'C2' }] },
    ]);
    expect(lines).toEqual(['Elmbridge: T2', 'Oakham: T4']);
  });

  it('that takes no such batch is sent smaller ones', async () => {
    const { lines, asked } = await ask({ most: 1 }, named('Elmbridge', 'Oakham', 'Nowhere'));
    expect(lines).toEqual(['Elmbridge: T1 T2', 'Oakham: T3 T4', 'Nowhere: -']);
    expect(asked).toHaveLength(3);
  });

  it('that asks to wait is asked again when it said', async () => {
    const waits: number[] = [];
    const begin = Date.now();
    const { lines, requests } = await ask(
      {
        instead: (response, queries, count) =>
          !!queries && count === 1 && !!response.writeHead(429, { 'retry-after': '1' }).end(),
      },
      named('Oakham'),
      { onWait: (seconds) => waits.push(seconds) },
    );
    expect(lines).toEqual(['Oakham: T3 T4']);
    expect(waits).toEqual([1]);
    expect(Date.now() - begin).toBeGreaterThanOrEqual(990);
    expect(requests()).toBe(3);
  });

  it('that does not say how long is left alone twice as long each time', async () => {
    const waits: number[] = [];
    await ask(
      { instead: (response, queries, count) => !!queries && count < 4 && !!response.writeHead(503).end() },
      named('Oakham'),
      { onWait: (seconds) => waits.push(seconds) },
    );
    expect(waits).toEqual([0.01, 0.02, 0.04]);
  });

  it('that asks for more patience than there is, is not asked any more', async () => {
    const { lines, requests } = await ask(
      {
        manifest: { batchSize: 1 },
        instead: (response, queries) =>
          !!queries && !!response.writeHead(429, { 'retry-after': '3600' }).end(),
      },
      named('Oakham', 'Elmbridge'),
    );
    expect(lines).toEqual([
      'Oakham: it answered 429 Too Many Requests',
      'Elmbridge: it was not asked any more, since it answered 429 Too Many Requests',
    ]);
    expect(requests()).toBe(2);
  });

  it('that speaks only the draft is refused, as is one that wants a key', async () => {
    const draft = await reconciliationServer({ manifest: { versions: ['1.0-draft'] } });
    await expect(openService(draft.address, asking(draft.address, newFolder()))).rejects.toMatchObject({
      code: exit.unsupported,
      message: `${draft.address} speaks version 1.0-draft of the Reconciliation API, which is not final`,
    });
    const closed = await reconciliationServer({
      manifest: { authentication: { type: 'apiKey', name: 'key', in: 'query' } },
    });
    await expect(openService(closed.address, asking(closed.address, newFolder()))).rejects.toMatchObject({
      code: exit.unsupported,
    });
  });

  it('of version 0.1 is asked too', async () => {
    const { lines } = await ask({ manifest: { versions: undefined } }, named('Oakham'));
    expect(lines).toEqual(['Oakham: T3 T4']);
  });
});

describe('an answer', () => {
  it('is kept with address, time and digest, and can be had again with no network', async () => {
    const { address, folder, requests } = await ask(
      { manifest: { batchSize: 2 } },
      named('Elmbridge', 'Oakham', 'Nowhere'),
    );
    const before = requests();
    expect(
      await outcomes(address, named('Nowhere', 'Elmbridge', 'Eikheim'), { answers: new Answers(folder) }),
    ).toEqual([
      'Nowhere: -',
      'Elmbridge: T1 T2',
      'Eikheim: No answer of it to this is kept, and nobody is to be asked',
    ]);
    expect(requests()).toBe(before);
    for (const name of readdirSync(folder))
      expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toMatchObject({
        address,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
        sha256: expect.stringMatching(/^[\da-f]{64}$/) as string,
      });
  });

  it('is not asked for again, in whatever batch it was, unless that is wanted', async () => {
    const { address, folder, asked } = await ask({}, named('Elmbridge', 'Oakham'));
    await outcomes(address, named('Nowhere', 'Oakham', 'Eikheim', 'Elmbridge'), asking(address, folder));
    expect(asked.flatMap(({ names }) => names)).toEqual(['Elmbridge', 'Oakham', 'Nowhere', 'Eikheim']);
    await outcomes(address, named('Oakham'), { ...asking(address, folder), refresh: true });
    expect(asked.at(-1)!.names).toEqual(['Oakham']);
  });

  it('that has been changed where it is kept is refused', async () => {
    const { address, folder } = await ask({}, named('Elmbridge'));
    const score = '\\"score\\":100';
    const file = readdirSync(folder)
      .map((name) => join(folder, name))
      .find((path) => readFileSync(path, 'utf8').includes(score))!;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(score, score.replace('100', '99')));
    await expect(
      outcomes(address, named('Elmbridge'), { answers: new Answers(folder) }),
    ).rejects.toMatchObject({
      code: exit.unreadable,
      message: 'A kept answer has been changed: it does not have the digest that it had',
    });
  });

  it.each([
    ['an IRI by itself', 'https://other.example/x', undefined, 'https://other.example/x'],
    ['a name in the identifier space', 'T7', undefined, 'https://example.org/town/T7'],
    [
      'a name that a template makes an IRI of',
      'T7',
      'https://example.com/{id}/it',
      'https://example.com/T7/it',
    ],
  ])('gives %s', async (_, id, template, expected) => {
    const { address } = await reconciliationServer({ things: [{ id, names: ['X'], types: [] }] });
    const how = asking(address, newFolder());
    for await (const { outcome } of reconcile(await openService(address, how, template), named('X'), how))
      expect(outcome).toMatchObject({ candidates: [{ iri: expected }] });
  });

  it.each(['', 'a b', '<x>', 'x\ny', 'x"', '\ud800'])(
    'with an id that makes no IRI (%j) is told of',
    async (id) => {
      const things = [
        { id, names: ['X'], types: [] },
        { id: 'T1', names: ['X'], types: [] },
      ];
      const { lines } = await ask({ things }, named('X'));
      expect(lines).toEqual([expect.stringMatching(/^X: T1 gave an id that makes no IRI: "/)]);
    },
  );
});
