import { ontologyFiles } from './ontology-files.ts';
import { namesIn, type OwnFiles, readOwnTerms } from './own-terms.ts';
import type { PublishedTerms } from './scribe.ts';

/** As `Scribe.terms` does. */
export async function publishTerms(project: OwnFiles): Promise<PublishedTerms> {
  const own = await readOwnTerms(project);
  return { files: await ontologyFiles(own), names: namesIn(own) };
}
