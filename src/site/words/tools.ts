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
  queryfailquery: { nl: 'In deze vraag klopt iets niet.', en: 'Something in this query is not right.' },
  queryfailprefix: {
    nl: 'Het voorvoegsel {value}: is niet bekend. Zet boven de vraag: PREFIX {value}: <…>',
    en: 'The prefix {value}: is not known. Put above the query: PREFIX {value}: <…>',
  },
  queryfailearly: {
    nl: 'De vraag houdt te vroeg op: aan het einde ontbreekt iets.',
    en: 'The query ends too early: something is missing at its end.',
  },
  queryfaildeep: { nl: 'De vraag is te diep genest.', en: 'The query is nested too deeply.' },
  queryfailtoken: {
    nl: 'Hier werd iets anders verwacht dan “{value}”.',
    en: 'Something else was expected here than “{value}”.',
  },
  queryfailempty: { nl: 'Er staat nog geen vraag.', en: 'There is no query yet.' },
  queryfailrefused: {
    nl: 'Hier kan alleen worden gelezen, en alleen uit deze gegevens: vraag met SELECT, ASK, CONSTRUCT of DESCRIBE, en zonder SERVICE.',
    en: 'Here one can only read, and only these data: ask with SELECT, ASK, CONSTRUCT or DESCRIBE, and without SERVICE.',
  },
  queryfailrows: {
    nl: 'Het antwoord heeft meer dan {value} rijen. Vraag om minder, bijvoorbeeld met LIMIT.',
    en: 'The answer has more than {value} rows. Ask for less, for instance with LIMIT.',
  },
  queryfaildata: {
    nl: 'Wat hiervoor nodig is kon niet worden geladen. Probeer het later opnieuw.',
    en: 'What this takes could not be loaded. Try again later.',
  },
  queryfailbroken: {
    nl: 'Het programma kon niet worden geladen, of is vastgelopen.',
    en: 'The program could not be loaded, or broke down.',
  },
  queryfailunknown: {
    nl: 'Het antwoord kon niet worden berekend.',
    en: 'The answer could not be worked out.',
  },
  tryYourself: { nl: 'Pas aan en stel zelf', en: 'Change it and ask' },
  linkMap: { nl: 'Wat hier staat en ook elders', en: 'What is here and elsewhere too' },
  linkMapText: {
    nl: 'Links wat in deze gegevens staat, rechts waar het ook te vinden is. Elke band is zo breed als het aantal verbindingen. Getoond: {hosts|plaats|plaatsen}; dezelfde getallen staan in de tabel.',
    en: 'On the left what these data have, on the right where it can be found too. Each band is as wide as the number of links. Shown: {hosts|place|places}; the same numbers stand in the table.',
  },
  whatIsLinked: { nl: 'wat', en: 'what' },
  linkedWhere: { nl: 'waar ook', en: 'where too' },
  linkedAs: { nl: 'hoe', en: 'how' },
  linkedNumber: { nl: 'aantal', en: 'number' },
  claimsBehind: {
    nl: 'Beweringen met een beroep op {value}, per actor',
    en: 'Claims that appeal to {value}, by actor',
  },
  claimsBehindText: {
    nl: 'Wat achter de getallen van een rij van de matrix staat. Meer over deze waarde:',
    en: 'What stands behind the numbers of a row of the matrix. More on this value:',
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
  event: { nl: 'evenement', en: 'event' },
  place: { nl: 'plaats', en: 'place' },
  scheme: { nl: 'lijst van begrippen', en: 'list of terms' },
  thing: { nl: 'overige', en: 'other' },
  concept: { nl: 'begrip', en: 'term' },
} as const satisfies Record<string, LanguageMap>;
