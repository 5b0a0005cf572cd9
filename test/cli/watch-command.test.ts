import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchCommand } from '../../src/cli/watch-command.ts';
import { files, mill, millWith } from '../evidence/mill.ts';
import { root } from '../support.ts';
import { meent } from './support.ts';

const options = {
  checks: false,
  failOn: 'violation',
  requireEvidence: false,
  allowEmpty: false,
  limit: 30,
  all: false,
  format: 'text',
  output: [],
} as const;

/** Waits until something is so, however slow the machine is. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); await sleep(20))
    if (Date.now() > end) throw new Error('It did not come to this');
}

/** Watches a mill in this process. */
function watchMill(width?: number) {
  const folder = millWith();
  const written: string[] = [];
  const ending = new AbortController();
  const console = {
    out: (text: string) => void written.push(text),
    err: (text: string) => void written.push(text),
    read: async () => '',
    async *lines() {},
    isTyped: false,
    env: {},
    width,
    colour: false,
  };
  const code = watchCommand(
    { console, language: 'en', version: '0', project: folder },
    options,
    ending.signal,
  );
  onTestFinished(async () => {
    ending.abort();
    await code;
  });
  return { folder, written, ending, code };
}

function change(folder: string, file: keyof typeof files, edit: (text: string) => string): void {
  const path = join(folder, files[file]);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

describe('meent validate --watch', () => {
  it('validates, and again when data or the text of a report change', async () => {
    const { folder, written } = watchMill();
    await until(() => written.length === 1);
    expect(written[0]).toContain('no problems');
    change(folder, 'claims', (text) => text.replace('0.9 ;', '7.0 ;'));
    await until(() => written.length === 2);
    expect(written[1]).toContain('1 violation,');
    change(folder, 'text', (text) => text.replace('Bram', 'Brem'));
    await until(() => written.length === 3);
    expect(written[2]).toContain('4 violations');
  });

  it('shows an error of syntax with its place and goes on', async () => {
    const { folder, written } = watchMill();
    await until(() => written.length === 1);
    change(folder, 'claims', (text) => `${text}<broken`);
    await until(() => written.length === 2);
    expect(written[1]).toMatch(/claims\.ttl:\d+: Not valid RDF/);
    change(folder, 'claims', (text) => text.replace('<broken', ''));
    await until(() => written.length === 3);
    expect(written[2]).toContain('no problems');
  });

  it('shows settings that are wrong and goes on', async () => {
    const { folder, written } = watchMill();
    await until(() => written.length === 1);
    writeFileSync(join(folder, 'meent.json'), '{');
    await until(() => written.length === 2);
    expect(written[1]).toContain('meent.json');
    writeFileSync(join(folder, 'meent.json'), readFileSync(join(mill, 'meent.json')));
    await until(() => written.length === 3);
    expect(written[2]).toContain('no problems');
  });

  it('gives the time on a terminal only', async () => {
    const terminal = watchMill(80);
    await until(() => terminal.written.length === 2);
    expect(terminal.written[0]).toMatch(/^── \d\d:\d\d:\d\d · waiting/);
    const pipe = watchMill();
    await until(() => pipe.written.length === 1);
    expect(pipe.written.join('')).not.toMatch(/\d\d:\d\d:\d\d/);
  });

  it('ends with 130', async () => {
    const { written, ending, code } = watchMill();
    await until(() => written.length === 1);
    ending.abort();
    expect(await code).toBe(130);
  });

  it('ends with 130 on Ctrl-C', async () => {
    const args = [join(root, 'bin/meent.js'), 'validate', '--watch', '--no-checks', '--project', millWith()];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  it.each([
    ['--update-baseline', ['--baseline', 'b.json', '--update-baseline']],
    ['standard input', ['--data', '-']],
  ])('does not go together with %s', async (_, args) => {
    expect((await meent(['validate', '--watch', '--project', mill, ...args])).code).toBe(2);
  });

  it('needs a project', async () => {
    expect((await meent(['validate', '--watch', '--project', join(mill, 'sources')])).code).toBe(3);
  });
});
