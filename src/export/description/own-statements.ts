import type { NamedNode, Quad } from '@rdfjs/types';
import { exit, Failure } from '../../failure.ts';
import type { Dataset } from '../../graph/dataset.ts';
import { iri, vocabulary } from '../../graph/terms.ts';
import { name } from './terms.ts';

/** What people say of a data set. */
export interface OwnStatements {
  /** The data set. */
  readonly subject: NamedNode;
  readonly quads: readonly Quad[];
}

/**
 * What stands in `data/dataset.ttl`, by way of its graph. Without that file, the data set is called `dataset`.
 * @throws Failure 3 where it describes more than one data set.
 */
export function ownStatements(dataset: Dataset, base: string): OwnStatements {
  const quads = [...dataset.match(null, null, null, iri(`${base}graph/dataset`))];
  const subjects = quads
    .filter((quad) => quad.predicate.equals(vocabulary.rdf.type) && quad.object.equals(name('dcat:Dataset')))
    .map(({ subject }) => subject.value)
    .sort();
  if (subjects.length > 1)
    throw new Failure(exit.unreadable, `More than one data set is described: ${subjects.join(', ')}`, {
      file: 'data/dataset.ttl',
      hint: 'Describe there the one that the project publishes.',
    });
  return { subject: iri(subjects[0] ?? `${base}dataset`), quads };
}
