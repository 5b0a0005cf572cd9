import { exit, Failure } from '../failure.ts';
import { type Bounds, fetchWhole, type Question, type Reply, Unwilling } from './fetch-whole.ts';

/** How a host is spared. */
export interface Manners {
  /** Who may be asked, how much may come back, how long one answer may take, and who we say we are. */
  readonly bounds: Omit<Bounds, 'deadline'>;
  /** Least time between the end of one request to a host and the begin of the next, seconds. */
  readonly pause: number;
  /** How long to wait where a host asks to wait and does not say how long, seconds; twice as long the next time. */
  readonly backOff: number;
  /** The longest that one question may be kept waiting, seconds: a host that asks for more is not asked again. */
  readonly patience: number;
  /** Is told why nothing happens for so many seconds. */
  readonly onWait?: ((seconds: number, why: Unwilling) => void) | undefined;
}

/** Statuses that say: not now (RFC 6585 §4, RFC 9110 §15.6.4). */
export const notNow: ReadonlySet<number> = new Set([429, 503]);

/** The end of the last request to each host, whoever asked it. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Asks a question when it is its turn: a host has one request at a time, with a pause between them, and one that says
 * "not now" is asked again when it said (Retry-After, RFC 9110 §10.2.3).
 * @throws Failure as `fetchWhole` does; Unwilling too where the host asks for more patience than there is.
 */
export function askPolitely(question: Question, manners: Manners): Promise<Reply> {
  const host = URL.parse(question.address)?.host ?? question.address;
  const before = turns.get(host);
  const answer = (before ?? Promise.resolve())
    .then(() => before && rest(manners.pause))
    .then(() => untilWilling(question, manners));
  turns.set(
    host,
    answer.catch(() => undefined),
  );
  return answer;
}

async function untilWilling(question: Question, manners: Manners): Promise<Reply> {
  let waited = 0;
  for (let next = manners.backOff; ; next *= 2) {
    try {
      const deadline = AbortSignal.timeout(Math.ceil(manners.bounds.seconds * 1000));
      return await fetchWhole(question, { ...manners.bounds, deadline });
    } catch (error) {
      if (!(error instanceof Unwilling) || !notNow.has(error.status)) throw error;
      const seconds = secondsIn(error.retryAfter) ?? next;
      if (waited + seconds > manners.patience) throw error;
      manners.onWait?.(seconds, error);
      await rest(seconds);
      // A wait of no time at all would let a host keep us for ever.
      waited += Math.max(seconds, 0.05);
    }
  }
}

/** How long a header Retry-After asks to wait, in seconds; undefined where it does not say. */
function secondsIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, (until - Date.now()) / 1000);
}

const rest = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** The domains that nobody can have (RFC 2606, §2 and §3). */
const nobodys = /@([^@]*\.)?(example\.(com|net|org)|example|test|invalid|localhost)$/i;

/**
 * Who we say we are: hosts want a name, a version and an address of a person who can be written to.
 * @throws Failure 2 where there is no such address.
 */
export function userAgent(version: string, contact: string | undefined, file: string): string {
  if (contact !== undefined && !nobodys.test(contact)) return `meent/${version} (${contact})`;
  throw new Failure(
    exit.usage,
    contact === undefined
      ? 'Nobody is asked over the network without saying who asks: the settings name no contact'
      : `Nobody is asked over the network without saying who asks: ${contact} is a placeholder`,
    {
      file,
      hint: 'Give `contact` in meent.json, an e-mail address that is read; services send it their complaints.',
    },
  );
}
