/** What sort of thing something is, as far as that keeps it from being something else. */
export type Kind = 'person' | 'organisation' | 'place' | 'concept' | 'work' | 'software' | 'event';

/** The kind that a class of a vocabulary in common use makes something, by its IRI or, for Wikidata, its id. */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  Object.entries({
    person: ['foaf:Person', 'schema:Person', 'dbo:Person', 'Q5'],
    organisation: [
      'foaf:Organization',
      'org:Organization',
      'org:FormalOrganization',
      'org:OrganizationalUnit',
      'schema:Organization',
      'schema:Corporation',
      'schema:GovernmentOrganization',
      'schema:CollegeOrUniversity',
      'schema:NGO',
      'dbo:Organisation',
      'ror:organization',
      'Q43229',
      'Q4830453',
      'Q327333',
      'Q3918',
      'Q163740',
    ],
    place: [
      'schema:Place',
      'schema:City',
      'schema:Country',
      'schema:AdministrativeArea',
      'dcterms:Location',
      'dbo:Place',
      'Q515',
      'Q6256',
      'Q2221906',
      'Q486972',
      'Q2039348',
    ],
    concept: ['skos:Concept'],
    work: [
      'schema:CreativeWork',
      'schema:Report',
      'schema:Book',
      'schema:ScholarlyArticle',
      'foaf:Document',
      'bibo:Document',
      'Q571',
      'Q13442814',
      'Q49848',
      'Q820655',
    ],
    software: ['schema:SoftwareApplication', 'schema:SoftwareSourceCode', 'doap:Project', 'Q7397', 'Q341'],
    event: ['schema:Event', 'dbo:Event', 'Q1656682'],
  }).flatMap(([kind, classes]) => classes.map((name) => [expanded(name), kind as Kind] as const)),
);

function expanded(name: string): string {
  const namespaces: Readonly<Record<string, string>> = {
    bibo: 'http://purl.org/ontology/bibo/',
    dbo: 'http://dbpedia.org/ontology/',
    dcterms: 'http://purl.org/dc/terms/',
    doap: 'http://usefulinc.com/ns/doap#',
    foaf: 'http://xmlns.com/foaf/0.1/',
    org: 'http://www.w3.org/ns/org#',
    ror: 'https://ror.org/type/',
    schema: 'https://schema.org/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
  };
  const [prefix, local] = name.split(':') as [string, string?];
  return local === undefined ? name : namespaces[prefix]! + local;
}

/** The kinds of something, by its classes; none where no class says. */
export const kindsOf = (types: readonly string[]): ReadonlySet<Kind> =>
  new Set(
    types.flatMap((type) => {
      const kind = kinds.get(
        type
          .replace('http://schema.org/', 'https://schema.org/')
          .replace(/^https?:\/\/www\.wikidata\.org\/entity\//, ''),
      );
      return kind ? [kind] : [];
    }),
  );
