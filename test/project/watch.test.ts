import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchFiles } from '../../src/project/watch.ts';

/** Content of which a part is not content: it begins and ends with its number. */
const whole = (number: number, length = 20_000): string => `<${number}${'.'.repeat(length)}${number}>`;
const isWhole = (text: string): boolean => /^<(\d+)\.*\1>$/.test(text);

let folder: string;
let watching: AbortController;
let ended: Promise<void>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meent-watch-'));
  watching = new AbortController();
});
afterEach(async () => {
  watching.abort();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** What a watcher delivered: the files that changed, and the content of `file.ttl` then. */
interface Seen {
  readonly changed: readonly string[];
  readonly content: string;
}

function watchFolder(before: () => void = () => {}): Seen[] {
  const seen: Seen[] = [];
  const onSettled = async (paths: readonly string[]) => {
    const changed = paths.map((path) => path.slice(folder.length + 1));
    const content = read();
    before();
    return () => void seen.push({ changed, content });
  };
  ended = watchFiles([folder], onSettled, { signal: watching.signal, accept: /\.ttl$/ });
  return seen;
}

const file = () => join(folder, 'file.ttl');
const read = (): string => {
  try {
    return readFileSync(file(), 'utf8');
  } catch {
    return '';
  }
};

/** Waits until something is so, however slow the machine is. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); await sleep(20))
    if (Date.now() > end) throw new Error('It did not come to this');
}

const styles: Readonly<Record<string, (text: string) => Promise<void>>> = {
  async 'truncated and written'(text) {
    truncateSync(file());
    await sleep(10);
    const half = text.length / 2;
    appendFileSync(file(), text.slice(0, half));
    await sleep(10);
    appendFileSync(file(), text.slice(half));
  },
  async 'written beside and renamed'(text) {
    writeFileSync(`${file()}.draft`, text.slice(0, 100));
    await sleep(10);
    writeFileSync(`${file()}.draft`, text);
    renameSync(`${file()}.draft`, file());
  },
  async 'deleted and added'(text) {
    rmSync(file());
    await sleep(10);
    writeFileSync(file(), text);
  },
  async 'written a byte at a time'(text) {
    const handle = openSync(file(), 'w');
    for (const character of text) {
      writeSync(handle, character);
      await sleep(10);
    }
    closeSync(handle);
  },
};

describe('a file that is', () => {
  it.each(Object.keys(styles))('%s is seen whole, the last time too', async (style) => {
    writeFileSync(file(), whole(0));
    const seen = watchFolder();
    await until(() => seen.length === 1);
    const length = style.includes('byte') ? 40 : 20_000;
    for (let number = 1; number <= 6; number++) {
      await styles[style]!(whole(number, length));
      // Now and then long enough for a look in between.
      await sleep(number % 3 === 0 ? 150 : 5);
    }
    await until(() => seen.at(-1)!.content === whole(6, length));
    expect(seen.filter(({ content }) => !isWhole(content))).toEqual([]);
  });
});

describe('a watched folder', () => {
  const settled = async () => {
    writeFileSync(file(), whole(0));
    const seen = watchFolder();
    await until(() => seen.length === 1);
    return seen;
  };

  it('gives all of its files first', async () => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    writeFileSync(join(folder, 'deep/er/other.ttl'), '');
    expect((await settled())[0]!.changed).toEqual([join('deep', 'er', 'other.ttl'), 'file.ttl']);
  });

  it('gives files that come, also in new folders, and files that go', async () => {
    const seen = await settled();
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/come.ttl'), 'x');
    await until(() => seen.length === 2);
    expect(seen[1]!.changed).toEqual([join('new', 'come.ttl')]);
    rmSync(join(folder, 'new'), { recursive: true });
    await until(() => seen.length === 3);
    expect(seen[2]!.changed).toEqual([join('new', 'come.ttl')]);
  });

  it('sees other content of the same size and time', async () => {
    const seen = await settled();
    const { atime, mtime } = statSync(file());
    writeFileSync(file(), whole(1));
    utimesSync(file(), atime, mtime);
    await until(() => seen.length === 2);
    expect(seen[1]!.content).toBe(whole(1));
  });

  it('has nothing to give where only times change, content is the same again, or other files change', async () => {
    const seen = await settled();
    utimesSync(file(), new Date(0), new Date(0));
    writeFileSync(file(), whole(0));
    writeFileSync(join(folder, 'file.ttl~'), 'a copy');
    await sleep(700);
    writeFileSync(file(), whole(1));
    await until(() => seen.at(-1)!.content === whole(1));
    expect(seen.map(({ changed }) => changed)).toEqual([['file.ttl'], ['file.ttl']]);
  });

  it('delivers nothing of files that change while it is at work, and works again', async () => {
    writeFileSync(file(), whole(0));
    let works = 0;
    const seen = watchFolder(() => {
      works += 1;
      if (works === 1) writeFileSync(file(), whole(1));
    });
    await until(() => seen.length === 1);
    expect(seen[0]!.content).toBe(whole(1));
    expect(works).toBe(2);
  });

  it('also works again where the content is back as it was', async () => {
    writeFileSync(file(), whole(0));
    let works = 0;
    const seen = watchFolder(() => {
      works += 1;
      if (works === 1) writeFileSync(file(), whole(0));
    });
    await until(() => seen.length === 1);
    expect(works).toBe(2);
  });

  it('need not be there yet', async () => {
    rmSync(folder, { recursive: true });
    const seen = watchFolder();
    await until(() => seen.length === 1);
    mkdirSync(folder);
    writeFileSync(file(), whole(1));
    await until(() => seen.length === 2);
    expect(seen[1]).toEqual({ changed: ['file.ttl'], content: whole(1) });
  });
});

describe('a watch', () => {
  it('on a file by its name sees it replaced', async () => {
    writeFileSync(file(), whole(0));
    const seen: string[] = [];
    ended = watchFiles([file()], async () => () => void seen.push(read()), { signal: watching.signal });
    await until(() => seen.length === 1);
    await styles['written beside and renamed']!(whole(1));
    await until(() => seen.at(-1) === whole(1));
    await styles['deleted and added']!(whole(2));
    await until(() => seen.at(-1) === whole(2));
  });

  it('that is ended before it began gives nothing', async () => {
    watching.abort();
    const seen = watchFolder();
    await ended;
    expect(seen).toEqual([]);
  });

  it('passes on what is thrown', async () => {
    const failing = watchFiles([folder], () => Promise.reject(new Error('no')), { signal: watching.signal });
    ended = failing.catch(() => undefined);
    await expect(failing).rejects.toThrow('no');
  });
});
