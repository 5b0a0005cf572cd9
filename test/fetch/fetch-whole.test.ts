import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import { isPublic } from '../../src/fetch/addresses.ts';
import { type Bounds, fetchWhole } from '../../src/fetch/fetch-whole.ts';
import { allowOrigins } from '../../src/fetch/origins.ts';
import { serve } from './serve.ts';

const bounds = (named: string[], settled: string[] = []): Bounds => ({
  origins: allowOrigins(named, settled),
  deadline: AbortSignal.timeout(2000),
  seconds: 2,
  bytes: 2 ** 20,
  userAgent: 'meent-test',
});
const failureOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => expect.fail('it is asked'),
    (error: unknown) => error as Failure,
  );
const accept = ['text/plain', 'text/turtle'];

describe('an address', () => {
  it('is asked with the types that are wanted, who asks, and neither cookies nor passwords', async () => {
    let headers: object | undefined;
    const origin = await serve((request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('é');
    });
    expect(await fetchWhole({ address: `${origin}/x`, accept }, bounds([origin]))).toEqual({
      mediaType: 'text/plain',
      text: 'é',
    });
    expect(headers).toEqual({
      accept: 'text/plain, text/turtle;q=0.8',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'meent-test',
      host: origin.slice(7),
      connection: 'keep-alive',
    });
  });

  it.each([
    ['of an origin that nobody named', (origin: string) => origin.replace(/\d+$/, (port) => `${+port + 1}`)],
    ['with another scheme', (origin: string) => origin.replace('http:', 'https:')],
    ['with a name and password in it', (origin: string) => origin.replace('//', '//user:secret@')],
    ['that is a file', () => 'file:///etc/passwd'],
    ['that is data', () => 'data:text/plain,x'],
    ['that is no address', () => '../x'],
  ])('%s is refused with 4, and nobody is asked', async (_, change) => {
    let hits = 0;
    const origin = await serve(() => hits++);
    const failure = await failureOf(fetchWhole({ address: change(origin), accept }, bounds([origin])));
    expect(failure).toMatchObject({ code: 4 });
    expect(hits).toBe(0);
  });

  it.each(['', 'localhost:'])(
    'on this machine (%s) is refused where only the settings of a project allow it, and nobody is asked',
    async (host) => {
      let hits = 0;
      const served = await serve(() => hits++);
      const origin = host ? served.replace('127.0.0.1:', host) : served;
      const failure = await failureOf(fetchWhole({ address: origin, accept }, bounds([], [origin])));
      expect(failure).toMatchObject({ code: 5, hint: `If you mean it, say --allow-origin ${origin}.` });
      expect(failure.message).toContain('is not on the public internet');
      expect(hits).toBe(0);
    },
  );

  it('that redirects to an allowed origin is not followed either', async () => {
    let hits = 0;
    const next = await serve(() => hits++);
    const origin = await serve((_, response) => response.writeHead(302, { location: next }).end());
    const failure = await failureOf(fetchWhole({ address: origin, accept }, bounds([origin, next])));
    expect(failure).toMatchObject({
      code: 5,
      message: `${origin} answered 302 Found: it has moved to ${next}`,
    });
    expect(hits).toBe(0);
  });

  it('is refused with 2 where it is no http address', () => {
    expect(() => allowOrigins(['ftp://example.org'], [])).toThrow(/no http or https/);
    expect(() => allowOrigins(['https://a:b@example.org'], [])).toThrow(/user name/);
  });
});

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['127.255.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['localhost', false],
])('%s is on the public internet: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

it.each([
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.1',
  'http://127.1',
  'http://[::ffff:7f00:1]',
])('%s is this machine, however it is written', async (address) => {
  const failure = await failureOf(fetchWhole({ address, accept }, bounds([], [address])));
  expect(failure.message).toContain('is not on the public internet');
});
