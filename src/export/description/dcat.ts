import type { NamedNode, Quad } from '@rdfjs/types';
import { defaultGraph, iri, literal, quad } from '../../graph/terms.ts';
import type { Agent, Facts } from './facts.ts';
import { type DescribedFile, fileType, ianaType } from './file.ts';
import { dataThemes } from './authorities.ts';
import { withClasses } from './ranges.ts';
import { about, name } from './terms.ts';

/**
 * A data set in the words of DCAT 3, as DCAT-AP 3.0.1 and DCAT-AP-NL 3 want it: a catalogue with one data set, a
 * distribution for each file, and the classes of all that is referred to, for who checks them without the network.
 * @param base what the IRIs of the project start with.
 */
export function describeAsDcat(facts: Facts, files: readonly DescribedFile[], base: string): Quad[] {
  const { id, publisher } = facts;
  const contact = iri(`${id.value}#contact`);
  const catalogue = iri(`${base}catalogue`);
  const distributions = files.map((file) => ({
    distribution: iri(`${id.value}/${encodeURIComponent(file.name)}`),
    file,
  }));
  return withClasses([
    ...facts.stated.map(({ subject, predicate, object }) =>
      quad(subject as NamedNode, predicate as NamedNode, object as NamedNode, defaultGraph()),
    ),
    ...about(catalogue, {
      a: name('dcat:Catalog'),
      'dcterms:title': facts.titles.map(({ value, language }) =>
        literal(`${catalogueWord[language] ?? catalogueWord['en']!}: ${value}`, language),
      ),
      'dcterms:description': facts.descriptions,
      'dcterms:publisher': publisher.id,
      'dcterms:language': facts.languageCodes,
      'dcterms:license': facts.licence,
      'dcat:contactPoint': contact,
      'dcat:themeTaxonomy': dataThemes,
      'foaf:homepage': facts.site,
      'dcat:dataset': id,
    }),
    ...about(dataThemes, { a: name('skos:ConceptScheme'), 'dcterms:title': literal('Data theme', 'en') }),
    ...about(id, {
      a: name('dcat:Dataset'),
      'dcterms:title': facts.titles,
      'dcterms:description': facts.descriptions,
      'dcterms:identifier': literal(id.value),
      'dcterms:publisher': publisher.id,
      'dcterms:creator': facts.creators.map((creator) => creator.id),
      'dcterms:accessRights': facts.accessRights,
      'dcterms:language': facts.languageCodes,
      'dcterms:conformsTo': facts.ontologies,
      'dcterms:temporal': facts.period && iri(`${id.value}#period`),
      'dcat:contactPoint': contact,
      'dcat:theme': facts.themes,
      'dcat:landingPage': facts.site,
      'dcat:distribution': distributions.map(({ distribution }) => distribution),
    }),
    ...describePeriod(facts),
    ...about(contact, {
      a: name('vcard:Kind'),
      'vcard:fn': publisher.names,
      'vcard:hasEmail': iri(`mailto:${facts.contact}`),
    }),
    ...[publisher, ...facts.creators].flatMap(describeAgent),
    ...distributions.flatMap(({ distribution, file }) => describeFile(facts, distribution, file)),
  ]);
}

// SPDX itself writes http; the values that DCAT-AP 3.0.1 allows are written with https.
const sha256 = iri('https://spdx.org/rdf/terms#checksumAlgorithm_sha256');

const catalogueWord: Readonly<Record<string, string>> = { nl: 'Catalogus', en: 'Catalogue' };

const describeAgent = ({ id, names }: Agent): Quad[] =>
  about(id, {
    a: name('foaf:Agent'),
    'foaf:name': names,
  });

function describePeriod({ id, period }: Facts): Quad[] {
  if (!period) return [];
  return about(iri(`${id.value}#period`), {
    a: name('dcterms:PeriodOfTime'),
    'dcat:startDate': period[0],
    'dcat:endDate': period[1],
  });
}

function describeFile(facts: Facts, distribution: NamedNode, file: DescribedFile): Quad[] {
  const address = iri(facts.downloads + encodeURIComponent(file.name));
  const checksum = iri(`${distribution.value}#checksum`);
  return [
    ...about(distribution, {
      a: name('dcat:Distribution'),
      'dcterms:title': literal(file.name),
      'dcterms:description': Object.entries(file.summary ?? {}).map(([tag, text]) => literal(text, tag)),
      'dcterms:license': facts.licence,
      'dcterms:language': facts.languageCodes,
      'dcterms:conformsTo': facts.ontologies,
      'dcterms:format': fileType(file.mediaType),
      'dcat:accessURL': address,
      'dcat:downloadURL': address,
      'dcat:mediaType': ianaType(file.mediaType),
      'dcat:compressFormat': file.compression === undefined ? undefined : ianaType(file.compression),
      'dcat:byteSize': literal(String(file.bytes), name('xsd:nonNegativeInteger')),
      'spdx:checksum': checksum,
    }),
    ...about(checksum, {
      a: name('spdx:Checksum'),
      'spdx:algorithm': sha256,
      'spdx:checksumValue': literal(file.sha256, name('xsd:hexBinary')),
    }),
  ];
}
