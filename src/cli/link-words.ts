import { fillIn, type Language, type LanguageMap, type Values } from '../graph/language-map.ts';

/** The sentences of `meent link`; `{name}` stands for a value. */
const words = {
  progress: {
    nl: '{done} van {all} vragen, nog ongeveer {left}',
    en: '{done} of {all} questions, about {left} to go',
  },
  waiting: {
    nl: '{message}; over {seconds} s verder',
    en: '{message}; on in {seconds} s',
  },
  nothing: { nl: 'geen nieuwe kandidaat', en: 'no new candidate' },
  known: { nl: '{known} al bekend', en: '{known} known already' },
  recommended: { nl: 'aanbevolen', en: 'recommended' },
  proposed: { nl: 'voorgesteld', en: 'proposed' },
  failed: { nl: 'geen antwoord: {message}', en: 'no answer: {message}' },
  remark: { nl: 'let op: {service} {remark}', en: 'note: {service} {remark}' },
  summary: {
    nl: '{things|ding|dingen} bekeken: {proposals|kandidaat|kandidaten}, {recommended} aanbevolen.',
    en: 'Looked at {things|thing|things}: {proposals|candidate|candidates}, {recommended} recommended.',
  },
  written: {
    nl: 'Geschreven naar {file}. Niets is aanvaard: beslis met `meent link review`, of in een spreadsheet.',
    en: 'Written to {file}. Nothing is accepted: decide with `meent link review`, or in a spreadsheet.',
  },
  gone: {
    nl: 'de bron kent deze IRI niet, of niet meer',
    en: 'the authority has nothing by this IRI, or not any more',
  },
  moved: {
    nl: 'is samengevoegd, vervangen of verhuisd: {to}',
    en: 'was merged, replaced or moved: {to}',
  },
  renamed: {
    nl: 'heet niet meer “{from}” maar “{to}”',
    en: 'is not called “{from}” any more, but “{to}”',
  },
  mistyped: {
    nl: 'is iets van een andere soort: {other}, waar het onze {own} is',
    en: 'is of another kind: {other}, where ours is {own}',
  },
  unlike: {
    nl: 'let op: “{to}” lijkt op geen van onze namen; zet de naam in object_label als het klopt',
    en: 'note: “{to}” is like none of our names; write the name into object_label if it is right',
  },
  untold: {
    nl: 'let op: werd gelezen als “{from}”, maar de bron heeft geen naam in {in}; wel “{to}”',
    en: 'note: was read as “{from}”, but the authority tells no name in {in}; it tells “{to}”',
  },
  agrees: { nl: 'noemt ook {iri}', en: 'names {iri} too' },
  verified: {
    nl: '{links|koppeling|koppelingen} teruggelezen: {problems} met een fout, {unanswered} zonder antwoord.',
    en: 'Read {links|link|links} back: {problems} with something wrong, {unanswered} without an answer.',
  },
  enriched: {
    nl: '{links|koppeling|koppelingen} nagevraagd: {facts} triples over {things|ding|dingen} in {file}.',
    en: 'Asked about {links|link|links}: {facts} triples about {things|thing|things} in {file}.',
  },
  untoldProperties: {
    nl: 'Niets verteld over: {properties}.',
    en: 'Nothing was told of: {properties}.',
  },
  nothingFetched: {
    nl: '{links|koppeling|koppelingen} nagevraagd: niets gevonden, en niets geschreven.',
    en: 'Asked about {links|link|links}: nothing was found, and nothing is written.',
  },
  elsewhere: {
    nl: '{links|koppeling is|koppelingen zijn} niet bekeken, want niemand zei waar: {places}.',
    en: '{links|link was|links were} not looked at, since nobody said where: {places}.',
  },
  unanswered: {
    nl: '{things|ding heeft|dingen hebben} geen of niet elk antwoord gekregen. Draai het commando later opnieuw: wat al is geantwoord wordt niet nog eens gevraagd.',
    en: '{things|thing has|things have} not had every answer. Run the command again later: what was answered is not asked again.',
  },
} as const satisfies Record<string, LanguageMap>;

/** A sentence in a language, its values filled in. */
export const sayOfLinks = (language: Language, key: keyof typeof words, values: Values = {}): string =>
  fillIn(words[key][language], values);
