import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpack } from '../../src/project/unpack.ts';

const text = Buffer.from('<urn:a> <urn:b> <urn:c> .\n');
const packed = gzipSync(text);
const file = (path: string) => ({ path, shown: path });

it.each([
  ['a file that is named so', packed, 'a.ttl.gz', text],
  [
    'several in one, as gzip allows',
    Buffer.concat([packed, packed]),
    'a.ttl.gz',
    Buffer.concat([text, text]),
  ],
  ['standard input that is packed', packed, '-', text],
  ['not standard input that is not', text, '-', text],
  ['not a file of another name', packed, 'a.ttl', packed],
])('unpacks %s', (_, bytes, path, expected) => {
  expect(unpack(bytes, file(path))).toEqual(expected);
});

it('refuses a file that is cut off wherever that is', () => {
  for (let length = 0; length < packed.length; length++)
    expect(() => unpack(packed.subarray(0, length), file('a.ttl.gz'))).toThrow(/not gzip|cut off or damaged/);
});

it('refuses a small file that becomes a large one with 6', () => {
  const bomb = gzipSync(Buffer.alloc(2 ** 21));
  expect(() => unpack(bomb, file('a.ttl.gz'), 2 ** 20)).toThrow(
    expect.objectContaining({ code: 6, message: 'The file unpacks to more than 1 MB' }),
  );
});
