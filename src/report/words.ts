import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';

/** The sentences of reports. */
const words = {
  violation: { nl: 'fout', en: 'violation' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'ter informatie', en: 'info' },
  nameless: { nl: 'een knoop zonder naam', en: 'a node without a name' },
  hint: { nl: 'Hoe te verhelpen: {hint}', en: 'How to mend it: {hint}' },
  also: { nl: 'staat ook in {places}', en: 'also stated in {places}' },
  more: {
    nl: '… en nog {more} keer {rule}; --all toont ze allemaal.',
    en: '… and {more} more of {rule}; --all shows them.',
  },
  looked: {
    nl: '{shapes|shape|shapes} en {checks|controle|controles} bekeken {triples|triple|triples}: {problems}.',
    en: '{shapes|shape|shapes} and {checks|check|checks} looked at {triples|triple|triples}: {problems}.',
  },
  lookedWithoutChecks: {
    nl: '{shapes|shape|shapes} bekeken {triples|triple|triples}, zonder controles: {problems}.',
    en: '{shapes|shape|shapes} looked at {triples|triple|triples}, without checks: {problems}.',
  },
  notHonoured: {
    nl: 'Niets gecontroleerd; fouten in de shapes zelf: {problems}.',
    en: 'Nothing was checked; faults in the shapes themselves: {problems}.',
  },
  classUncovered: {
    nl: 'Geen shape zegt iets over de klasse {term} ({times}×, eerst in {place}).',
    en: 'No shape says anything of the class {term} ({times}×, first in {place}).',
  },
  predicateUncovered: {
    nl: 'Geen shape zegt iets over de eigenschap {term} ({times}×, eerst in {place}).',
    en: 'No shape says anything of the property {term} ({times}×, first in {place}).',
  },
  noProblems: { nl: 'geen problemen', en: 'no problems' },
  someProblems: {
    nl: '{violation|fout|fouten}, {warning|waarschuwing|waarschuwingen}, {info} ter informatie',
    en: '{violation|violation|violations}, {warning|warning|warnings}, {info} for information',
  },
  focusNodes: { nl: 'Knopen per shape: {list}.', en: 'Focus nodes by shape: {list}.' },
  noFocusNodes: {
    nl: 'Zonder knopen, dus niets gecontroleerd: {list}.',
    en: 'Without focus nodes, so nothing checked: {list}.',
  },
  evidence: {
    nl: 'Bewijs {slug}: {anchors|anker|ankers} nagerekend, {covered} van {paragraphs} alinea’s gedekt, {share} % van de tekst binnen een anker.',
    en: 'Evidence {slug}: {anchors|anchor|anchors} recomputed, {covered} of {paragraphs} paragraphs covered, {share} % of the text inside an anchor.',
  },
  evidenceNotChecked: {
    nl: 'Bewijs {slug}: niet gecontroleerd; de tekst staat niet in sources/{slug}.txt.',
    en: 'Evidence {slug}: not checked; the text is not in sources/{slug}.txt.',
  },
  accepted: {
    nl: 'Aanvaard in {file} en niet meegeteld: {known|probleem|problemen}.',
    en: 'Accepted in {file} and not counted: {known|problem|problems}.',
  },
  stale: {
    nl: '{file} aanvaardt nog wat niet meer voorkomt:',
    en: '{file} still accepts what no longer occurs:',
  },
  removeStale: {
    nl: 'Hoe te verhelpen: haal dit uit {file}, of laat --update-baseline dat doen.',
    en: 'How to mend it: take this out of {file}, or have --update-baseline do that.',
  },
  incomplete: { nl: 'Niet alles is bekeken: {reason}', en: 'Not everything was looked at: {reason}' },
  lookedAtNothing: { nl: 'heeft geen knoop bekeken', en: 'looked at no node' },
  notChecked: { nl: 'niet gecontroleerd: de tekst is er niet', en: 'not checked: the text is not there' },
  description: { nl: 'Waarover', en: 'About' },
  asks: { nl: 'Vraagt', en: 'Asks' },
  property: { nl: 'Eigenschap', en: 'Property' },
  appliedBy: { nl: 'Toegepast door', en: 'Applied by' },
  component: { nl: 'Component', en: 'Component' },
  place: { nl: 'Staat in', en: 'Stands in' },
  mend: { nl: 'Verhelpen', en: 'To mend' },
  good: { nl: 'Goed ({file}):', en: 'Good ({file}):' },
  bad: { nl: 'Fout ({file}):', en: 'Bad ({file}):' },
  noExample: {
    nl: 'Geen voorbeeld in test/ noemt deze regel.',
    en: 'No example in test/ names this rule.',
  },
  explain: { nl: 'Uitleg: meent explain {rule}.', en: 'Explained by: meent explain {rule}.' },
  root: { nl: 'De map waarin meent liep.', en: 'The folder that meent ran in.' },
} as const satisfies Record<string, LanguageMap>;

/** A sentence in a language, its values filled in. */
export const say = (language: Language, key: keyof typeof words, values: Values = {}): string =>
  fillIn(words[key][language], values);
