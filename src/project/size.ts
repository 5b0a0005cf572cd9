import { statSync } from 'node:fs';
import type { Project } from './project.ts';

/** From how many bytes of data on other threads are worth their start: some five thousand triples. */
const worth = 250_000;

/** Whether a project has so much data of its own that other threads are worth their start; it need not be read for that. */
export function isWorthThreads({ data }: Pick<Project, 'data'>): boolean {
  let bytes = 0;
  for (const { path } of data) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= worth) return true;
  }
  return false;
}
