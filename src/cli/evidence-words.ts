import { fillIn, type Language, type LanguageMap } from '../graph/language-map.ts';

/** The sentences of `meent evidence`; `{name}` stands for a value. */
const words = {
  nothing: {
    nl: 'De graaf legt van geen verslag de tekst vast: er is geen bewijs om na te rekenen.',
    en: 'The graph records the text of no report: there is no evidence to recompute.',
  },
  notChecked: {
    nl: '{anchors|anker|ankers} niet gecontroleerd: de tekst staat niet in {file}.',
    en: '{anchors|anchor|anchors} not checked: the text is not in {file}.',
  },
  allHold: {
    nl: '{anchors|anker|ankers} nagerekend: ze kloppen alle.',
    en: '{anchors|anchor|anchors} recomputed: all of them hold.',
  },
  someHold: {
    nl: '{anchors|anker|ankers} nagerekend: {lost} kloppen niet meer.',
    en: '{anchors|anchor|anchors} recomputed: {lost} no longer hold.',
  },
  coverage: {
    nl: '{covered} van {paragraphs} alinea’s gedekt, {share} % van de tekst binnen een anker.',
    en: '{covered} of {paragraphs} paragraphs covered, {share} % of the text inside an anchor.',
  },
  lines: { nl: 'regels', en: 'lines' },
  claims: { nl: 'beweringen', en: 'claims' },
  share: { nl: 'deel', en: 'share' },
  paragraph: { nl: 'alinea', en: 'paragraph' },
  noEvidence: { nl: '(zonder bewijs)', en: '(without evidence)' },
  everyClaim: {
    nl: '{claims|bewering|beweringen}, elk met een passage.',
    en: '{claims|claim|claims}, each with a passage.',
  },
  bareClaims: {
    nl: '{claims|bewering|beweringen}; zonder passage: {bare}',
    en: '{claims|claim|claims}; without a passage: {bare}',
  },
  gone: { nl: 'nergens meer', en: 'nowhere any more' },
  notFound: { nl: 'niet overal gezocht', en: 'not looked for everywhere' },
  line: { nl: 'regel', en: 'line' },
  or: { nl: 'of', en: 'or' },
  usedBy: { nl: 'voor', en: 'for' },
  places: {
    nl: 'Waar de woorden nu staan; er is niets gewijzigd.',
    en: 'Where the words stand now; nothing has been changed.',
  },
  paste: {
    nl: 'De ankers met één nieuwe plaats, om te plakken; laat daarna wat erop berust naar de nieuwe wijzen.',
    en: 'The anchors with one new place, to paste; then let what rests on them point at the new ones.',
  },
  who: { nl: 'wie', en: 'who' },
  mode: { nl: 'wijze', en: 'mode' },
  noPassage: { nl: 'Deze bewering heeft geen passage.', en: 'This claim has no passage.' },
  passageNotChecked: {
    nl: 'niet gecontroleerd: de tekst staat niet in {file}',
    en: 'not checked: the text is not in {file}',
  },
  passageChanged: {
    nl: 'hier staat nu iets anders; de woorden van toen: {places}',
    en: 'something else stands here now; the words of then: {places}',
  },
} as const satisfies Record<string, LanguageMap>;

/** A sentence of `meent evidence` in a language, its values filled in. */
export const tell = (
  language: Language,
  key: keyof typeof words,
  values: Readonly<Record<string, string | number>> = {},
): string => fillIn(words[key][language], values);
