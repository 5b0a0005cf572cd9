import { statSync, watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { changedFiles, type FileStates, isSame, look } from './file-states.ts';

export interface WatchOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Which files below a folder count; one that is named itself always does. */
  readonly accept?: RegExp;
}

/** How long, in milliseconds, files are to stay as they are before they count as written. */
const settling = 60;
/** How long, in milliseconds, until the files are looked at again where nothing reports a change. */
const idle = 400;

/**
 * Calls `onSettled` for the files as they are, and again each time that they have changed and come to
 * rest. No event of the system is relied on: files are looked at, and an event only makes that sooner.
 * @param paths files, and folders with all below them; they need not be there yet.
 * @param onSettled is given the files that changed, came or went. What it returns is called only where
 *   the files stayed as they were while it worked; where not, it is called again once they settle.
 */
export async function watchFiles(
  paths: readonly string[],
  onSettled: (changed: readonly string[]) => Promise<() => void | Promise<void>>,
  { signal, accept = /./ }: WatchOptions,
): Promise<void> {
  const ended = new AbortController();
  signal.addEventListener('abort', () => ended.abort(), { once: true });
  const nextLook = alarmFor(paths, ended.signal);
  let reported: FileStates | undefined;
  let before: FileStates = new Map();
  try {
    while (!signal.aborted) {
      const seen = await look(paths, accept, before);
      if (!reported || !isSame(seen, reported)) {
        const settled = await settle(paths, accept, seen);
        const changed = changedFiles(before, settled);
        before = settled;
        if (signal.aborted) return;
        if (reported && changed.length === 0) reported = settled;
        else {
          const finish = await onSettled(changed);
          reported = isSame(await look(paths, accept), settled) ? settled : undefined;
          if (reported && !signal.aborted) await finish();
        }
      }
      if (reported) await nextLook();
    }
  } finally {
    ended.abort();
  }
}

/** Looks until two looks show the same. */
async function settle(paths: readonly string[], accept: RegExp, first: FileStates): Promise<FileStates> {
  let [before, now] = [first, first];
  do {
    await sleep(settling);
    [before, now] = [now, await look(paths, accept)];
  } while (!isSame(before, now));
  return now;
}

/** A wait until the system reports a change, the time is up or the watch is ended. */
function alarmFor(paths: readonly string[], ended: AbortSignal): () => Promise<void> {
  let ring = (): void => {};
  ended.addEventListener('abort', () => ring(), { once: true });
  for (const path of paths) watchPath(path, ended, () => ring());
  return () =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, idle);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (ended.aborted) ring();
    });
}

/** Where the system cannot watch, for want of a file or of resources, looking from time to time is enough. */
function watchPath(path: string, signal: AbortSignal, onChange: () => void): void {
  try {
    const recursive = statSync(path).isDirectory();
    const watcher = watch(path, { signal, recursive }, onChange);
    watcher.on('error', () => watcher.close());
  } catch {
    return;
  }
}
