import { type Loaded, loadDescriptionShapes } from '../../project/load.ts';
import type { Project } from '../../project/project.ts';
import { type PublishedIri, readPublished } from '../../project/published-list.ts';
import type { Problem } from '../problem.ts';
import { rankOf } from '../syntax/lint.ts';
import { checkPublished } from './check.ts';
import { addUpMentions, type Mention, mentionsIn } from './mentions.ts';

/** What the data of a project says of published IRIs. */
export const mentionsInData = ({ dataset, locator }: Loaded, listed: ReadonlySet<string>): Mention[] =>
  mentionsIn(dataset, listed, { graph: dataset, locator });

/**
 * What has become of the IRIs that a project has published; nothing where it keeps no list of them.
 * @param ofData what ontology and data say of them, once the list is known.
 * @throws Failure 3 where the list cannot be read.
 */
export async function publishedProblems(
  project: Project,
  shapes: Loaded,
  ofData: (listed: ReadonlySet<string>) => readonly Mention[],
  known?: readonly PublishedIri[],
): Promise<Problem[]> {
  const { published, config } = project;
  if (!published) return [];
  const iris = known ?? (await readPublished(published));
  const listed = new Set(iris.map(({ iri }) => iri));
  // The shapes for the description of the data set are published with the others.
  const describing = await loadDescriptionShapes(project);
  const files = [...project.ontology, ...project.data, ...project.shapes, ...project.descriptionShapes];
  const mentions = addUpMentions(
    [ofData(listed), mentionsInData(shapes, listed), mentionsInData(describing, listed)],
    rankOf(files.map(({ shown }) => ({ file: shown }))),
  );
  return checkPublished({ file: published.shown, iris }, mentions, config.base);
}
