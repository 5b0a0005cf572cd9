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
  queryTitle: { nl: 'Vraag het de gegevens zelf', en: 'Ask the data yourself' },
  queryText: {
    nl: 'Kies een vraag en verander haar, of schrijf er zelf een in SPARQL. Het antwoord wordt in deze pagina berekend; niets wordt verstuurd.',
    en: 'Choose a question and change it, or write one in SPARQL. The answer is worked out in this page; nothing is sent.',
  },
  queryNeedsScript: {
    nl: 'Zelf vragen stellen werkt met JavaScript, en dat staat uit. De vragen hieronder hebben hun antwoord al; met de gegevens en meent query kunt u ook zonder deze pagina vragen stellen.',
    en: 'Asking questions takes JavaScript, which is off. The questions below have their answers already; with the data and meent query you can ask without this page too.',
  },
  takeData: { nl: 'De gegevens als N-Quads', en: 'The data as N-Quads' },
  chooseQuestion: { nl: 'Begin met een vraag', en: 'Start with a question' },
  ownQuestion: { nl: '…', en: '…' },
  run: { nl: 'Stel de vraag', en: 'Ask' },
  stop: { nl: 'Stop', en: 'Stop' },
  queryHow: {
    nl: 'Ook met Ctrl+Enter. Pas bij de eerste vraag worden {engine} MB aan programma en {data} MB aan gegevens geladen. Meer dan 10.000 rijen worden niet gegeven, en andere diensten niet gevraagd.',
    en: 'Also with Ctrl+Enter. Only with the first question are {engine} MB of program and {data} MB of data loaded. No more than 10,000 rows are given, and no other services are asked.',
  },
  queryloading: { nl: 'Laden…', en: 'Loading…' },
  queryasking: { nl: 'Bezig…', en: 'Working…' },
  querystopped: { nl: 'Gestopt.', en: 'Stopped.' },
  querybroken: { nl: 'Het programma kon niet worden geladen.', en: 'The program could not be loaded.' },
  queryline: { nl: 'Regel {line}', en: 'Line {line}' },
  queryrows: { nl: '{rows} rijen', en: '{rows} rows' },
  queryrow: { nl: '1 rij', en: '1 row' },
  querytook: {
    nl: '{asking} s, en {loading} s om de gegevens te lezen',
    en: '{asking} s, and {loading} s to read the data',
  },
  queryfirst: {
    nl: '(de eerste {shown} zijn getoond; de bestanden hebben ze alle)',
    en: '(the first {shown} are shown; the files have them all)',
  },
  queryyes: { nl: 'ja', en: 'yes' },
  queryno: { nl: 'nee', en: 'no' },
  queryanswer: { nl: 'Antwoord', en: 'Answer' },
  querytake: { nl: 'Neem mee', en: 'Take it away' },
  querylink: { nl: 'Verwijzing naar deze vraag', en: 'Link to this question' },
  queryfile: { nl: 'antwoord', en: 'answer' },
  tryYourself: { nl: 'Pas aan en stel zelf', en: 'Change it and ask' },
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
