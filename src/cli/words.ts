import type { LanguageMap } from '../graph/language-map.ts';

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
  violation: { nl: 'fout', en: 'violation' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'ter informatie', en: 'info' },
  checked: {
    nl: '{shapes} shapes en {checks} controles bekeken {triples} triples: {problems}.',
    en: '{shapes} shapes and {checks} checks looked at {triples} triples: {problems}.',
  },
  checkedWithoutChecks: {
    nl: '{shapes} shapes bekeken {triples} triples, zonder de controles: {problems}.',
    en: '{shapes} shapes looked at {triples} triples, without the checks: {problems}.',
  },
  noProblems: { nl: 'geen problemen', en: 'no problems' },
  someProblems: {
    nl: '{violation} fouten, {warning} waarschuwingen, {info} ter informatie',
    en: '{violation} violations, {warning} warnings, {info} for information',
  },
  evidence: {
    nl: 'Bewijs {slug}: {anchors} ankers nagerekend, {covered} van {paragraphs} alinea’s gedekt, {share} % van de tekst binnen een anker.',
    en: 'Evidence {slug}: {anchors} anchors recomputed, {covered} of {paragraphs} paragraphs covered, {share} % of the text inside an anchor.',
  },
  evidenceNotChecked: {
    nl: 'Bewijs {slug}: niet gecontroleerd; de tekst staat niet in sources/{slug}.txt.',
    en: 'Evidence {slug}: not checked; the text is not in sources/{slug}.txt.',
  },
  nothingWritten: {
    nl: 'Niets geschreven: verhelp eerst de fouten.',
    en: 'Nothing written: mend the violations first.',
  },
  written: { nl: 'Geschreven naar {folder}: {files}.', en: 'Written to {folder}: {files}.' },
  notReady: {
    nl: 'Nog niet klaar om te publiceren: meent.json noemt geen {missing}.',
    en: 'Not ready to publish: meent.json names no {missing}.',
  },
  summary: { nl: 'Wat er in de kennisgraaf staat', en: 'What the knowledge graph holds' },
  validatedAt: {
    nl: '── {time} · wacht op wijzigingen, Ctrl-C stopt',
    en: '── {time} · waiting for changes, Ctrl-C stops',
  },
  hint: { nl: 'Hoe te verhelpen: {hint}', en: 'How to mend it: {hint}' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  noRows: { nl: '(geen rijen)', en: '(no rows)' },
} as const satisfies Record<string, LanguageMap>;

export type Language = 'nl' | 'en';

/** A sentence in a language, its values filled in. */
export function say(
  language: Language,
  key: keyof typeof words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(words[key][language], values);
}

/** A sentence with its `{name}`s filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

/** The language of messages: asked for, else the locale's, else English. */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const wanted = asked ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^nl\b|^nl_/.test(wanted) ? 'nl' : 'en';
}
