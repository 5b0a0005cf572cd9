import { gunzipSync } from 'node:zlib';
import { exit, Failure } from '../failure.ts';
import type { ProjectFile } from './files.ts';

/** A JavaScript string holds no more characters. */
const longest = 2 ** 29 - 24;

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The bytes of a file, unpacked where its name ends with `.gz`; those of standard input where they are gzip (RFC 1952).
 * @param most how many bytes may come of them.
 * @throws Failure 3 where they are cut off, damaged, or not gzip; 6 where they unpack to more than can be read.
 */
export function unpack(bytes: Buffer, { path, shown }: ProjectFile, most = longest): Buffer {
  const isNamedSo = path.endsWith('.gz');
  if (!isNamedSo && !(path === '-' && isGzip(bytes))) return bytes;
  if (!isGzip(bytes))
    throw new Failure(exit.unreadable, 'The file is not gzip, as its name says', {
      file: shown,
      hint: 'Leave .gz out of its name, or compress it with gzip.',
    });
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (cause) {
    const isBomb = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isBomb
      ? new Failure(exit.limit, `The file unpacks to more than ${most >> 20} MB`, {
          file: shown,
          hint: 'Split it into smaller files.',
          cause,
        })
      : new Failure(exit.unreadable, 'The gzip file is cut off or damaged', {
          file: shown,
          hint: 'Get or make it anew.',
          cause,
        });
  }
}
