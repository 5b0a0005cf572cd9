import type { LanguageMap } from '../../graph/language-map.ts';

/** The sentences about links to other data. */
export const linkWords = {
  elsewhere: { nl: 'Elders', en: 'Elsewhere' },
  sourceVersion: { nl: '{host}, versie {version}', en: '{host}, version {version}' },
  confidence: { nl: 'zekerheid {confidence} (van 0 tot 1)', en: 'confidence {confidence} (from 0 to 1)' },
  reviewedBy: { nl: 'Nagelezen door {people}.', en: 'Reviewed by {people}.' },
  reviewedOn: { nl: 'Nagelezen door {people} op {date}.', en: 'Reviewed by {people} on {date}.' },
  madeBy: { nl: 'Gelegd door een mens: {people}.', en: 'Made by a person: {people}.' },
  byRule: {
    nl: 'Niet door een mens nagelezen; aanvaard volgens een regel.',
    en: 'Not reviewed by a person; accepted by a rule.',
  },
  byRuleNumber: {
    nl: 'Niet door een mens nagelezen; aanvaard volgens regel {number}.',
    en: 'Not reviewed by a person; accepted by rule {number}.',
  },
  rule: { nl: 'De regel', en: 'The rule' },
  rules: { nl: 'De regels', en: 'The rules' },
} as const satisfies Record<string, LanguageMap>;

/** What the ways of coming to a link are called (Semantic Mapping Vocabulary). */
export const justificationWords: Readonly<Record<string, LanguageMap>> = {
  BackgroundKnowledgeBasedMatching: { nl: 'uit achtergrondkennis', en: 'from background knowledge' },
  CompositeMatching: { nl: 'op grond van meer dan één vergelijking', en: 'by more than one comparison' },
  InstanceBasedMatching: { nl: 'op grond van wat eronder valt', en: 'by what falls under it' },
  LexicalMatching: { nl: 'op naam', en: 'by name' },
  LexicalSimilarityThresholdMatching: { nl: 'op een naam die erop lijkt', en: 'by a name that is like it' },
  LogicalReasoning: { nl: 'uit andere gegevens afgeleid', en: 'inferred from other data' },
  ManualMappingCuration: { nl: 'door een mens gekozen', en: 'chosen by a person' },
  MappingChaining: { nl: 'door koppelingen achter elkaar te leggen', en: 'by chaining links' },
  MappingInversion: { nl: 'een koppeling omgekeerd', en: 'a link turned round' },
  MappingReview: { nl: 'een koppeling nagelezen', en: 'a link reviewed' },
  SemanticSimilarityThresholdMatching: {
    nl: 'op betekenis die erop lijkt',
    en: 'by a meaning that is like it',
  },
  StructuralMatching: { nl: 'op plaats in de indeling', en: 'by place in the structure' },
  UnspecifiedMatching: { nl: 'hoe is niet vermeld', en: 'how is not stated' },
};
