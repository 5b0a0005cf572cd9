import { gzipSync } from 'node:zlib';
import { serve, serveSocket } from './serve.ts';

/** A good answer, as SPARQL JSON. */
export const good = JSON.stringify({
  head: { vars: ['x'] },
  results: {
    bindings: ['a', 'b', 'c'].map((name) => ({ x: { type: 'uri', value: `https://example.org/${name}` } })),
  },
});
const json = { 'content-type': 'application/sparql-results+json' };
const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/sparql-results+json\r\n';

/** Services that do not do what they should: how each starts, and what is said of it after its address. */
export const hostile: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
  ['never answers', () => serve(() => undefined), / did not answer within 1\.5 s/],
  [
    'stops in the middle',
    () => serve((_, response) => response.writeHead(200, json).write(good.slice(0, 90))),
    / did not answer within 1\.5 s/,
  ],
  [
    'sends a byte now and then',
    () =>
      serve((_, response) => {
        response.writeHead(200, json);
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      }),
    / did not answer within 1\.5 s/,
  ],
  ['drops the connection at once', () => serveSocket((socket) => socket.destroy()), / broke off before/],
  [
    'drops the connection in the middle',
    () =>
      serve((_, response) => {
        response.writeHead(200, json).write(good.slice(0, 90));
        setTimeout(() => response.destroy(), 20);
      }),
    / broke off in the middle/,
  ],
  [
    'ends before the length it has told',
    () => serveSocket((socket) => socket.end(`${head}content-length: 9999\r\n\r\n${good}`)),
    / broke off in the middle/,
  ],
  [
    'ends cleanly in the middle',
    () => serveSocket((socket) => socket.end(`${head}connection: close\r\n\r\n${good.slice(0, 140)}`)),
    / sent an answer that cannot be used: it is not JSON from beginning to end/,
  ],
  [
    'answers XML that is cut off',
    () =>
      serve((_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/sparql-results+xml' })
          .end('<sparql><head><variable name="x"/></head><results><result>'),
      ),
    / sent an answer that cannot be used: it ends inside <result>/,
  ],
  [
    'sends no end of it',
    () =>
      serve((_, response) => {
        response.writeHead(200, json);
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(65536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
    / sent more than 1 MB/,
  ],
  [
    'sends a gzip bomb',
    () =>
      serve((_, response) =>
        response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(' '.repeat(2 ** 24))),
      ),
    / sent more than 1 MB/,
  ],
  [
    'sends what is no gzip',
    () => serve((_, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(good)),
    / sent a compressed answer that cannot be unpacked/,
  ],
  [
    'sends half a gzip',
    () =>
      serve((_, response) =>
        response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(good).subarray(0, 40)),
      ),
    / sent a compressed answer that cannot be unpacked/,
  ],
  [
    'compresses in a way of its own',
    () => serve((_, response) => response.writeHead(200, { ...json, 'content-encoding': 'own' }).end(good)),
    / sent an answer compressed as own/,
  ],
  [
    'answers a page',
    () => serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in')),
    / answered with text\/html, not with application\/sparql-results\+json/,
  ],
  ['answers without a type', () => serve((_, response) => response.end(good)), / answered with nothing, not/],
  [
    'answers bytes that are no UTF-8',
    () => serve((_, response) => response.writeHead(200, json).end(Buffer.from([0x22, 0xe9, 0x22]))),
    / sent an answer that is not valid UTF-8/,
  ],
  [
    'fails',
    () =>
      serve((_, response) =>
        response.writeHead(500, { 'content-type': 'text/plain' }).end('no \u001b[31mdisk\nleft'),
      ),
    / answered 500 Internal Server Error: no \[31mdisk left/,
  ],
  [
    'is asked too much',
    () => serve((_, response) => response.writeHead(429, { 'retry-after': '120' }).end()),
    / answered 429 Too Many Requests[^]*try again after 120 s/,
  ],
  [
    'sends elsewhere',
    () => serve((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/next' }).end()),
    / answered 307 Temporary Redirect: it has moved to http:\/\/127\.0\.0\.1:9\/next/,
  ],
  [
    'speaks no HTTP',
    () => serveSocket((socket) => socket.end('SSH-2.0-x\r\n')),
    / cannot be asked: Parse Error/,
  ],
  ['is not there', async () => 'http://127.0.0.1:1', / refuses connections/],
];
