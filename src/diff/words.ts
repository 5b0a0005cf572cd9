import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';

/** The sentences of `meent diff`; `{name}` stands for a value. */
const words = {
  same: { nl: 'Geen verschillen.', en: 'No differences.' },
  title: { nl: 'Van {old} naar {new}', en: 'From {old} to {new}' },
  claimsAdded: { nl: '{count|bewering|beweringen} erbij', en: '{count|claim|claims} added' },
  claimsWithdrawn: { nl: '{count|bewering|beweringen} ingetrokken', en: '{count|claim|claims} withdrawn' },
  claimsReworded: { nl: '{count|bewering|beweringen} anders verwoord', en: '{count|claim|claims} reworded' },
  claimsMoved: {
    nl: '{count|bewering|beweringen} met ander bewijs',
    en: '{count|claim|claims} with other evidence',
  },
  valuesGained: { nl: '{count|waarde|waarden} erbij', en: '{count|value|values} gained' },
  valuesLost: { nl: '{count|waarde|waarden} eraf', en: '{count|value|values} lost' },
  triples: {
    nl: '{added|triple|triples} erbij en {removed} eraf',
    en: '{added|triple|triples} added and {removed} removed',
  },
  added: { nl: 'Nieuwe beweringen', en: 'Claims added' },
  withdrawn: { nl: 'Ingetrokken beweringen', en: 'Claims withdrawn' },
  reworded: { nl: 'Anders verwoorde beweringen', en: 'Claims reworded' },
  moved: { nl: 'Beweringen met ander bewijs', en: 'Claims with other evidence' },
  values: { nl: 'Waarden', en: 'Values' },
  others: { nl: 'Wat verder verschilt', en: 'What else differs' },
  passage: { nl: 'tekens {start}–{end} van {text}', en: 'characters {start}–{end} of {text}' },
  nowhere: { nl: 'een plaats die niet is vastgelegd', en: 'a place that is not recorded' },
  untagged: { nl: 'zonder taal', en: 'no language' },
  nameless: { nl: 'iets zonder naam', en: 'something without a name' },
  isA: { nl: 'is een', en: 'is a' },
  more: {
    nl: 'En nog {count|ding|dingen}; --all laat alles zien.',
    en: 'And {count|more thing|more things}; --all shows everything.',
  },
} as const satisfies Record<string, LanguageMap>;

/** A sentence in a language, its values filled in. */
export const tell = (language: Language, key: keyof typeof words, values: Values = {}): string =>
  fillIn(words[key][language], values);
