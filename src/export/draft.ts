import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readlink, rename, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { ExportFile, WrittenFile } from './export-file.ts';
import { mediaTypeOf } from './formats.ts';
import { filesIn, measure } from './measure.ts';
import { remove, removeEmpty, sweep } from './sweep.ts';

/**
 * Files that are written beside the folder that is to show them, and then are shown in one step: they become a folder
 * of their own, and a symbolic link is switched. Whoever looks sees all the old files or all the new.
 */
export class Draft {
  /** The files so far, in the order in which they were written. */
  readonly written: WrittenFile[] = [];
  readonly #names = new Set<string>();
  /** Tells drafts apart, also those of a process of the same number, long gone. */
  readonly #owner = `${process.pid}-${randomBytes(4).toString('hex')}`;
  readonly #folder: string;
  readonly #shown: string;
  readonly #versions: string;
  readonly #draft: string;
  readonly #link: string;

  /** The first of the folders above the draft that had to be made. */
  #made: string | undefined;
  #isOpen = false;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#shown = relative(process.cwd(), folder) || '.';
    this.#versions = join(dirname(folder), `.${basename(folder)}`);
    this.#draft = join(this.#versions, `draft-${this.#owner}`);
    this.#link = join(this.#versions, `link-${this.#owner}`);
  }

  /**
   * Begins a draft of what `folder` is to show.
   * @throws Failure 7 where that was not made by meent.
   */
  static async begin(folder: string): Promise<Draft> {
    const draft = new Draft(folder);
    await draft.#refuseForeign();
    return draft;
  }

  /** Makes the folder of the draft, when there is something to put in it: what comes before may take long. */
  async #open(): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#made = await mkdir(this.#versions, { recursive: true });
    await remove(this.#draft);
    await mkdir(this.#draft);
  }

  /**
   * Writes a file to the draft and to the disk.
   * @throws Failure 7 where it cannot be written, and what making its text throws; nothing is left of the draft then.
   */
  async write(file: ExportFile): Promise<WrittenFile> {
    const { name, triples, summary, pieces } = file;
    if (this.#names.has(name)) {
      await this.discard();
      throw new Failure(exit.unreadable, `There would be two files called ${name}`, {
        hint: 'Give the query that makes one of them another name.',
      });
    }
    this.#names.add(name);
    const hash = createHash('sha256');
    let bytes = 0;
    // One place of memory for all pieces: V8 is in no hurry to give back what it no longer needs.
    let room = Buffer.alloc(0);
    await this.#orGiveUp(async () => {
      await this.#open();
      const path = join(this.#draft, name);
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(path, 'wx');
      try {
        for await (const piece of pieces) {
          const length = Buffer.byteLength(piece);
          if (length > room.length) room = Buffer.allocUnsafeSlow(length);
          room.write(piece);
          const part = room.subarray(0, length);
          hash.update(part);
          bytes += length;
          await handle.writeFile(part);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
    const written = {
      name,
      triples,
      summary,
      mediaType: mediaTypeOf(name),
      bytes,
      sha256: hash.digest('hex'),
    };
    this.written.push(written);
    return written;
  }

  /**
   * Shows the files in place of those that the folder showed before.
   * @returns the paths of the files, as the user would write them, in order.
   * @throws Failure 7 where that cannot be done; the old files then stand as they were.
   */
  async show(): Promise<string[]> {
    await this.#orGiveUp(async () => {
      await this.#open();
      if (await this.#isShown()) await remove(this.#draft);
      else await this.#switch();
      await sweep(this.#versions, this.#folder);
    });
    return this.written.map(({ name }) => join(this.#shown, name)).sort();
  }

  /** Gives the draft a name that no other has had, since another run may be about to sweep that away, and shows it. */
  async #switch(): Promise<void> {
    const version = `${this.#digest()}-${this.#owner}`;
    // The link comes first: it keeps another run from sweeping away what it points at.
    await symlink(join(basename(this.#versions), version), this.#link, 'dir');
    await synchronise(this.#draft);
    await rename(this.#draft, join(this.#versions, version));
    await rename(this.#link, this.#folder);
    await synchronise(dirname(this.#folder));
  }

  /** Throws the files away; what the folder shows stands as it was. */
  async discard(): Promise<void> {
    await Promise.all([remove(this.#link), remove(this.#draft)]).catch(() => undefined);
    // What was made for it goes too, unless another run has come to use it.
    if (this.#made) await removeEmpty(this.#versions, this.#made);
  }

  /** A folder that somebody else made is not replaced, nor a link that they set. */
  async #refuseForeign(): Promise<void> {
    const found = await lstat(this.#folder).catch(() => undefined);
    if (!found) return;
    const target = found.isSymbolicLink() ? await readlink(this.#folder) : '';
    if (dirname(target) === basename(this.#versions)) return;
    throw new Failure(exit.unwritable, `${this.#shown} is there already and was not made by meent`, {
      hint: 'Move it away, or name another folder with --output.',
    });
  }

  /** Whether the folder shows these files already, and no other: a person may have changed what we once wrote there. */
  async #isShown(): Promise<boolean> {
    const names = await filesIn(this.#folder).catch(() => []);
    const own = new Map(this.written.map((file) => [file.name, file.sha256]));
    if (names.length !== own.size) return false;
    const same = names.map(async (name) => {
      // Another run may have taken it away meanwhile.
      const found = await measure(join(this.#folder, name)).catch(() => undefined);
      return found?.sha256 === own.get(name);
    });
    return (await Promise.all(same)).every(Boolean);
  }

  #digest(): string {
    const hash = createHash('sha256');
    for (const { name, sha256 } of this.written) hash.update(`${name}\u0000${sha256}\u0000`);
    return hash.digest('hex').slice(0, 16);
  }

  async #orGiveUp(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      await this.discard();
      if (!isOfTheDisk(cause)) throw cause;
      throw new Failure(exit.unwritable, `Cannot write ${this.#shown}: ${cause.message}`, {
        hint: 'What stood there still stands. Mend the folder, or name another with --output.',
        cause,
      });
    }
  }
}

const isOfTheDisk = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause;

/** Makes what a folder holds outlast a loss of power, where the system can. */
async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
