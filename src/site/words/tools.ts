import type { LanguageMap } from '../../graph/language-map.ts';

/** The sentences of searching and asking. */
export const toolWords = {
  searchText: {
    nl: 'Zoek in beweringen, actoren, waarden en al het andere, ook op andere schrijfwijzen en op de Engelse naam.',
    en: 'Search claims, actors, values and all else, also by other spellings and by the Dutch name.',
  },
  searchNeedsScript: {
    nl: 'Zoeken werkt met JavaScript, en dat staat uit. Alles staat ook in de lijsten hieronder; daarin zoekt uw browser zelf.',
    en: 'Searching takes JavaScript, which is off. Everything is in the lists below too; your browser can search those by itself.',
  },
  sought: { nl: 'Wat zoekt u?', en: 'What do you look for?' },
  searchHow: {
    nl: 'Een deel van een woord is genoeg. Hoofdletters, accenten en streepjes maken niet uit; van meer woorden moet elk voorkomen.',
    en: 'Part of a word is enough. Capitals, accents and hyphens make no difference; of several words each has to occur.',
  },
  foundMany: { nl: '{number} gevonden', en: '{number} found' },
  foundOne: { nl: '1 gevonden', en: '1 found' },
  foundNone: {
    nl: 'Niets gevonden. Probeer een deel van het woord, of de lijsten hieronder.',
    en: 'Nothing found. Try part of the word, or the lists below.',
  },
  foundFirst: {
    nl: '{number} gevonden; dit zijn de eerste {shown}',
    en: '{number} found; these are the first {shown}',
  },
  indexFailed: {
    nl: 'De index kon niet worden geladen. Alles staat ook in de lijsten hieronder.',
    en: 'The index could not be loaded. Everything is in the lists below too.',
  },
  withoutSearch: { nl: 'Of blader', en: 'Or browse' },
  indexSize: {
    nl: 'Er wordt gezocht in deze pagina zelf; niets wordt verstuurd. De index heeft {entries} namen en is {size} kB.',
    en: 'The search takes place in this page itself; nothing is sent. The index has {entries} names and is {size} kB.',
  },
  value: { nl: 'waarde', en: 'value' },
  actor: { nl: 'actor', en: 'actor' },
  initiative: { nl: 'initiatief', en: 'initiative' },
  commons: { nl: 'gemeenschapsgoed', en: 'commons' },
  characteristic: { nl: 'kenmerk', en: 'characteristic' },
  document: { nl: 'document', en: 'document' },
  claim: { nl: 'bewering', en: 'claim' },
  discrepancy: { nl: 'discrepantie', en: 'discrepancy' },
  contribution: { nl: 'bijdrage', en: 'contribution' },
  report: { nl: 'verslag', en: 'report' },
  concept: { nl: 'begrip', en: 'term' },
} as const satisfies Record<string, LanguageMap>;
