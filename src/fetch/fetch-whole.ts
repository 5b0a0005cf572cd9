import { lookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { exit, Failure, type FailureDetails } from '../failure.ts';
import { isPublic } from './addresses.ts';
import { readBody } from './body.ts';
import { type Origins, type Reach, reachOf } from './origins.ts';

/** What may be asked of whom, for how long, and how much may come back. */
export interface Bounds {
  readonly origins: Origins;
  /** Ends every wait. */
  readonly deadline: AbortSignal;
  /** How long until the deadline was at the start, for messages. */
  readonly seconds: number;
  /** The longest answer, in bytes after unpacking. */
  readonly bytes: number;
  /** Who we say we are. */
  readonly userAgent: string;
}

export interface Question {
  readonly address: string;
  /** Media types that the answer may have, the preferred first. */
  readonly accept: readonly string[];
  /** What to send with POST, by name; without it we GET. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly mediaType: string;
  readonly text: string;
}

/** A service that answers with another status than 200. */
export class Unwilling extends Failure {
  readonly status: number;
  /** The header Retry-After: a number of seconds or a date. */
  readonly retryAfter: string | undefined;

  constructor(
    message: string,
    { status, retryAfter, ...details }: FailureDetails & { status: number; retryAfter: string | undefined },
  ) {
    super(exit.remote, message, details);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** A service that says that what was asked for is somewhere else. */
export class Moved extends Failure {
  readonly status: number;
  readonly location: string | undefined;

  constructor(address: string, status: string, location: string | undefined) {
    super(exit.remote, `${address} answered ${status}: it has moved to ${location ?? 'nowhere'}`, {
      hint: 'Ask the new address itself, if you trust it.',
    });
    this.status = Number.parseInt(status, 10);
    this.location = location;
  }
}

// So many sockets to one origin at a time; the other questions wait.
const sockets = { keepAlive: false, maxSockets: 4 } as const;
const agents = { 'http:': new HttpAgent(sockets), 'https:': new HttpsAgent(sockets) };

/**
 * The door to the network: asks, and gives the answer when all of it is there. No redirect is followed, no cookie or
 * password sent.
 * @throws Failure 4 where the origin is not allowed; 5 where the service cannot be reached, is late, breaks off, sends too
 *   much, or answers with something else than 200 (a Moved or an Unwilling) and one of the accepted media types.
 */
export async function fetchWhole(question: Question, bounds: Bounds): Promise<Reply> {
  const url = URL.parse(question.address);
  const reach = reachOf(url, question.address, bounds.origins);
  const fail = (what: string, hint?: string, cause?: unknown): never => {
    throw new Failure(exit.remote, `${question.address} ${what}`, { hint, cause });
  };
  const refusedAddress = `is not on the public internet, which the settings of a project cannot allow`;
  const allow = `If you mean it, say --allow-origin ${url!.origin}.`;
  const host = url!.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && reach === 'public' && !isPublic(host)) fail(refusedAddress, allow);
  let response: IncomingMessage | undefined;
  try {
    response = await send(url!, question, bounds, reach);
    const status = `${response.statusCode} ${response.statusMessage ?? ''}`.trim();
    if (response.statusCode! >= 300 && response.statusCode! < 400)
      throw new Moved(question.address, status, response.headers.location);
    if (response.statusCode !== 200) {
      const wait = response.headers['retry-after'];
      const words = await readBody(response, question.address, 2000).then(firstWords, () => '');
      throw new Unwilling(`${question.address} answered ${status}${words && `: ${words}`}`, {
        status: response.statusCode!,
        retryAfter: wait,
        hint: wait && `It asks to try again after ${wait}${/^\d+$/.test(wait) ? ' s' : ''}.`,
      });
    }
    const mediaType = response.headers['content-type']?.split(';')[0]!.trim().toLowerCase() ?? 'nothing';
    if (!question.accept.includes(mediaType))
      fail(
        `answered with ${mediaType}, not with ${question.accept[0]}`,
        'Is this the address of the service itself, not of a page about it?',
      );
    return { mediaType, text: await readBody(response, question.address, bounds.bytes) };
  } catch (cause) {
    // What else it would send is not waited for.
    response?.destroy();
    if (cause instanceof Failure) throw cause;
    if (cause instanceof NotPublic) return fail(refusedAddress, allow, cause);
    if (bounds.deadline.aborted) return fail(`did not answer within ${bounds.seconds} s`, undefined, cause);
    return fail(reasonOf(cause as NodeJS.ErrnoException, response !== undefined), undefined, cause);
  }
}

function send(url: URL, { accept, form }: Question, bounds: Bounds, reach: Reach): Promise<IncomingMessage> {
  const body = form && new URLSearchParams(form).toString();
  const protocol = url.protocol as keyof typeof agents;
  return new Promise((resolve, reject) => {
    const request = (protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: body === undefined ? 'GET' : 'POST',
      agent: agents[protocol],
      signal: bounds.deadline,
      // The address that is looked at is the one that is connected to.
      ...(reach === 'public' && { lookup: lookUpPublic }),
      headers: {
        accept: accept.map((type, number) => (number === 0 ? type : `${type};q=0.${9 - number}`)).join(', '),
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': bounds.userAgent,
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
      },
    });
    request.on('response', resolve).on('error', reject).end(body);
  });
}

class NotPublic extends Error {}

const lookUpPublic: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    if (!found.every(({ address }) => isPublic(address))) return done(new NotPublic(host), []);
    if (options.all) return done(null, found);
    done(null, found[0]!.address, found[0]!.family);
  });

function reasonOf({ code, message }: NodeJS.ErrnoException, hasBegun: boolean): string {
  if (hasBegun) return 'broke off in the middle of its answer';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'is not known: there is no such host';
  if (code === 'ECONNREFUSED') return 'refuses connections';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'broke off before its answer was there';
  return `cannot be asked: ${message.replace(/\s+/g, ' ')}`;
}

/** What a service says of its error, in one line, with nothing in it that a terminal would act on. */
const firstWords = (text: string): string =>
  text.trimStart().startsWith('<')
    ? ''
    : text
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim()
        .slice(0, 200);
