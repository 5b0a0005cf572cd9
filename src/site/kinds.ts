import type { TermName } from './terms.ts';

/** What sort of thing a page is about. */
export type Kind =
  | 'claim'
  | 'discrepancy'
  | 'contribution'
  | 'actor'
  | 'value'
  | 'characteristic'
  | 'initiative'
  | 'commons'
  | 'report'
  | 'document'
  | 'event'
  | 'place'
  | 'scheme'
  | 'concept'
  | 'text'
  | 'anchor'
  | 'amount'
  | 'thing';

/** The kind of an instance of a class; where a thing has several classes, the first of these counts. */
export const kindOfClass: readonly (readonly [TermName, Kind])[] = [
  ['meent:Claim', 'claim'],
  ['meent:Discrepancy', 'discrepancy'],
  ['meent:Contribution', 'contribution'],
  ['meent:Actor', 'actor'],
  ['meent:Value', 'value'],
  ['meent:Characteristic', 'characteristic'],
  ['meent:Initiative', 'initiative'],
  ['meent:Commons', 'commons'],
  ['schema:Report', 'report'],
  ['schema:CreativeWork', 'document'],
  ['schema:Event', 'event'],
  ['schema:Place', 'place'],
  ['skos:ConceptScheme', 'scheme'],
  ['skos:Concept', 'concept'],
  ['schema:MediaObject', 'text'],
  ['meent:TextAnchor', 'anchor'],
  ['schema:MonetaryAmount', 'amount'],
  ['schema:QuantitativeValue', 'amount'],
];

/** What the graph could say of a thing of this kind, and a reader would want to know: where it is silent, the page says so. */
export const expected: Partial<Record<Kind, readonly TermName[]>> = {
  actor: ['org:classification'],
  claim: ['meent:invokesValue', 'cito:citesAsEvidence'],
  commons: ['meent:kind', 'meent:stewardedBy', 'meent:hasCharacteristic', 'dcterms:spatial'],
  discrepancy: ['meent:favours'],
  document: ['schema:creator', 'schema:datePublished', 'schema:identifier'],
  event: ['schema:startDate', 'schema:location', 'schema:organizer'],
  initiative: ['meent:kind', 'meent:stewardedBy', 'meent:promotesValue', 'dcterms:spatial'],
  report: ['schema:author', 'schema:datePublished', 'schema:inLanguage'],
  value: ['skos:definition', 'skos:broader', 'skos:related'],
};
