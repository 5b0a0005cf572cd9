import type { Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { vocabulary } from '../graph/terms.ts';
import type { Config } from '../project/config.ts';
import { asHtaccess } from '../routes/htaccess.ts';
import { projectRoutes, type PublishedThings } from '../routes/project-routes.ts';
import type { Routes } from '../routes/routes.ts';
import { gatherFacts } from './description/facts.ts';
import type { ExportFile } from './export-file.ts';
import type { OwnTerms } from './own-terms.ts';

/** Not `.htaccess`: that would rule the folder that it is published in. */
export const redirectsName = 'redirects.htaccess';

/** The rules by which the IRIs of a project lead to the files that were written, for the server that answers for its base. */
export const redirectsOf = (
  config: Config,
  own: OwnTerms,
  dataset: Dataset,
  written: readonly { readonly name: string }[],
): ExportFile => ({
  name: redirectsName,
  pieces: [asHtaccess(routesOfProject(config, own, dataset, written), config)],
});

/**
 * Where the IRIs of a project lead.
 * @param written the files that can be had.
 * @param pages where pages for people are, if there are any.
 */
export function routesOfProject(
  config: Config,
  { ontology, shapes }: OwnTerms,
  dataset: Dataset,
  written: readonly { readonly name: string }[],
  pages?: PublishedThings['pages'],
): Routes {
  const { id, downloads } = gatherFacts(dataset, config);
  const versions = [...ontology.dataset.match(null, vocabulary.owl.versionIri)].map(
    ({ object }) => object.value,
  );
  const data = [...dataset].filter(({ graph }) => graph.value !== `${config.base}graph/ontology`);
  const graphs = new Set([...dataset].map(({ graph }) => graph.value));
  return projectRoutes({
    base: config.base,
    downloads,
    files: new Set(written.map(({ name }) => name)),
    ontology: subjectsOf(ontology.dataset),
    versions,
    shapes: subjectsOf(shapes.dataset),
    data: [...subjectsOf(data), ...graphs],
    description: [id.value, `${config.base}catalogue`],
    pages,
  });
}

function subjectsOf(quads: Iterable<Quad>): Set<string> {
  const found = new Set<string>();
  const add = ({ termType, value }: Term) => termType === 'NamedNode' && found.add(value);
  for (const { subject } of quads) add(subject);
  return found;
}
