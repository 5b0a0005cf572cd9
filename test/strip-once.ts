import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

/** Where Node keeps the sources without their types; the threads of tests look there. */
export const stripped = join(root, 'node_modules/.stripped');

/**
 * Has Node strip the types of all sources once, before the tests. Threads of tests begin from the sources, and Node strips
 * types with WebAssembly: in many threads at once that takes long, and V8 dies of it now and then.
 */
export default function setup(): void {
  const sources = globSync('src/**/*.ts', { cwd: root }).filter(
    (name) => !name.endsWith('.d.ts') && !name.includes('browser') && name !== join('src', 'cli.ts'),
  );
  const urls = sources.map((name) => pathToFileURL(join(root, name)).href);
  // Some are made for threads, and fail where they are in none: by then they are stripped.
  const code = `for (const url of ${JSON.stringify(urls)}) await import(url).catch(() => undefined);
    (await import('node:module')).flushCompileCache();
    process.exit();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: stripped },
    stdio: 'inherit',
  });
}
