import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkManifest } from '../../src/export/check-manifest.ts';
import { publish } from '../../src/export/publish.ts';
import { contentOf, meent, newFolder, orchard, orchardWith } from '../cli/support.ts';
import { finish } from '../processes.ts';
import { root } from '../support.ts';

const bin = join(root, 'bin/meent.js');
const files = (text: string) => ['a.txt', 'b.txt'].map((name) => ({ name, pieces: [text] }));

/** Mounts a file system of a size on a new folder, until the test is done; undefined where we may not. */
function mounted(size: string): string | undefined {
  const folder = newFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0)
    return undefined;
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}
const probe = spawnSync('sh', [
  '-c',
  'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
]);
const mayMount = probe.status === 0;
if (!mayMount) console.warn('NOT RUN: a full and a read-only disk; mounting one needs more rights');

describe.skipIf(!mayMount)('on a disk of its own (skipped where none can be mounted),', () => {
  it('that is full, publishing exits with 7, leaves the old and no litter', async () => {
    const disk = mounted('64k')!;
    const out = join(disk, 'out');
    await publish(files('old'), out);
    await expect(publish(files('new'.repeat(20_000)), out)).rejects.toMatchObject({
      code: 7,
      message: expect.stringMatching(/^Cannot write .*out: ENOSPC/),
      hint: expect.stringContaining('What stood there still stands'),
    });
    expect(contentOf(out)).toEqual({ 'a.txt': 'old', 'b.txt': 'old' });
    expect(readdirSync(join(disk, '.out'))).toHaveLength(1);
    await publish(files('new'), out);
    expect(contentOf(out)).toEqual({ 'a.txt': 'new', 'b.txt': 'new' });
  });

  it('that is full, an export exits with 7 and prints nothing', async () => {
    const disk = mounted('256k')!;
    const ran = await meent(['export', '--project', orchard, '-o', join(disk, 'out')]);
    expect(ran).toMatchObject({ code: 7, out: '', err: expect.stringContaining('ENOSPC') });
    expect(readdirSync(disk)).toEqual([]);
  });

  it('that is read-only, an export exits with 7 and leaves what is there', async () => {
    const disk = mounted('4m')!;
    const out = join(disk, 'out');
    await meent(['export', '--project', orchard, '-o', out]);
    const before = contentOf(out);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const ran = await meent(['export', '--to', 'ttl', '--project', orchard, '-o', out]);
    expect(ran).toMatchObject({ code: 7, out: '', err: expect.stringContaining('EROFS') });
    expect(contentOf(out)).toEqual(before);
  });
});

const isRoot = process.getuid?.() === 0;
/** Runs a program as somebody who owns nothing, where we may become that. */
const asNobody = (...args: string[]) =>
  spawnSync(process.execPath, args, { encoding: 'utf8', ...(isRoot && { uid: 65534, gid: 65534 }) });
// Where the repository lies below a folder that only we may enter, nobody else can run it.
const canRun = asNobody(bin, '--version').status === 0;
if (!canRun) console.warn('NOT RUN: a folder without permission; nobody else can read this repository');

it.skipIf(!canRun)(
  'without permission to write, an export exits with 7 and leaves what is there (skipped where nobody else can run us)',
  () => {
    const folder = orchardWith();
    chmodSync(folder, 0o755);
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    writeFileSync(join(locked, 'precious'), 'precious');
    chmodSync(locked, 0o555);
    const { status, stdout, stderr } = asNobody(
      bin,
      'export',
      '--project',
      folder,
      '-o',
      join(locked, 'out'),
    );
    expect({ status, stdout }).toEqual({ status: 7, stdout: '' });
    expect(stderr).toContain('EACCES');
    expect(contentOf(locked)).toEqual({ precious: 'precious' });
  },
);

describe('two at once', () => {
  it('in one process publish whole versions, of which the last stays', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index % 5}`);
    await Promise.all(texts.map((text) => publish(files(text), out)));
    const found = contentOf(out);
    expect(texts.map((text) => ({ 'a.txt': text, 'b.txt': text }))).toContainEqual(found);
    await publish(files('last'), out);
    expect(contentOf(out)).toEqual({ 'a.txt': 'last', 'b.txt': 'last' });
  });

  it('in two processes leave what one of them wrote, whole', async () => {
    const [one, two] = [orchardWith(), orchardWith({ 'data/reference/more.ttl': '<urn:x> <urn:y> "z" .\n' })];
    const out = join(newFolder(), 'out');
    const exportTo = (folder: string, to: string) =>
      finish(process.execPath, [bin, 'export', '--project', folder, '-o', to]);
    const ran = await Promise.all([exportTo(one, out), exportTo(two, out), exportTo(two, out)]);
    expect(ran.map(({ code, err }) => ({ code, err }))).toEqual(Array(3).fill({ code: 0, err: '' }));
    expect((await checkManifest(out)).deviations).toEqual([]);
    const copies = [one, two].map((folder) => join(folder, 'alone'));
    await Promise.all([exportTo(one, copies[0]!), exportTo(two, copies[1]!)]);
    expect(copies.map(contentOf)).toContainEqual(contentOf(out));
  });
});

it('what was published can be moved and copied, and is still as its manifest says', async () => {
  const folder = newFolder();
  await meent(['export', '--project', orchard, '-o', join(folder, 'out')]);
  cpSync(join(folder, 'out'), join(folder, 'copy'), { recursive: true, dereference: true });
  expect((await checkManifest(join(folder, 'copy'))).deviations).toEqual([]);
});
