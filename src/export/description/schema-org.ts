import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { iri, literal } from '../../graph/terms.ts';
import type { ContextDocument } from '../json-ld.ts';
import type { Agent, Facts } from './facts.ts';
import type { DescribedFile } from './file.ts';
import { about, name } from './terms.ts';

/** schema.org without its own context, which would have to be fetched. */
export const schemaOrgContext: ContextDocument = {
  '@context': {
    '@vocab': 'https://schema.org/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    ...Object.fromEntries(
      ['about', 'contentUrl', 'license', 'mainEntityOfPage', 'spatialCoverage', 'usageInfo'].map((each) => [
        each,
        { '@type': '@id' },
      ]),
    ),
    ...Object.fromEntries(
      ['dateCreated', 'dateModified', 'datePublished'].map((each) => [each, { '@type': 'xsd:date' }]),
    ),
    contentSize: { '@type': 'xsd:integer' },
  },
};

/** What stands first in the file. */
export const schemaOrgFrame = { '@type': 'Dataset' };

/** What people say in `data/dataset.ttl`, and the words of schema.org for it. */
const translations: Readonly<Record<string, string>> = {
  'dcterms:created': 'schema:dateCreated',
  'dcterms:issued': 'schema:datePublished',
  'dcterms:modified': 'schema:dateModified',
  'dcterms:spatial': 'schema:spatialCoverage',
  'dcterms:subject': 'schema:about',
  'dcat:keyword': 'schema:keywords',
  'dcat:version': 'schema:version',
};

/**
 * A data set in the words of schema.org, as the register of the Dutch heritage network wants it: names with their
 * language, everything with an IRI, addresses with https, the contact point with the publisher.
 */
export function describeAsSchemaOrg(facts: Facts, files: readonly DescribedFile[]): Quad[] {
  const { id, publisher, creators } = facts;
  const contact = iri(`${id.value}#contact`);
  const distributions = files.map((file) => ({
    distribution: iri(`${id.value}/${encodeURIComponent(file.name)}`),
    file,
  }));
  return [
    ...about(id, {
      a: name('schema:Dataset'),
      'schema:name': facts.titles,
      'schema:description': facts.descriptions,
      'schema:identifier': literal(id.value),
      'schema:license': facts.licence,
      'schema:publisher': publisher.id,
      'schema:creator': creators.map((creator) => creator.id),
      'schema:inLanguage': tags(facts),
      'schema:mainEntityOfPage': facts.site?.value.startsWith('https:') ? facts.site : undefined,
      'schema:temporalCoverage': coverage(facts),
      'schema:distribution': distributions.map(({ distribution }) => distribution),
      ...translated(facts),
    }),
    ...[publisher, ...creators].flatMap(describeAgent),
    ...about(publisher.id, { 'schema:contactPoint': contact }),
    ...about(contact, {
      a: name('schema:ContactPoint'),
      'schema:name': publisher.names,
      'schema:email': literal(facts.contact),
    }),
    ...distributions.flatMap(({ distribution, file }) => describeFile(facts, distribution, file)),
  ];
}

const tags = ({ languages }: Facts) => languages.map((tag) => literal(tag));

function translated({ id, stated }: Facts): Record<string, readonly Term[]> {
  return Object.fromEntries(
    Object.entries(translations).map(([property, translation]) => [
      translation,
      stated
        .filter(({ subject, predicate }) => subject.equals(id) && predicate.equals(name(property)))
        .map(({ object }) => object),
    ]),
  );
}

function coverage({ period }: Facts): Term | undefined {
  if (!period) return undefined;
  const [first, last] = period;
  return literal(first.equals(last) ? first.value : `${first.value}/${last.value}`);
}

const describeAgent = ({ id, names, isPerson }: Agent): Quad[] =>
  about(id, { a: name(isPerson ? 'schema:Person' : 'schema:Organization'), 'schema:name': names });

function describeFile(facts: Facts, distribution: NamedNode, file: DescribedFile): Quad[] {
  const suffix = file.compression === undefined ? '' : `+${file.compression.replace(/^.*\//, '')}`;
  return about(distribution, {
    a: name('schema:DataDownload'),
    'schema:name': literal(file.name),
    'schema:description': Object.entries(file.summary ?? {}).map(([tag, text]) => literal(text, tag)),
    'schema:contentUrl': iri(facts.downloads + encodeURIComponent(file.name)),
    'schema:encodingFormat': literal(file.mediaType + suffix),
    'schema:contentSize': literal(String(file.bytes), name('xsd:integer')),
    'schema:sha256': literal(file.sha256),
    'schema:inLanguage': tags(facts),
    'schema:usageInfo': facts.ontologies,
  });
}
