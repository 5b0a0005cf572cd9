import type { Project } from '../project/project.ts';
import { isWorthThreads } from '../project/size.ts';
import { ExportThread } from './export-thread.ts';
import { ownScribe } from './own-scribe.ts';
import type { PublishedTerms, Scribe } from './scribe.ts';

/** What is made of a project before its data is read. */
export interface BegunExports {
  readonly scribe: Scribe;
  readonly terms: Promise<PublishedTerms>;
}

/** Begins to make exports: in a thread of its own where there is much to do, since making texts takes about as long as asking. */
export function beginExports(project: Project): BegunExports {
  const scribe = isWorthThreads(project) ? new ExportThread() : ownScribe;
  const terms = scribe.terms(project);
  // A failure is told when its turn has come.
  terms.catch(() => undefined);
  return { scribe, terms };
}
