import type { Entry, Label } from './entry.ts';

/** A record of the Research Organization Registry, in version 1 or 2 of its schema, as far as it is looked at. */
interface RorRecord {
  readonly id: string;
  readonly types: readonly string[];
  /** Version 2. */
  readonly names?: readonly { value: string; lang: string | null; types: readonly string[] }[];
  /** Version 1, as are the three below. */
  readonly name?: string;
  readonly labels?: readonly { label: string; iso639: string }[];
  readonly aliases?: readonly string[];
  readonly acronyms?: readonly string[];
  readonly external_ids?: Identifiers | Readonly<Record<string, Omit<Identifiers[number], 'type'>>>;
  readonly links?: readonly (string | { value: string })[];
  readonly country?: { country_name: string };
  readonly locations?: readonly { geonames_details: { name: string; country_name: string } }[];
}
type Identifiers = readonly { type: string; preferred: string | null; all: readonly string[] | string }[];

export const isRor = (value: unknown): value is RorRecord =>
  typeof value === 'object' &&
  value !== null &&
  /^https:\/\/ror\.org\/0[a-z0-9]{8}$/.test(String((value as RorRecord).id)) &&
  ('names' in value || 'name' in value);

/** A record of ROR as an entry. Of several Wikidata ids only a preferred one, or the only one, is taken: the others are often wrong. */
export const entryOfRor = (record: RorRecord): Entry => ({
  iri: record.id,
  labels: labelsOf(record),
  types: ['organization', ...record.types].map((type) => `https://ror.org/type/${type.toLowerCase()}`),
  descriptions: [
    {
      text: [...record.types, ...placesOf(record)].join(', '),
      language: 'en',
    },
  ],
  same: wikidataOf(record).map((id) => `http://www.wikidata.org/entity/${id}`),
  pages: (record.links ?? []).map((link) => (typeof link === 'string' ? link : link.value)),
});

function labelsOf({ name, names = [], labels = [], aliases = [], acronyms = [] }: RorRecord): Label[] {
  const preferred = (text: string, language?: string): Label => ({ text, language, preferred: true });
  const other = (text: string): Label => ({ text, preferred: false });
  return [
    ...names.map(({ value, lang, types }) => ({
      text: value,
      language: lang ?? undefined,
      preferred: types.includes('label') || types.includes('ror_display'),
    })),
    ...(name === undefined ? [] : [preferred(name)]),
    ...labels.map(({ label, iso639 }) => preferred(label, iso639)),
    ...[...aliases, ...acronyms].map(other),
  ];
}

const placesOf = ({ country, locations = [] }: RorRecord): string[] =>
  country
    ? [country.country_name]
    : locations.flatMap(({ geonames_details: { name, country_name } }) => [name, country_name]);

function wikidataOf({ external_ids: ids = [] }: RorRecord): string[] {
  const list = Array.isArray(ids)
    ? (ids as Identifiers)
    : Object.entries(ids).map(([type, each]) => ({ ...(each as Identifiers[number]), type }));
  return list
    .filter(({ type }) => type.toLowerCase() === 'wikidata')
    .flatMap(({ preferred, all }) => {
      const some = [all].flat();
      return preferred !== null ? [preferred] : some.length === 1 ? some : [];
    });
}
