import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';

/** The sentences of the command line; `{name}` stands for a value. */
export const words = {
  claims: { nl: 'beweringen', en: 'claims' },
  reports: { nl: 'verslagen', en: 'reports' },
  actors: { nl: 'actoren', en: 'actors' },
  values: { nl: 'waarden', en: 'values' },
  initiatives: { nl: 'initiatieven', en: 'initiatives' },
  discrepancies: { nl: 'discrepanties', en: 'discrepancies' },
  triples: { nl: 'triples', en: 'triples' },
  problems: { nl: 'problemen', en: 'problems' },
  files: { nl: 'bestanden geschreven', en: 'files written' },
  nothingWritten: {
    nl: 'Niets geschreven: verhelp eerst de fouten.',
    en: 'Nothing written: mend the violations first.',
  },
  written: { nl: 'Geschreven naar {folder}: {files}.', en: 'Written to {folder}: {files}.' },
  manyWritten: {
    nl: '{number} bestanden geschreven naar {folder}; manifest.json noemt ze.',
    en: 'Wrote {number} files to {folder}; manifest.json lists them.',
  },
  changed: { nl: 'gewijzigd       {name}', en: 'changed   {name}' },
  missing: { nl: 'ontbreekt       {name}', en: 'missing   {name}' },
  extra: { nl: 'hoort er niet   {name}', en: 'extra     {name}' },
  asListed: {
    nl: '{folder} bevat de {number} bestanden van manifest.json, tot op de byte.',
    en: '{folder} holds the {number} files that manifest.json lists, to the byte.',
  },
  notAsListed: {
    nl: 'Schrijf {folder} opnieuw met `meent export -o`, of haal opnieuw op wat afwijkt.',
    en: 'Write {folder} again with `meent export -o`, or fetch again what differs.',
  },
  siteWritten: {
    nl: 'Site van {number} bestanden geschreven naar {folder}.',
    en: 'Wrote a site of {number} files to {folder}.',
  },
  deadEnd: {
    nl: 'loopt dood      {iri}  ({accept} → {file})',
    en: 'dead end  {iri}  ({accept} → {file})',
  },
  allResolve: {
    nl: 'Alle {iris} IRI’s komen in elke vorm en taal uit bij een bestand in {folder}.',
    en: 'All {iris} IRIs lead to a file in {folder}, in every form and language.',
  },
  someDoNotResolve: {
    nl: '{dead|aanvraag loopt|aanvragen lopen} dood in {folder}; gevolgd zijn {iris} IRI’s.',
    en: '{dead|request is a dead end|requests are dead ends} in {folder}; {iris} IRIs were followed.',
  },
  serving: {
    nl: 'De site staat op {address}; Ctrl-C stopt.',
    en: 'The site is at {address}; Ctrl-C stops.',
  },
  notReady: {
    nl: 'Nog niet klaar om te publiceren: meent.json noemt geen {missing}.',
    en: 'Not ready to publish: meent.json names no {missing}.',
  },
  notDescribed: {
    nl: 'Nog niet klaar om te publiceren: data/dataset.ttl geeft de dataset geen {missing}.',
    en: 'Not ready to publish: data/dataset.ttl gives the data set no {missing}.',
  },
  refused: {
    nl: 'Niets geschreven: vul eerst in wat er nog ontbreekt.',
    en: 'Nothing written: fill in first what is missing.',
  },
  summary: { nl: 'Wat er in de kennisgraaf staat', en: 'What the knowledge graph holds' },
  validatedAt: {
    nl: '── {time} · wacht op wijzigingen, Ctrl-C stopt',
    en: '── {time} · waiting for changes, Ctrl-C stops',
  },
  hint: { nl: 'Hoe te verhelpen: {hint}', en: 'How to mend it: {hint}' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  more: {
    nl: 'Dit zijn de eerste {limit}; er zijn er meer.',
    en: 'These are the first {limit}; there are more.',
  },
  gives: { nl: 'geeft {cardinality}: {columns}', en: 'gives {cardinality}: {columns}' },
  oneOf: { nl: 'een van {values}', en: 'one of {values}' },
  byDefault: { nl: 'als niets is gegeven {value}', en: 'by default {value}' },
  mayBeLeftOut: { nl: 'mag ontbreken', en: 'may be left out' },
  mustBeGiven: { nl: 'moet worden gegeven', en: 'must be given' },
  wasGiven: { nl: 'gegeven', en: 'given' },
  wasDefault: { nl: 'uit de kop van de vraag', en: 'by default' },
  wasLeftOut: { nl: 'niet gegeven, dus vrij', en: 'not given, so free' },
  asked: {
    nl: 'Gevraagd aan {triples} triples in {graphs|graaf|grafen} uit {files|bestand|bestanden}.',
    en: 'Asked of {triples} triples in {graphs|graph|graphs} from {files|file|files}.',
  },
  columns: { nl: 'Kolommen: {columns}', en: 'Columns: {columns}' },
  parameters: { nl: 'Parameters:', en: 'Parameters:' },
  algebra: {
    nl: 'Van binnen naar buiten; achter # hoeveel triples bij een patroon passen. Van patronen naast elkaar komt het zeldzaamste eerst.',
    en: 'From the inside out; after # how many triples match a pattern. Of patterns side by side the rarest comes first.',
  },
  tested: {
    nl: '{queries|vraag|vragen} gesteld in {fixtures|proef|proeven}:',
    en: '{queries|query|queries} asked in {fixtures|fixture|fixtures}:',
  },
  allHold: { nl: 'elk antwoord is het verwachte.', en: 'every answer is the expected one.' },
  someDiffer: {
    nl: '{wrong|antwoord is|antwoorden zijn} niet in orde.',
    en: '{wrong|answer is|answers are} not in order.',
  },
  noFixture: {
    nl: 'Van {file} is geen antwoord verwacht; `meent test --update` schrijft het op.',
    en: 'No answer of {file} is expected; `meent test --update` writes it down.',
  },
  updated: { nl: 'Opgeschreven: {files}.', en: 'Written: {files}.' },
  noRows: { nl: '(geen rijen)', en: '(no rows)' },
} as const satisfies Record<string, LanguageMap>;

export type { Language };

/** A sentence in a language, its values filled in. */
export const say = (language: Language, key: keyof typeof words, values: Values = {}): string =>
  fillIn(words[key][language], values);

/** The language of messages: asked for, else the locale's, else English. An empty variable is as good as none. */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const wanted = asked || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^nl\b|^nl_/.test(wanted) ? 'nl' : 'en';
}
