import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { Question, Reply } from '../fetch/fetch-whole.ts';
import { askPolitely, type Manners } from '../fetch/politely.ts';
import { readJson, valueOf } from '../graph/json.ts';
import { saveFiles } from '../project/save.ts';

/** An answer of somebody else as it is kept: what was asked of whom and when, and what came back. */
export interface Kept {
  readonly address: string;
  readonly form?: Readonly<Record<string, string>> | undefined;
  /** When it came, in UTC, to the second. */
  readonly time: string;
  readonly mediaType: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly text: string;
  /** Where it stood, if not at the address that was asked. */
  readonly document?: string | undefined;
  /** What was said instead of an answer, where that is kept too: that there is nothing any more, or where it is now. */
  readonly instead?: { readonly status: number; readonly location?: string | undefined } | undefined;
}

/** Where answers come from, and how the network is used for those that are not there yet. */
export interface Asking {
  readonly answers: Answers;
  /** How to ask; where it is absent nobody is asked, and only what is kept can be had. */
  readonly manners?: Manners | undefined;
  /** Whether to ask again for what is kept. */
  readonly refresh?: boolean;
}

/** Answers in a folder, a file each, that is there whole or not at all. What is kept can be had again with no network. */
export class Answers {
  readonly #folder: string;
  #read: Promise<Map<string, Kept>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All answers to questions at an address, the oldest first. */
  async at(address: string): Promise<Kept[]> {
    return [...(await this.#all()).values()]
      .filter((kept) => kept.address === address)
      .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.sha256 < b.sha256 ? -1 : 1));
  }

  async find(question: Question): Promise<Kept | undefined> {
    return (await this.#all()).get(keyOf(question));
  }

  /** Keeps an answer; when this has come to its end the answer outlives the program, however that ends. */
  async keep(
    { address, form }: Question,
    { mediaType, text, document }: Reply & Pick<Kept, 'document'>,
    instead?: Kept['instead'],
  ): Promise<Kept> {
    const time = `${new Date().toISOString().slice(0, 19)}Z`;
    const kept: Kept = {
      address,
      ...(form && { form }),
      time,
      mediaType,
      sha256: hash('sha256', text),
      text,
      ...(document !== undefined && { document }),
      ...(instead && { instead }),
    };
    const key = keyOf(kept);
    await saveFiles([
      { path: join(this.#folder, `${key}.json`), text: `${JSON.stringify(kept, null, 1)}\n` },
    ]);
    (await this.#all()).set(key, kept);
    return kept;
  }

  #all(): Promise<Map<string, Kept>> {
    return (this.#read ??= readAll(this.#folder));
  }
}

/**
 * The answer to a question: the one that is kept, else one that is asked for, looked at and kept.
 * @param accept looks at an answer and throws where it is none; that is then not kept.
 * @throws Failure as `askPolitely` does; 5 where nobody may be asked and none is kept.
 */
export async function answerTo(
  question: Question,
  { answers, manners, refresh = false }: Asking,
  accept: (text: string, mediaType: string) => void,
): Promise<Kept> {
  const known = refresh ? undefined : await answers.find(question);
  if (known && !known.instead) return known;
  if (!manners) throw notKept(question.address);
  const reply = await askPolitely(question, manners);
  accept(reply.text, reply.mediaType);
  return answers.keep(question, reply);
}

/** Says that an answer is not kept and nobody may be asked. */
export const notKept = (address: string): Failure =>
  new Failure(exit.remote, `No answer of ${address} to this is kept, and nobody is to be asked`, {
    hint: 'Leave out --offline, or name the folder that the answers were kept in with --cache.',
  });

/** A name for a question that it always has: the digest of what is asked of whom. */
const keyOf = ({ address, form = {} }: Pick<Kept, 'address' | 'form'>): string => {
  const fields = Object.keys(form)
    .sort()
    .map((name) => [name, form[name]!]);
  return hash('sha256', JSON.stringify([address, fields]));
};

async function readAll(folder: string): Promise<Map<string, Kept>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Failure(exit.unreadable, `Cannot read the folder of answers: ${error.message}`, {
      file: folder,
      cause: error,
    });
  });
  // What a killed run left of a file that it was writing ends otherwise.
  const files = names.filter((name) => /^[\da-f]{64}\.json$/.test(name)).sort();
  const all = await Promise.all(files.map((name) => readKept(join(folder, name))));
  return new Map(all.map((kept) => [keyOf(kept), kept]));
}

async function readKept(path: string): Promise<Kept> {
  const file = relative(process.cwd(), path);
  const refuse = (what: string): never => {
    throw new Failure(exit.unreadable, `A kept answer ${what}`, {
      file,
      hint: 'Delete the file; the answer is then asked for again.',
    });
  };
  const kept = valueOf(readJson(await readFile(path, 'utf8'), file)) as unknown as Kept;
  const isKept =
    typeof kept === 'object' &&
    kept !== null &&
    [kept.address, kept.time, kept.mediaType, kept.sha256, kept.text].every(
      (each) => typeof each === 'string',
    );
  if (!isKept) return refuse('is not in the form that answers are kept in');
  if (hash('sha256', kept.text) !== kept.sha256)
    return refuse('has been changed: it does not have the digest that it had');
  return kept;
}
