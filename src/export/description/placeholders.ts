import type { Dataset } from '../../graph/dataset.ts';
import type { Config } from '../../project/config.ts';
import { ownStatements } from './own-statements.ts';
import { name } from './terms.ts';

/** What nobody has said and a description cannot do without. */
export interface Missing {
  /** Keys of `meent.json`. */
  readonly settings: readonly (keyof Config)[];
  /** Properties that `data/dataset.ttl` is to give the data set. */
  readonly properties: readonly string[];
}

/** The domains that nobody can have (RFC 2606, §3). */
const nobodys = /^(https?:\/\/|[^/@]*@)([^/@:?#]*\.)?example\.(com|net|org)(?![^/:?#])/i;

/** Whether a setting says nothing that could be published. */
const isOpen = (value: string | undefined): boolean => value === undefined || nobodys.test(value);

/** What is still to be filled in before a data set can be published: there are placeholders for it. */
export function missingFrom(dataset: Dataset, config: Config): Missing {
  const settings = {
    base: config.base,
    licence: config.licence,
    publisher: config.publisher?.id,
    contact: config.contact,
    site: config.site ?? config.downloads,
    downloads: config.downloads ?? config.site,
  };
  const open = Object.entries(settings).filter(([, value]) => isOpen(value));
  const { subject, quads } = ownStatements(dataset, config.base);
  const stated = new Set(
    quads.filter((quad) => quad.subject.equals(subject)).map(({ predicate }) => predicate.value),
  );
  return {
    settings: open
      .map(([key]) => key as keyof Config)
      // The one follows from the other.
      .filter((key) => key !== 'downloads' || config.downloads !== undefined),
    properties: ['dcterms:title', 'dcterms:description', 'dcterms:creator', 'dcat:theme'].filter(
      (property) => !stated.has(name(property).value),
    ),
  };
}
