import type { LanguageMap } from '../../graph/language-map.ts';

/** What can be wrong with what has been published; `{…}` stands for a value. */
export const publishedRules = {
  'published-iri-gone': {
    message: {
      nl: 'Deze IRI is gepubliceerd, en niets beschrijft haar nog.',
      en: 'This IRI has been published, and nothing describes it any more.',
    },
    hint: {
      nl: 'Zet de term terug; of laat van de IRI staan dat ze owl:deprecated true is, met dcterms:isReplacedBy en wat ervoor in de plaats komt.',
      en: 'Put the term back; or leave of the IRI that it is owl:deprecated true, with dcterms:isReplacedBy and what takes its place.',
    },
  },
  'deprecated-without-replacement': {
    message: {
      nl: 'Deze gepubliceerde IRI is afgeschaft, en niets zegt wat ervoor in de plaats komt.',
      en: 'This published IRI is deprecated, and nothing says what takes its place.',
    },
    hint: {
      nl: 'Zet er dcterms:isReplacedBy bij, met de IRI die men nu gebruikt.',
      en: 'Add dcterms:isReplacedBy with the IRI to use from now on.',
    },
  },
  'replacement-not-published': {
    message: {
      nl: 'Wat hier voor een gepubliceerde IRI in de plaats komt, staat zelf niet op de lijst van gepubliceerde IRI’s.',
      en: 'What takes the place of a published IRI here is not on the list of published IRIs itself.',
    },
    hint: {
      nl: 'Kijk of de IRI goed is gespeld; is ze nieuw, zet haar dan op de lijst met `meent published --update`.',
      en: 'See whether the IRI is spelt right; if it is new, add it to the list with `meent published --update`.',
    },
  },
  'replaced-in-circle': {
    message: {
      nl: 'Wat voor deze IRI in de plaats komt, is zelf afgeschaft en leidt er weer naar terug.',
      en: 'What takes the place of this IRI is deprecated itself and leads back to it.',
    },
    hint: {
      nl: 'Laat een van beide staan.',
      en: 'Keep one of them.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly message: LanguageMap; readonly hint: LanguageMap }>>;

export type PublishedRule = keyof typeof publishedRules;
