import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Apache's server where the machine has it, or where MEENT_HTTPD says it is. */
export const httpd = [process.env['MEENT_HTTPD'], '/usr/sbin/apache2', '/usr/sbin/httpd'].find(
  (path) => path && existsSync(path),
);

const modulesOf = (path: string): string | undefined =>
  [
    '../lib/apache2/modules',
    '../lib/httpd/modules',
    '../lib64/httpd/modules',
    '../../usr/lib/apache2/modules',
  ]
    .map((folder) => join(dirname(path), folder))
    .find((folder) => existsSync(join(folder, 'mod_rewrite.so')));

export interface Served {
  readonly get: (
    path: string,
    accept: string,
  ) => Promise<{ status: number; location?: string; vary?: string }>;
  readonly stop: () => void;
}

/** Serves a folder with an `.htaccess` file at `/orchard/` with Apache itself. */
export async function serveWithApache(htaccess: string): Promise<Served> {
  const root = mkdtempSync(join(tmpdir(), 'meent-httpd-'));
  mkdirSync(join(root, 'www/orchard'), { recursive: true });
  writeFileSync(join(root, 'www/orchard/.htaccess'), htaccess);
  const port = await freePort();
  const modules = modulesOf(httpd!)!;
  const load = ['mpm_event', 'authz_core', 'headers', 'rewrite', 'negotiation']
    .map((name) => [name, join(modules, `mod_${name}.so`)] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => `LoadModule ${name}_module "${file}"\n`);
  writeFileSync(
    join(root, 'httpd.conf'),
    `ServerRoot "${root}"\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile "${root}/pid"\nErrorLog "${root}/error.log"
${load.join('')}DocumentRoot "${root}/www"\n<Directory "${root}/www">\n  AllowOverride All\n  Options FollowSymLinks\n  Require all granted\n</Directory>\n`,
  );
  const server = spawn(httpd!, ['-X', '-f', join(root, 'httpd.conf')], { stdio: 'ignore' });
  const served: Served = {
    get: (path, accept) =>
      new Promise((resolve, reject) => {
        get(
          { port, host: '127.0.0.1', path: `/orchard/${path}`, headers: accept ? { accept } : {} },
          (response) => {
            response.resume();
            const { location, vary } = response.headers;
            resolve({ status: response.statusCode!, location, vary } as never);
          },
        ).on('error', reject);
      }),
    stop: () => {
      server.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
  for (let tries = 0; tries < 100; tries++) {
    if (await served.get('', '').catch(() => undefined)) return served;
    await new Promise((done) => setTimeout(done, 50));
  }
  served.stop();
  throw new Error('Apache does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
