import { iri, literal } from '../../graph/terms.ts';
import type { Literal, NamedNode } from '@rdfjs/types';

/** Where the authority tables of the Publications Office of the European Union stand. */
const tables = 'http://publications.europa.eu/resource/authority/';

/** An entry of such a table. */
export const authority = (table: string, code: string): NamedNode => iri(`${tables}${table}/${code}`);

/** The table that an entry stands in; undefined for what is no entry. */
export function tableOf({ value }: { readonly value: string }): NamedNode | undefined {
  const [, table] =
    /^([a-z-]+)\/[^/]+$/.exec(value.startsWith(tables) ? value.slice(tables.length) : '') ?? [];
  return table === undefined ? undefined : iri(tables + table);
}

/** The table of data themes. */
export const dataThemes = iri(`${tables}data-theme`);

/** Its entries, Dutch and English. */
const themes: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  AGRI: ['Landbouw, visserij, bosbouw en voeding', 'Agriculture, fisheries, forestry and food'],
  ECON: ['Economie en financiën', 'Economy and finance'],
  EDUC: ['Onderwijs, cultuur en sport', 'Education, culture and sport'],
  ENER: ['Energie', 'Energy'],
  ENVI: ['Milieu', 'Environment'],
  GOVE: ['Overheid en publieke sector', 'Government and public sector'],
  HEAL: ['Gezondheid', 'Health'],
  INTR: ['Internationale vraagstukken', 'International issues'],
  JUST: ['Justitie, rechtsstelsel en openbare veiligheid', 'Justice, legal system and public safety'],
  OP_DATPRO: ['Voorlopige gegevens', 'Provisional data'],
  REGI: ["Regio's en steden", 'Regions and cities'],
  SOCI: ['Bevolking en samenleving', 'Population and society'],
  TECH: ['Wetenschap en technologie', 'Science and technology'],
  TRAN: ['Vervoer', 'Transport'],
};

/** The names of a data theme; none for what is not in the table. */
export function themeNames({ value }: { readonly value: string }): Literal[] {
  const code = value.startsWith(`${tables}data-theme/`) ? value.slice(`${tables}data-theme/`.length) : '';
  const [nl, en] = themes[code] ?? [];
  return nl === undefined || en === undefined ? [] : [literal(nl, 'nl'), literal(en, 'en')];
}

/** Codes in the table of languages (ISO 639-3) by the tags of two letters (BCP 47): the languages of the Union, and Frisian. */
const languages: Readonly<Record<string, string>> = Object.fromEntries(
  `bg BUL, cs CES, da DAN, de DEU, el ELL, en ENG, es SPA, et EST, fi FIN, fr FRA, fy FRY, ga GLE, hr HRV, hu HUN,
  it ITA, lt LIT, lv LAV, mt MLT, nl NLD, pl POL, pt POR, ro RON, sk SLK, sl SLV, sv SWE`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The entry for a language tag, whatever its region or script; undefined where we know of none. */
export function languageOf(tag: string): NamedNode | undefined {
  const [language] = tag.toLowerCase().split('-') as [string];
  const code = language.length === 3 ? language.toUpperCase() : languages[language];
  return code === undefined ? undefined : authority('language', code);
}
