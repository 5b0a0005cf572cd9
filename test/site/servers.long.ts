import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadData } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { resolve } from '../../src/site/routes.ts';
import { meent, newFolder, orchardWith } from '../cli/support.ts';

const apache = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find((path) => existsSync(path));
const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const modules = ['/usr/lib/apache2/modules', '/usr/lib/httpd/modules'].find((path) => existsSync(path));

/** What is asked of every IRI. */
const asked = [
  { accept: 'text/turtle' },
  { accept: 'application/json' },
  { accept: 'text/turtle;q=0.5, text/html' },
  { accept: 'text/html;q=0.2, application/ld+json;q=0.8', acceptLanguage: 'en' },
  { accept: 'text/html', acceptLanguage: 'en-GB,en;q=0.9,nl;q=0.8' },
  { accept: '*/*', acceptLanguage: 'nl,en;q=0.5' },
  { accept: 'image/png', acceptLanguage: 'fr' },
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const ask = (port: number, path: string, headers: Record<string, string> = {}): Promise<Got> =>
  new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      response.resume();
      done({ status: response.statusCode!, headers: response.headers });
    }).on('error', fail);
  });

/** Runs a server until the test is done. */
async function run(command: string, args: readonly string[], port: number): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += String(data)));
  onTestFinished(() => void child.kill());
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(said);
    if (await ask(port, '/').catch(() => undefined)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${command} does not answer: ${said}`);
}

/** The site of the orchard where a server may read it, and the paths of its IRIs below the base. */
async function orchardSite(): Promise<{ folder: string; above: string; paths: string[]; base: string }> {
  const project = orchardWith();
  const above = newFolder();
  chmodSync(above, 0o755);
  await meent(['--project', project, 'site', '-o', join(above, 'made')]);
  const folder = join(above, 'site');
  cpSync(join(above, 'made'), folder, { recursive: true, dereference: true });
  const opened = openProject(project);
  const { dataset } = await loadData(opened);
  const { base } = opened.config;
  const iris = new Set(
    [...dataset].map(({ subject }) => subject.value).filter((iri) => iri.startsWith(base)),
  );
  return {
    folder,
    above,
    base,
    paths: [...iris].filter((_, index) => index % 2 === 0).map((iri) => iri.slice(base.length)),
  };
}

/** Whether a server sends every IRI where the rules say. */
async function expectRules(
  port: number,
  paths: readonly string[],
  base: string,
  under: string,
  root: string,
): Promise<void> {
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths)
    for (const { accept, acceptLanguage } of asked) {
      const { status, headers } = await ask(port, under + path.replace(/#.*/, ''), {
        accept,
        ...(acceptLanguage && { 'accept-language': acceptLanguage }),
      });
      const to = resolve(base + path.replace(/#.*/, ''), base, { accept, acceptLanguage })!;
      const fragment = to.form === 'html' && to.fragment !== undefined ? `#${to.fragment}` : '';
      const location = String(headers['location']).replace(`http://127.0.0.1:${port}/`, '/');
      expect({ path, accept, acceptLanguage, status, location }).toEqual({
        path,
        accept,
        acceptLanguage,
        status: 303,
        location: `${root}${to.path}${fragment}`,
      });
    }
}

async function expectHeaders(port: number): Promise<void> {
  const page = await ask(port, '/nl/actor/ans-boom/');
  expect(page.status).toBe(200);
  expect(page.headers['link']).toContain('</actor/ans-boom.ttl>; rel="alternate"; type="text/turtle"');
  expect(page.headers['content-security-policy']).not.toContain('unsafe');
  expect((await ask(port, '/actor/ans-boom.ttl')).headers['content-type']).toBe('text/turtle; charset=utf-8');
  expect((await ask(port, '/actor/ans-boom.jsonld')).headers['content-type']).toBe('application/ld+json');
  expect((await ask(port, '/.well-known/void')).headers['content-type']).toContain('text/turtle');
  expect((await ask(port, '/nl/nobody/')).status).toBe(404);
  const style = await ask(port, '/style.css', { 'accept-encoding': 'gzip' });
  expect(style.headers).toMatchObject({ 'content-encoding': 'gzip' });
}

describe.skipIf(!apache || !modules)(
  'Apache with the rules of a site (skipped where there is no Apache)',
  () => {
    it('sends every IRI to its page or data, from the folder of the site and from that of w3id.org', async () => {
      const { folder, above, paths, base } = await orchardSite();
      const [own, w3id] = [await freePort(), await freePort()];
      mkdirSync(join(above, 'w3id/orchard'), { recursive: true });
      cpSync(join(folder, 'servers/w3id.htaccess'), join(above, 'w3id/orchard/.htaccess'));
      const names = 'mpm_event rewrite headers mime dir negotiation authz_core unixd filter deflate';
      const loaded = names
        .split(' ')
        .filter((name) => existsSync(join(modules!, `mod_${name}.so`)))
        .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`);
      const host = (port: number, root: string) =>
        `Listen 127.0.0.1:${port}\n<VirtualHost 127.0.0.1:${port}>\nDocumentRoot ${root}\n<Directory ${root}>\nAllowOverride All\nOptions FollowSymLinks\n</Directory>\n</VirtualHost>\n`;
      writeFileSync(
        join(above, 'apache.conf'),
        `ServerRoot ${above}\nPidFile ${above}/pid\nErrorLog ${above}/error.log\nServerName localhost\nUser nobody\nGroup nogroup\n${loaded.join('')}TypesConfig /etc/mime.types\nDirectoryIndex index.html\n${host(own, folder)}${host(w3id, join(above, 'w3id'))}`,
      );
      await run(apache!, ['-f', join(above, 'apache.conf'), '-DFOREGROUND'], own);
      await expectRules(own, paths, base, '/', '/');
      await expectRules(w3id, paths, base, '/orchard/', 'https://example.org/site/');
      await expectHeaders(own);
    });
  },
);

describe.skipIf(!nginx)('nginx with the rules of a site (skipped where there is no nginx)', () => {
  it('sends every IRI to its page or data', async () => {
    const { folder, above, paths, base } = await orchardSite();
    const port = await freePort();
    const rules = readFileSync(join(folder, 'servers/nginx.conf'), 'utf8');
    const maps = rules.match(/^map [^]*?\n\}\n/gm)!;
    const rest = maps.reduce((text, map) => text.replace(map, ''), rules);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${above}/${name};\n`,
    );
    writeFileSync(
      join(above, 'nginx.conf'),
      `daemon off; pid ${above}/pid; error_log ${above}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('')}${maps.join('')}server {\nlisten 127.0.0.1:${port};\nroot ${folder};\nabsolute_redirect off;\n${rest}}\n}\n`,
    );
    await run(nginx!, ['-c', join(above, 'nginx.conf'), '-e', join(above, 'error.log')], port);
    await expectRules(port, paths, base, '/', '/');
    await expectHeaders(port);
  });
});
