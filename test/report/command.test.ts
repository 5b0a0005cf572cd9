import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Console } from '../../src/cli/console.ts';
import { run } from '../../src/run.ts';

const orchard = ['--data', 'test/report/orchard/data', '--shapes', 'test/report/orchard/shapes'];

async function meent(args: readonly string[], setting: Partial<Console> = {}) {
  let [out, err] = ['', ''];
  const console: Console = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    read: async () => '',
    async *lines() {},
    isTyped: false,
    env: {},
    width: undefined,
    colour: false,
    ...setting,
  };
  const code = await run(args, console);
  return { code, out, err };
}

const validate = (...args: string[]) => meent(['validate', ...orchard, ...args]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meent-report-'));
});

describe('meent validate', () => {
  it('writes nothing but the report to standard output', async () => {
    const { code, out, err } = await validate('--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, exitCode: 1 });
    expect(err).toBe('');
  });

  it('writes several forms at once, chosen by ending or by name, and makes their folder', async () => {
    const [sarif, junit, text] = ['a/r.sarif', 'a/b/r.out', 'r.txt'].map((name) => join(folder, name));
    const { code, out } = await validate('-o', sarif!, '-o', `junit:${junit}`, '-o', text!);
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(sarif!, 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(junit!, 'utf8')).toMatch(/^<\?xml/);
    expect(readFileSync(text!, 'utf8')).toBe(out);
  });

  it('shows the first three offences against a rule, and with --all each', async () => {
    const shown = async (...args: string[]) => (await validate(...args)).out.match(/ warning: /g)?.length;
    expect(await shown()).toBe(5);
    expect(await shown('--all')).toBe(7);
  });

  it('colours only where the console does, and never a file', async () => {
    const file = join(folder, 'r.txt');
    const { out } = await meent(['validate', ...orchard, '-o', file], { colour: true });
    expect(out).toContain('\u001b[31m');
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b');
    expect(out.replace(/\u001b\[\d+m/g, '')).toBe((await validate()).out);
  });

  it.each([
    ['an unknown form', ['--format', 'xml'], /choices|Allowed/],
    ['an ending that says nothing', ['-o', 'report.pdf'], /Cannot tell in which form report\.pdf/],
    ['standard output as a file', ['-o', '-'], /Cannot tell/],
    ['the same file twice', ['-o', 'r.json', '-o', 'sarif:r.json'], /same file/],
  ])('refuses %s with 2 before it does any work', async (_, args, message) => {
    const { code, out, err } = await validate(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('gives 7 for a file that cannot be written, when the others have been', async () => {
    const [bad, good] = [join(folder, 'in-the-way.json'), join(folder, 'good.json')];
    mkdirSync(bad);
    const { code, out, err } = await validate('-o', bad, '-o', good);
    expect(code).toBe(7);
    expect(out).toContain('violation');
    expect(err).toContain(`Cannot write ${bad}`);
    expect(existsSync(good)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['good.json', 'in-the-way.json']);
  });

  it('writes to what a link points to, and to a device, without replacing either', async () => {
    const [target, link] = [join(folder, 'target.json'), join(folder, 'link.json')];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    expect((await validate('-o', link, '-o', 'json:/dev/null')).code).toBe(1);
    expect(JSON.parse(readFileSync(target, 'utf8')).schemaVersion).toBe(1);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
