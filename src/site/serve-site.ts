import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { mediaTypeOf } from '../export/formats.ts';
import { contentPolicy } from './frame.ts';
import { resolve } from './routes.ts';

/**
 * Serves the folder of a site on 127.0.0.1, to be looked at, with the headers that its rules give it elsewhere; paths of
 * IRIs are sent on to pages or data as servers do.
 * @param port 0 for one that is free.
 */
export function serveSite(folder: string, port: number): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    void answer(folder, request, response).catch(() => response.writeHead(500).end());
  });
  const { promise, resolve: done, reject } = Promise.withResolvers<{ server: Server; address: string }>();
  server.on('error', reject);
  server.listen(port, '127.0.0.1', () => {
    const { port: given } = server.address() as { port: number };
    done({ server, address: `http://127.0.0.1:${given}/` });
  });
  return promise;
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers: Record<string, string> = {
    'content-security-policy': contentPolicy(true),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    vary: 'Accept, Accept-Language',
  };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
  const path = pathOf(request.url ?? '/');
  const file = path === undefined ? undefined : await fileFor(folder, path);
  if (file !== undefined) {
    const page = /^(?:nl|en)\/(.+)\/index\.html$/.exec(file)?.[1];
    if (page !== undefined && (await isFile(join(folder, `${page}.ttl`))))
      headers['link'] =
        `</${encodeURI(page)}.ttl>; rel="alternate"; type="text/turtle", </${encodeURI(page)}.jsonld>; rel="alternate"; type="application/ld+json"`;
    return send(folder, file, 200, headers, request, response);
  }
  const target = path === undefined ? undefined : redirection(path, request);
  if (target !== undefined) return void response.writeHead(303, { ...headers, location: target }).end();
  return send(folder, '404.html', 404, headers, request, response);
}

/** The path that is asked for; undefined where it leads out of the folder. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.split('/').some((part) => part === '..' || /[\\\0]/.test(part)) ? undefined : path.slice(1);
  } catch {
    return undefined;
  }
}

async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return (await isFile(join(folder, file))) ? file : undefined;
}

/** Where the rules lead from the path of an IRI, or from the path of a page without the slash at its end. */
function redirection(path: string, { headers }: IncomingMessage): string | undefined {
  if (/^(nl|en)(\/|$)/.test(path)) return path.endsWith('/') ? undefined : `/${encodeURI(path)}/`;
  const base = 'https://example.org/';
  const target = resolve(base + path, base, {
    accept: headers.accept,
    acceptLanguage: headers['accept-language'],
  });
  if (!target) return undefined;
  const fragment = target.fragment === undefined ? '' : `#${encodeURIComponent(target.fragment)}`;
  return `/${encodeURI(target.path)}${fragment}`;
}

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false;

async function send(
  folder: string,
  file: string,
  status: number,
  headers: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = join(folder, file);
  const size = (await stat(path)).size;
  const type = file === '.well-known/void' ? 'text/turtle' : mediaTypeOf(file);
  const isText = /^text\/|xml$/.test(type);
  response.writeHead(status, {
    ...headers,
    'content-type': isText ? `${type}; charset=utf-8` : type,
    'content-length': size,
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}
