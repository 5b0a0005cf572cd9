import { exit, Failure } from '../failure.ts';

/** Where an allowed origin may lead. */
export type Reach =
  /** To any address, this machine and its network too: the person who runs the program has named it. */
  | 'anywhere'
  /** To the public internet only: a project's settings have named it, and a project may come from anyone. */
  | 'public';

/** Who may be asked, by origin. */
export type Origins = ReadonlyMap<string, Reach>;

/**
 * Who may be asked.
 * @param named addresses and origins that the person who runs the program has named.
 * @param settled origins that the settings of a project name.
 */
export const allowOrigins = (named: readonly string[], settled: readonly string[]): Origins =>
  new Map([
    ...settled.map((origin) => [addressOf(origin).origin, 'public'] as const),
    ...named.map((address) => [addressOf(address).origin, 'anywhere'] as const),
  ]);

/**
 * An address that can be asked: http or https, with no name or password in it.
 * @throws Failure 2 where it is none.
 */
export function addressOf(text: string): URL {
  const url = URL.parse(text);
  const refuse = (why: string): never => {
    throw new Failure(exit.usage, `Cannot ask ${text}: ${why}`, {
      hint: 'Give an address such as https://example.org/sparql.',
    });
  };
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('it is no http or https address');
  if (url.username || url.password) return refuse('it holds a user name or password');
  return url;
}

/**
 * Where an address may lead that a query, a document or an answer has brought up.
 * @param file the query's file, or another name for what brings it up.
 * @throws Failure 4 where its origin is not allowed.
 */
export function reachOf(url: URL | undefined | null, text: string, origins: Origins, file?: string): Reach {
  const reach = url?.username || url?.password ? undefined : origins.get(url?.origin ?? '');
  if (reach) return reach;
  const origin = url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  throw new Failure(exit.unsupported, `Not allowed to ask ${text}`, {
    file,
    hint: origin
      ? `Allow it with --allow-origin ${origin}, or in allowedOrigins of meent.json.`
      : 'Only http and https addresses can be asked, without a name or password in them.',
  });
}
