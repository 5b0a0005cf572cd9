import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/export/publish.ts';
import { contentOf, newFolder } from '../cli/support.ts';
import { root } from '../support.ts';

const files = (text: string) => ['a.txt', 'b.txt'].map((name) => ({ name, pieces: [`${text} `, name] }));
const content = (text: string) => ({ 'a.txt': `${text} a.txt`, 'b.txt': `${text} b.txt` });
/** What stands beside the output, hidden: the version that is shown, and litter if there is any. */
const hidden = (folder: string) => readdirSync(join(folder, '.out')).sort();
/** The id of a process that is no more. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;

describe('publishing', () => {
  it('shows the files through a link, which it switches to the next', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    await publish(files('old'), out);
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(contentOf(out)).toEqual(content('old'));
    await publish(files('new'), out);
    expect(contentOf(out)).toEqual(content('new'));
    expect(hidden(folder)).toHaveLength(1);
  });

  it('writes nothing anew where nothing changed', async () => {
    const out = join(newFolder(), 'out');
    await publish(files('same'), out);
    const before = lstatSync(join(out, 'a.txt')).ino;
    await publish(files('same'), out);
    expect(lstatSync(join(out, 'a.txt')).ino).toBe(before);
  });

  it.each<[string, (out: string) => void]>([
    ['changed', (out) => writeFileSync(join(out, 'a.txt'), 'other')],
    ['removed', (out) => rmSync(join(out, 'a.txt'))],
    ['added', (out) => writeFileSync(join(out, 'c.txt'), 'other')],
  ])('restores what somebody %s', async (_, change) => {
    const out = join(newFolder(), 'out');
    await publish(files('ours'), out);
    change(out);
    await publish(files('ours'), out);
    expect(contentOf(out)).toEqual(content('ours'));
  });

  it('sweeps away what killed runs left behind, and spares a run that is still at work', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    await publish(files('old'), out);
    const pid = gone();
    mkdirSync(join(folder, `.out/draft-${pid}`));
    symlinkSync('.out/0123456789abcdef', join(folder, `.out/link-${pid}`));
    mkdirSync(join(folder, '.out/fedcba9876543210'));
    // Process 1 is always there: a run that has staged its version and is about to show it.
    mkdirSync(join(folder, '.out/1111111111111111'));
    symlinkSync('.out/1111111111111111', join(folder, '.out/link-1'));
    mkdirSync(join(folder, '.out/draft-1'));
    await publish(files('new'), out);
    expect(hidden(folder)).toEqual(
      ['1111111111111111', 'draft-1', 'link-1', readlinkSync(out).split('/')[1]!].sort(),
    );
  });

  it.each<[string, (out: string, folder: string) => void]>([
    ['a folder', (out) => mkdirSync(out)],
    ['a file', (out) => writeFileSync(out, 'precious')],
    [
      'a link to somewhere else',
      (out, folder) => {
        mkdirSync(join(folder, 'elsewhere'));
        writeFileSync(join(folder, 'elsewhere/precious'), 'precious');
        symlinkSync('elsewhere', out);
      },
    ],
    ['a link to nowhere', (out) => symlinkSync('/no/such/place', out)],
  ])('refuses %s that it did not make, and leaves it', async (_, make) => {
    const folder = newFolder();
    const out = join(folder, 'out');
    make(out, folder);
    const before = readdirSync(folder, { recursive: true });
    await expect(publish(files('new'), out)).rejects.toMatchObject({
      code: 7,
      message: expect.stringMatching(/out is there already and was not made by meent$/),
      hint: expect.stringContaining('--output'),
    });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('leaves the old and no litter where a file cannot be written', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    await publish(files('old'), out);
    const broken = [...files('new'), { name: 'a.txt/below-a-file.txt', pieces: [''] }];
    await expect(publish(broken, out)).rejects.toMatchObject({
      code: 7,
      message: expect.stringMatching(/^Cannot write .*out: (ENOTDIR|EEXIST)/),
      hint: expect.stringContaining('What stood there still stands'),
    });
    expect(contentOf(out)).toEqual(content('old'));
    expect(hidden(folder)).toHaveLength(1);
  });

  it('cannot write below a file', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), 'precious');
    await expect(publish(files('new'), join(folder, 'file/out'))).rejects.toMatchObject({ code: 7 });
    expect(contentOf(folder)).toEqual({ file: 'precious' });
  });
});

describe('a run that is killed', () => {
  const program = join(root, 'test/export/publish-and-die.ts');
  /** Publishes in a process of its own, which dies before that operation on the disk. */
  const publishAndDie = (text: string, out: string, operation: number) =>
    spawnSync(process.execPath, [program, out, text, String(operation)], { encoding: 'utf8' });

  it('before any of its operations on the disk leaves the old or the new, and the next run cleans up', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const outcomes: string[] = [];
    for (let operation = 0; ; operation++) {
      await publish(files('old'), out);
      const { signal, stdout } = publishAndDie('new', out, operation);
      if (stdout.startsWith('done')) break;
      expect(signal).toBe('SIGKILL');
      const found = contentOf(out);
      expect([content('old'), content('new')]).toContainEqual(found);
      outcomes.push(found['a.txt']!.slice(0, 3));
    }
    // First always the old and then always the new: there is one moment of switching.
    expect(outcomes.join(' ')).toMatch(/^(old )+(new ?)+$/);
    expect(outcomes.length).toBeGreaterThan(10);
    await publish(files('new'), out);
    expect(contentOf(out)).toEqual(content('new'));
    expect(hidden(folder)).toHaveLength(1);
  });
});
