import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { start as startProgram } from '../processes.ts';
import { root, textOf } from '../support.ts';
import { contentOf, orchard, orchardWith } from './support.ts';

const bin = join(root, 'bin/meent.js');

/** Starts the real program; `before` are options of Node. */
const start = (args: readonly string[], before: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  startProgram(process.execPath, [...before, bin, ...args], { cwd: root, env: { LC_ALL: 'C', ...env } });

const ending = (args: readonly string[], before?: readonly string[], env?: NodeJS.ProcessEnv) =>
  start(args, before, env).finished;

describe('the program', () => {
  it('writes data to stdout and nothing to stderr', async () => {
    const ran = await ending([
      'query',
      'claims-of-actor',
      '-v',
      'actor=ans-boom',
      '-f',
      'csv',
      '--project',
      orchard,
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^start,end,claim,.*\r\n91,123,.*\r\n$/);
  });

  it('writes complaints to stderr and nothing to stdout', async () => {
    expect(await ending(['query', 'nothing-of-the-kind', '--project', orchard])).toMatchObject({
      code: 2,
      out: '',
      err: 'No query called nothing-of-the-kind\nHow to mend it: `meent query --list` shows them all.\n',
    });
  });

  it('reads a query from stdin', async () => {
    const { child, finished } = start(['query', '-', '--project', orchard]);
    child.stdin!.end('ASK { ?x a <https://w3id.org/meent/ns#Claim> }');
    expect(await finished).toMatchObject({ code: 0, out: 'yes\n', err: '' });
  });

  it('takes the language of the locale, and writes no colours, with NO_COLOR or without', async () => {
    const locale = { LC_ALL: 'nl_NL.UTF-8', FORCE_COLOR: undefined };
    const plain = await ending(['validate', '--no-checks', '--project', orchard], [], locale);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toContain('geen problemen');
    expect(plain.out).not.toMatch(/\u001b/);
    expect(
      await ending(['validate', '--no-checks', '--project', orchard], [], { ...locale, NO_COLOR: '1' }),
    ).toEqual(plain);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    expect(await ending(['--version'])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { child, finished } = start([
      'query',
      '-e',
      'SELECT * { ?s ?p ?o }',
      '-f',
      'csv',
      '--project',
      orchard,
    ]);
    child.stdout!.destroy();
    expect(await finished).toMatchObject({ code: 0, err: '' });
  });

  it.each(['18.20.8', '20.20.2', '22.18.0'])(
    'tells Node %s in one sentence which it needs, and exits with 2',
    async (version) => {
      const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
      const ran = await ending(['validate'], ['--import', pretend]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(
        new RegExp(
          `^meent needs Node\\.js 22\\.19 or newer; this is ${version.replaceAll('.', '\\.')}\\.\nHow to mend it: .*\n$`,
        ),
      );
    },
  );

  it('has no prototype that a document could write to', async () => {
    const look = `data:text/javascript,process.on('exit', () => process.stderr.write(String('__proto__' in {})))`;
    expect(await ending(['--version'], ['--import', look])).toMatchObject({ code: 0, err: 'false' });
  });
});

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends a build with %i and leaves what stood there', async (signal, code) => {
    const folder = orchardWith();
    expect(await ending(['export', '--project', folder])).toMatchObject({ code: 0 });
    const before = contentOf(join(folder, 'dist/exports'));
    // Says when the program can be interrupted; loading the engine then still takes much longer.
    const tell = `data:text/javascript,const asking = setInterval(() => {
      if (!process.listenerCount('${signal}')) return;
      process.stderr.write('ready');
      clearInterval(asking);
    }, 1)`;
    const { child, finished } = start(['build', '--project', folder], ['--import', tell]);
    await new Promise<void>((resolve) => child.stderr!.once('data', () => resolve()));
    child.kill(signal);
    expect(await finished).toMatchObject({ code, out: '' });
    expect(contentOf(join(folder, 'dist/exports'))).toEqual(before);
    expect(await ending(['export', '--project', folder])).toMatchObject({ code: 0, err: '' });
  });
});
