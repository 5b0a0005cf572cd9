import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';
import type { Agreement } from './rank/compare.ts';
import type { Fact } from './rank/rank.ts';
import type { Proposal } from './propose.ts';

const words = {
  exact: { nl: '{where}: dezelfde naam “{other}”', en: '{where}: the same name “{other}”' },
  normalised: {
    nl: '{where}: “{own}” is “{other}”, anders gespeld',
    en: '{where}: “{own}” is “{other}” but for its spelling',
  },
  alternative: {
    nl: '{where}: “{own}” is een andere naam, “{other}”',
    en: '{where}: “{own}” is another name, “{other}”',
  },
  similar: {
    nl: '{where}: “{own}” lijkt op “{other}” ({score})',
    en: '{where}: “{own}” is like “{other}” ({score})',
  },
  anyLanguage: { nl: 'over talen heen', en: 'across languages' },
  sameType: { nl: 'hetzelfde soort ding', en: 'the same sort of thing' },
  otherType: { nl: 'een ander soort ding', en: 'another sort of thing' },
  bothLanguages: { nl: 'in twee talen eens', en: 'agrees in two languages' },
  identifier: {
    nl: 'noemt zichzelf ook {iri}, wat is aanvaard',
    en: 'calls itself {iri} too, which was accepted',
  },
  page: { nl: 'heeft dezelfde pagina {address}', en: 'has the same page {address}' },
  context: { nl: 'de omschrijving deelt woorden ({share})', en: 'shares words of the description ({share})' },
  askedType: { nl: 'gevonden onder type {type}', en: 'found among type {type}' },
  serviceScore: { nl: 'de dienst zelf geeft {score}', en: 'the service itself gives {score}' },
} as const satisfies Record<string, LanguageMap>;

/** Why something is a candidate, in a line. */
export function why({ agreements, facts, found: { serviceScore } }: Proposal, language: Language): string {
  const say = (key: keyof typeof words, values: Values = {}) => fillIn(words[key][language], values);
  const agreement = ({ language: where, grade, own, other, score }: Agreement) =>
    say(grade, { where: where ?? say('anyLanguage'), own, other, score: score.toFixed(2) });
  const fact = (each: Fact): string => {
    switch (each.kind) {
      case 'type':
        return say(each.agrees ? 'sameType' : 'otherType');
      case 'both languages':
        return say('bothLanguages');
      case 'identifier':
        return say('identifier', { iri: each.iri });
      case 'page':
        return say('page', { address: each.address });
      case 'context':
        return say('context', { share: each.share.toFixed(2) });
      case 'asked type':
        return say('askedType', { type: each.type });
    }
  };
  const inLanguages = agreements.filter(({ language }) => language !== undefined);
  return [
    ...(inLanguages.length > 0 ? inLanguages : agreements.slice(0, 1)).map(agreement),
    ...facts.map(fact),
    ...(serviceScore === undefined ? [] : [say('serviceScore', { score: serviceScore })]),
  ].join('; ');
}
