import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { exit, Failure } from '../failure.ts';

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/**
 * The whole text of an answer, unpacked.
 * @param address who answers, for messages.
 * @param limit most bytes, after unpacking.
 * @throws Failure 5 where there are more, or it cannot be unpacked, or is not UTF-8; Error where it breaks off.
 */
export async function readBody(response: IncomingMessage, address: string, limit: number): Promise<string> {
  const fail = (what: string, cause?: unknown) => new Failure(exit.remote, `${address} ${what}`, { cause });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response, address)) {
      size += (chunk as Buffer).length;
      // Leaving the loop ends the connection.
      if (size > limit) throw fail(`sent more than ${sizeOf(limit)}`);
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && /^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code))
      throw fail('sent a compressed answer that cannot be unpacked', cause);
    throw cause;
  }
  if (!response.complete) throw fail('broke off in the middle of its answer');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw fail('sent an answer that is not valid UTF-8', cause);
  }
}

function unpacked(response: IncomingMessage, address: string): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return response;
  if (!Object.hasOwn(unpackers, encoding))
    throw new Failure(exit.remote, `${address} sent an answer compressed as ${encoding}`);
  // Errors come out of the last stream.
  return pipeline(response, unpackers[encoding as keyof typeof unpackers](), () => undefined);
}

/** A number of bytes for people. */
const sizeOf = (bytes: number): string =>
  bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} MB` : `${bytes} bytes`;
