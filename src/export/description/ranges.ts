import type { NamedNode, Quad } from '@rdfjs/types';
import { tableOf, themeNames } from './authorities.ts';
import { about, name } from './terms.ts';

/** The class of the values of a property, as DCAT-AP 3.0.1 gives it. */
const ranges: ReadonlyMap<string, NamedNode> = new Map(
  Object.entries({
    'dcat:compressFormat': 'dcterms:MediaType',
    'dcat:landingPage': 'foaf:Document',
    'dcat:mediaType': 'dcterms:MediaType',
    'dcat:theme': 'skos:Concept',
    'dcterms:accessRights': 'dcterms:RightsStatement',
    'dcterms:accrualPeriodicity': 'dcterms:Frequency',
    'dcterms:conformsTo': 'dcterms:Standard',
    'dcterms:creator': 'foaf:Agent',
    'dcterms:format': 'dcterms:MediaTypeOrExtent',
    'dcterms:language': 'dcterms:LinguisticSystem',
    'dcterms:license': 'dcterms:LicenseDocument',
    'dcterms:provenance': 'dcterms:ProvenanceStatement',
    'dcterms:publisher': 'foaf:Agent',
    'dcterms:spatial': 'dcterms:Location',
    'foaf:homepage': 'foaf:Document',
    'foaf:page': 'foaf:Document',
    'spdx:algorithm': 'spdx:ChecksumAlgorithm',
  }).map(([property, type]) => [name(property).value, name(type)]),
);

/**
 * The quads, with the class of everything that they refer to, and of what stands in an authority table the table and,
 * for themes, the names.
 */
export function withClasses(quads: readonly Quad[]): Quad[] {
  const classes = quads.flatMap(({ predicate, object }) => {
    const type = ranges.get(predicate.value);
    if (!type || object.termType !== 'NamedNode') return [];
    return about(object, { a: type, 'skos:inScheme': tableOf(object), 'skos:prefLabel': themeNames(object) });
  });
  return [...quads, ...classes];
}
