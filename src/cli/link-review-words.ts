import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';

/** The sentences of `meent link review`, `accept` and `reject`; `{name}` stands for a value. */
const words = {
  name: {
    nl: 'Uw naam, zoals die bij uw beslissingen moet staan: ',
    en: 'Your name, as it is to stand beside what you decide: ',
  },
  nothing: { nl: 'Er is niets te beslissen.', en: 'There is nothing to decide.' },
  begin: {
    nl: '{open|kandidaat|kandidaten} te beslissen, door {by}. Elk antwoord wordt meteen bewaard; stop wanneer u wilt.',
    en: '{open|candidate|candidates} to decide, by {by}. Each answer is saved at once; stop when you like.',
  },
  accepted: { nl: 'aanvaard', en: 'accepted' },
  rejected: { nl: 'afgewezen', en: 'rejected' },
  unsure: { nl: 'onzeker', en: 'unsure' },
  proposed: { nl: 'open', en: 'open' },
  'not found': { nl: 'niet gevonden', en: 'not found' },
  skipped: { nl: 'overgeslagen', en: 'skipped' },
  undone: { nl: 'ongedaan gemaakt', en: 'undone' },
  before: { nl: 'al {standing}: {relation} {other}', en: '{standing} already: {relation} {other}' },
  described: { nl: 'omschrijving', en: 'description' },
  why: { nl: 'waarom', en: 'why' },
  from: { nl: 'uit', en: 'from' },
  recommended: { nl: 'aanbevolen', en: 'recommended' },
  denied: { nl: 'ontkend: is NIET', en: 'denied: is NOT' },
  keys: {
    nl: 'j ja · n nee · o overslaan · t twijfel · terug · q stop · ? hulp > ',
    en: 'y yes · n no · s skip · u unsure · undo · q stop · ? help > ',
  },
  lastOne: {
    nl: 'Dat was de laatste: Enter om op te houden, of terug > ',
    en: 'That was the last one: Enter to end, or undo > ',
  },
  help: {
    nl: [
      '  j          ja, zo is het          j skos:closeMatch   ja, maar met deze relatie',
      '  n          nee                    n want …            nee, om deze reden; komt nooit terug',
      '  t          twijfel: ik weet het niet (met --unsure wordt het opnieuw gevraagd)',
      '  o          overslaan, een volgende keer',
      '  terug      het vorige antwoord ongedaan maken',
      '  q          stoppen; wat beslist is, is bewaard',
      'De Engelse letters y, n, u, s en undo mogen ook.',
    ].join('\n'),
    en: [
      '  y          yes, it is so          y skos:closeMatch   yes, but by this relation',
      '  n          no                     n because …         no, for this reason; never comes back',
      '  u          unsure: I cannot tell (--unsure asks about it again)',
      '  s          skip, until another time',
      '  undo       take back the answer before',
      '  q          stop; what is decided is saved',
      'The Dutch letters j, n, t, o and terug are understood too.',
    ].join('\n'),
  },
  noAnswer: { nl: 'Dat is geen antwoord: {line}', en: 'That is no answer: {line}' },
  noUndo: { nl: 'Er is niets om ongedaan te maken.', en: 'There is nothing to undo.' },
  isDenied: {
    nl: 'Dat kan niet: van hetzelfde paar staat er dat het niet zo is{because}. Haal eerst die rij weg.',
    en: 'That cannot be: of the same pair it says that it is not so{because}. Take that row away first.',
  },
  isTaken: {
    nl: 'Dat kan niet: {iri} is al aanvaard als hetzelfde. Wijs eerst dat af, of kies een zwakkere relatie.',
    en: 'That cannot be: {iri} was accepted as the same already. Reject that first, or choose a weaker relation.',
  },
  isUnfit: {
    nl: '{relation} past niet bij dit soort ding: owl:sameAs is voor dingen, skos:…Match voor begrippen.',
    en: '{relation} does not fit this sort of thing: owl:sameAs is for individuals, skos:…Match for concepts.',
  },
  summary: {
    nl: '{accepted} aanvaard, {rejected} afgewezen, {unsure} onzeker; nog {open} te beslissen.',
    en: '{accepted} accepted, {rejected} rejected, {unsure} unsure; {open} still to decide.',
  },
  decided: { nl: '{verdict}: {mapping}  ({file})', en: '{verdict}: {mapping}  ({file})' },
  already: { nl: 'was al {verdict}: {mapping}  ({file})', en: '{verdict} already: {mapping}  ({file})' },
  'owl:sameAs': { nl: 'is hetzelfde ding als', en: 'is the same thing as' },
  'skos:exactMatch': { nl: 'betekent hetzelfde als', en: 'means the same as' },
  'skos:closeMatch': { nl: 'betekent bijna hetzelfde als', en: 'means nearly the same as' },
  'skos:broadMatch': { nl: 'is een nauwer begrip dan', en: 'is a narrower concept than' },
  'skos:narrowMatch': { nl: 'is een ruimer begrip dan', en: 'is a broader concept than' },
  'skos:relatedMatch': { nl: 'heeft te maken met', en: 'has to do with' },
  'rdfs:seeAlso': { nl: 'zie ook', en: 'see also' },
} as const satisfies Record<string, LanguageMap>;

export type ReviewSentence = keyof typeof words;

/** A sentence in a language, its values filled in. */
export const sayInReview = (language: Language, key: ReviewSentence, values: Values = {}): string =>
  fillIn(words[key][language], values);

/** What a relation says, in words; nothing where there are no words for it. */
export const inWords = (language: Language, relation: string): string =>
  Object.hasOwn(words, relation) ? words[relation as ReviewSentence][language] : '';
