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
