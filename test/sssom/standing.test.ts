import { expect, it } from 'vitest';
import type { Mapping } from '../../src/sssom/mapping.ts';
import { standingOf } from '../../src/sssom/standing.ts';

const link: Mapping = {
  subject_id: 'thing:mill',
  predicate_id: 'skos:exactMatch',
  object_id: 'wd:Q1',
  mapping_justification: 'semapv:LexicalMatching',
  mapping_tool: 'meent',
  confidence: '0.9',
};
const same = { ...link, predicate_id: 'owl:sameAs' };
const reviewed = (agreement: string) => ({ reviewer_label: 'A. Gardener', reviewer_agreement: agreement });
const byHand = { mapping_justification: 'semapv:ManualMappingCuration', author_label: 'A. Gardener' };

it.each<[string, Mapping, string]>([
  ['that a tool found is proposed, however sure the tool is', link, 'proposed'],
  ['that a rule accepts is accepted', { ...link, curation_rule_text: 'two labels' }, 'accepted'],
  ['of identity is accepted by no rule', { ...same, curation_rule_text: 'two labels' }, 'proposed'],
  ['with which a person agrees is accepted', { ...same, ...reviewed('1') }, 'accepted'],
  ['that a person cannot tell is unsure', { ...same, ...reviewed('0') }, 'unsure'],
  ['with which a person disagrees is rejected', { ...same, ...reviewed('-0.5') }, 'rejected'],
  ['with an agreement of nobody is proposed', { ...same, reviewer_agreement: '1' }, 'proposed'],
  ['with an agreement that is no number is proposed', { ...same, ...reviewed('yes') }, 'proposed'],
  ['with an agreement out of bounds is proposed', { ...same, ...reviewed('7') }, 'proposed'],
  ['that a person made is accepted', { ...same, ...byHand }, 'accepted'],
  [
    'that is made by hand, nobody says whose, is proposed',
    { ...same, ...byHand, author_label: undefined },
    'proposed',
  ],
  [
    'that is denied is rejected, whoever agrees',
    { ...same, ...reviewed('1'), predicate_modifier: 'Not' },
    'rejected',
  ],
  [
    'with a modifier that nobody knows is rejected',
    { ...same, ...byHand, predicate_modifier: 'Maybe' },
    'rejected',
  ],
  ['to nothing is not found', { ...same, ...reviewed('1'), object_id: 'sssom:NoTermFound' }, 'not found'],
])('a mapping %s', (_, mapping, standing) => {
  expect(standingOf(mapping)).toBe(standing);
});
