import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exit, Failure } from '../failure.ts';

/** A folder or file at a revision. */
export interface Revision {
  /** As git takes it: a commit, branch, tag, or `HEAD~1`. */
  readonly revision: string;
  /** A path from the root of the repository, or from where git is asked with `./`; the folder where it is asked without one. */
  readonly path?: string | undefined;
}

/** What git has at a revision, written to a folder. */
export interface CheckedOut {
  /** Whether the path is a single file, and its name then. */
  readonly file?: string | undefined;
}

/**
 * Writes what stands at a path at a revision to a folder; work tree and index are neither read nor changed.
 * @param from a folder in the repository.
 * @param accept which files count, by their paths.
 * @throws Failure 2 where there is no such revision, 3 where git is missing, there is no repository, or nothing at that path.
 */
export async function checkOut(
  { revision, path }: Revision,
  from: string,
  accept: RegExp,
  to: string,
): Promise<CheckedOut> {
  const commit = await commitOf(revision, from);
  const prefix = path === undefined || path.startsWith('./') ? await prefixIn(from) : '';
  const wanted = normal(prefix + (path ?? ''));
  const where = `${revision}:${wanted}`;
  const listed = await git(
    ['ls-tree', '-r', '-z', '--full-tree', commit, ...(wanted ? ['--', wanted] : [])],
    from,
  );
  const entries = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      // Links and submodules are left out, as folders that are named leave out what they lead to.
      const [, id, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return id !== undefined && name !== undefined ? [{ id, name }] : [];
    });
  if (entries.length === 0)
    throw new Failure(exit.unreadable, `There is nothing at ${where}`, {
      file: where,
      hint: `\`git ls-tree ${revision}\` shows what there is.`,
    });
  const [only] = entries;
  const isFile = entries.length === 1 && only!.name === wanted;
  const kept = isFile ? entries : entries.filter(({ name }) => accept.test(name));
  const contents = await contentsOf(kept, from);
  for (const [index, { name }] of kept.entries()) {
    const inside = isFile ? name.replace(/^.*\//, '') : name.slice(wanted === '' ? 0 : wanted.length + 1);
    const target = join(to, inside);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, contents[index]!);
  }
  return isFile ? { file: only!.name.replace(/^.*\//, '') } : {};
}

/** Whether git knows a revision by that name, from a folder. */
export const isRevision = (revision: string, from: string): Promise<boolean> =>
  commitOf(revision, from).then(
    () => true,
    () => false,
  );

async function commitOf(revision: string, from: string): Promise<string> {
  await git(['rev-parse', '--git-dir'], from);
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const found = await git(asked, from).catch((error: unknown) => {
    if (error instanceof Failure && error.cause instanceof GitError) return undefined;
    throw error;
  });
  const commit = found?.toString('utf8').trim();
  if (commit) return commit;
  throw new Failure(exit.usage, `Git knows no revision ${revision}`, {
    hint: 'Give a commit, a branch or a tag, as `git log` and `git tag` show them; a path that is meant begins with ./.',
  });
}

const prefixIn = async (from: string): Promise<string> =>
  (await git(['rev-parse', '--show-prefix'], from)).toString('utf8').replace(/\n$/, '');

/** A path with nothing in it that leads nowhere. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}

/** The contents of objects, from one process for all. */
async function contentsOf(entries: readonly { readonly id: string }[], from: string): Promise<Buffer[]> {
  const output = await git(['cat-file', '--batch'], from, entries.map(({ id }) => `${id}\n`).join(''));
  const contents: Buffer[] = [];
  for (let at = 0; contents.length < entries.length;) {
    const end = output.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    if (size === undefined)
      throw new Failure(
        exit.unreadable,
        `Git does not give what it lists: ${output.toString('utf8', at, end)}`,
        {
          hint: 'Fetch the whole history: this is a partial clone.',
        },
      );
    contents.push(output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return contents;
}

/** What git said when it did not do what it was asked. */
class GitError extends Error {}

/** Asks git, and gives what it writes. */
function git(args: readonly string[], from: string, input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
    const child = spawn('git', args, { cwd: from, env });
    const output: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString('utf8')));
    child.on('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Failure(
          exit.unreadable,
          cause.code === 'ENOENT' ? 'Git is not installed here' : `Git cannot be run: ${cause.message}`,
          { hint: 'Install git, or compare folders or files.', cause },
        ),
      ),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve(Buffer.concat(output));
      const said =
        complaint
          .trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '') ?? '';
      reject(
        new Failure(exit.unreadable, `Git cannot read this: ${said}`, {
          hint: 'Stand in the folder of the repository, or name it with --project.',
          cause: new GitError(complaint),
        }),
      );
    });
    // It may have ended before it has read all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
