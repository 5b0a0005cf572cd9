/** A name of a thing. */
export interface Label {
  readonly text: string;
  /** None where nobody says which language it is, or it is in none. */
  readonly language?: string | undefined;
  /** Whether it is the name that its authority prefers, not one among others. */
  readonly preferred: boolean;
}

/** A thing as an authority knows it: a service, or a file of one. */
export interface Entry {
  readonly iri: string;
  readonly labels: readonly Label[];
  /** IRIs or ids of its classes. */
  readonly types: readonly string[];
  /** What its authority says of it, in one language or another. */
  readonly descriptions: readonly Pick<Label, 'text' | 'language'>[];
  /** IRIs by which others call the same thing. */
  readonly same: readonly string[];
  /** Addresses of its own pages. */
  readonly pages: readonly string[];
}

/** The name to show people: a preferred one in the first of the languages that has one, else any. */
export const nameIn = (labels: readonly Label[], languages: readonly string[]): string =>
  [
    ...languages.map((language) => labels.find((label) => label.preferred && label.language === language)),
    labels.find(({ preferred }) => preferred),
    ...labels,
  ].find((label) => label !== undefined)?.text ?? '';

/** One form for IRIs that are written in several: what their authorities call canonical. */
export const canonicalIri = (iri: string): string =>
  iri
    .replace(
      /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(?=[QPL]\d)/,
      'http://www.wikidata.org/entity/',
    )
    .replace(/^https?:\/\/(?:sws|www)\.geonames\.org\/(\d+)(?:\/[^/]*)?$/, 'https://sws.geonames.org/$1/')
    .replace(
      /^https:\/\/(?=eurovoc\.europa\.eu\/|publications\.europa\.eu\/resource\/|dbpedia\.org\/resource\/)/,
      'http://',
    )
    .replace(/^http:\/\/(?=ror\.org\/)/, 'https://');

/** Where the things of an authority have their IRIs: an IRI up to where those of its things differ. */
export const spaceOf = (iri: string): string => canonicalIri(iri).replace(/[^/#]+\/?$/, '');
