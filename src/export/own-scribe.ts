import type { Scribe } from './scribe.ts';

/** The thread that asks; what it makes texts with is loaded when there is something to make. */
export const ownScribe: Scribe = {
  frame: async (job) => (await import('./framing.ts')).frameAndReadBack(job),
  dump: async (data, formats) => (await import('./dumps.ts')).dumps(data, formats),
  terms: async (project) => (await import('./published-terms.ts')).publishTerms(project),
  stop: async () => undefined,
};
