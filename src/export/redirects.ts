import type { Dataset } from '../graph/dataset.ts';
import type { Config } from '../project/config.ts';
import { asHtaccess } from '../routes/htaccess.ts';
import { projectRoutes, type PublishedThings } from '../routes/project-routes.ts';
import type { Routes } from '../routes/routes.ts';
import { gatherFacts } from './description/facts.ts';
import type { ExportFile } from './export-file.ts';
import { namesIn, type OwnNames, type OwnTerms } from './own-terms.ts';

/** Not `.htaccess`: that would rule the folder that it is published in. */
export const redirectsName = 'redirects.htaccess';

/** The rules by which the IRIs of a project lead to the files that were written, for the server that answers for its base. */
export const redirectsOf = (
  config: Config,
  own: OwnNames,
  dataset: Dataset,
  written: readonly { readonly name: string }[],
): ExportFile => ({
  name: redirectsName,
  pieces: [asHtaccess(routesOf(config, own, dataset, written), config)],
});

/**
 * Where the IRIs of a project lead.
 * @param written the files that can be had.
 * @param pages where pages for people are, if there are any.
 */
export const routesOfProject = (
  config: Config,
  own: OwnTerms,
  dataset: Dataset,
  written: readonly { readonly name: string }[],
  pages?: PublishedThings['pages'],
): Routes => routesOf(config, namesIn(own), dataset, written, pages);

function routesOf(
  config: Config,
  { ontology, shapes, versions }: OwnNames,
  dataset: Dataset,
  written: readonly { readonly name: string }[],
  pages?: PublishedThings['pages'],
): Routes {
  const { id, downloads } = gatherFacts(dataset, config);
  // Gone through one by one: a list of them would take as much room as the graph.
  const data = new Set<string>();
  for (const { subject, graph } of dataset) {
    data.add(graph.value);
    if (subject.termType === 'NamedNode' && graph.value !== `${config.base}graph/ontology`)
      data.add(subject.value);
  }
  return projectRoutes({
    base: config.base,
    downloads,
    files: new Set(written.map(({ name }) => name)),
    ontology,
    versions,
    shapes,
    data,
    description: [id.value, `${config.base}catalogue`],
    pages,
  });
}
