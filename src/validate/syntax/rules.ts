import type { LanguageMap } from '../../graph/language-map.ts';
import { linkRules } from './link-rules.ts';
import type { SyntaxRuleText } from './rule-text.ts';

/** What can be wrong with the spelling of data that a parser accepts. */
export const spellingRules = {
  'lone-surrogate': {
    severity: 'violation',
    message: (code) => ({
      nl: `De tekst bevat een half teken, ${code}: dat kan niet worden opgeslagen.`,
      en: `The text holds half a character, ${code}, which cannot be stored.`,
    }),
    hint: {
      nl: 'Schrijf het hele teken, of haal het weg.',
      en: 'Write the whole character, or take it away.',
    },
  },
  'replacement-character': {
    severity: 'violation',
    message: () => ({
      nl: 'Hier stond een teken dat verloren ging toen de tekst verkeerd werd gelezen (U+FFFD).',
      en: 'A character stood here that was lost when the text was read wrongly (U+FFFD).',
    }),
    hint: {
      nl: 'Neem de tekst opnieuw over uit de bron, en bewaar die als UTF-8.',
      en: 'Take the text from its source again, and save it as UTF-8.',
    },
  },
  'not-nfc': {
    severity: 'warning',
    message: (right) => ({
      nl: `Niet in Unicode-normaalvorm C: zoeken naar “${right}” vindt dit niet.`,
      en: `Not in Unicode normalisation form C: a search for “${right}” does not find this.`,
    }),
    hint: {
      nl: 'Schrijf letters met tekens erop als één teken.',
      en: 'Write letters with marks on them as one character.',
    },
  },
  'invisible-character': {
    severity: 'warning',
    message: (codes) => ({
      nl: `Bevat wat niemand ziet: ${codes}.`,
      en: `Holds what nobody sees: ${codes}.`,
    }),
    hint: { nl: 'Haal het weg.', en: 'Take it away.' },
  },
  'mixed-scripts': {
    severity: 'warning',
    message: (part) => ({
      nl: `In “${part}” staan letters van verschillende schriften door elkaar, die op elkaar kunnen lijken.`,
      en: `“${part}” mixes letters of several scripts, which may look alike.`,
    }),
    hint: { nl: 'Typ de naam opnieuw.', en: 'Type the name again.' },
  },
  'relative-iri': {
    severity: 'violation',
    message: () => ({
      nl: 'Deze IRI is relatief, en niets zegt waaraan: nergens anders betekent ze hetzelfde.',
      en: 'This IRI is relative, and nothing says to what: it means the same nowhere else.',
    }),
    hint: {
      nl: 'Zet @base in het bestand, of base in meent.json.',
      en: 'Put @base in the file, or base in meent.json.',
    },
  },
  'forbidden-in-iri': {
    severity: 'violation',
    message: (codes) => ({
      nl: `In een IRI mag geen ${codes} staan.`,
      en: `No IRI may hold ${codes}.`,
    }),
    hint: { nl: 'Schrijf het met procenttekens, zoals %20.', en: 'Write it percent-encoded, as %20.' },
  },
  'percent-encoding': {
    severity: 'warning',
    message: (part) => ({
      nl: `Na een procentteken horen twee hexadecimale cijfers; hier staat ${part}.`,
      en: `A percent sign goes before two hexadecimal digits; here stands ${part}.`,
    }),
    hint: { nl: 'Schrijf %25 voor het procentteken zelf.', en: 'Write %25 for the percent sign itself.' },
  },
  'uri-in-literal': {
    severity: 'warning',
    message: (codes) => ({
      nl: `XSD laat hier elke tekst toe, maar in een URI mag geen ${codes} staan.`,
      en: `XSD lets any text stand here, but no URI may hold ${codes}.`,
    }),
  },
  'ill-typed-literal': {
    severity: 'violation',
    message: (datatype) => ({
      nl: `Dit is geen waarde van ${datatype}.`,
      en: `This is no value of ${datatype}.`,
    }),
    hint: { nl: 'Verbeter de waarde, of het datatype.', en: 'Mend the value, or the datatype.' },
  },
  'ill-formed-language-tag': {
    severity: 'violation',
    message: (tag) => ({
      nl: `“${tag}” is geen taalcode.`,
      en: `“${tag}” is no language tag.`,
    }),
    hint: {
      nl: 'Gebruik een code volgens BCP 47, zoals nl, en of nl-BE.',
      en: 'Use a tag of BCP 47, such as nl, en or nl-BE.',
    },
  },
  'unknown-term': {
    severity: 'warning',
    message: (vocabulary) => ({
      nl: `Deze term bestaat niet in ${vocabulary}.`,
      en: `There is no such term in ${vocabulary}.`,
    }),
  },
  'prefix-with-two-namespaces': {
    severity: 'warning',
    message: (prefix) => ({
      nl: `Het prefix ${prefix}: betekent niet overal hetzelfde.`,
      en: `The prefix ${prefix}: does not mean the same everywhere.`,
    }),
    hint: { nl: 'Geef een van de twee een ander prefix.', en: 'Give one of the two another prefix.' },
  },
  'namespace-with-two-prefixes': {
    severity: 'warning',
    message: (prefixes) => ({
      nl: `Deze naamruimte heeft meer dan één prefix: ${prefixes}.`,
      en: `This namespace has more than one prefix: ${prefixes}.`,
    }),
    hint: { nl: 'Gebruik overal hetzelfde.', en: 'Use the same everywhere.' },
  },
  'dropped-key': {
    severity: 'violation',
    message: (key) => ({
      nl: `De sleutel ${key} staat niet in de context; wat erbij staat gaat verloren.`,
      en: `The key ${key} is not in the context; what it says is lost.`,
    }),
    hint: {
      nl: 'Geef de sleutel een betekenis in @context, of haal haar weg.',
      en: 'Give the key a meaning in @context, or take it away.',
    },
  },
  'dropped-value': {
    severity: 'violation',
    message: (value) => ({
      nl: `“${value}” kan niet in RDF worden gezegd zoals het er staat, en gaat geheel of deels verloren.`,
      en: `“${value}” cannot be said in RDF as it stands, and is lost in whole or in part.`,
    }),
  },
  'changed-number': {
    severity: 'violation',
    message: (number) => ({
      nl: `Het getal ${number} kan in JSON niet precies worden gelezen.`,
      en: `The number ${number} cannot be read exactly from JSON.`,
    }),
    hint: {
      nl: 'Schrijf het als tekst met een @type.',
      en: 'Write it as a string with a @type.',
    },
  },
} as const satisfies Readonly<Record<string, SyntaxRuleText>>;

/** What can be wrong with the spelling of data, and with the rows of mapping sets. */
export const rules = { ...spellingRules, ...linkRules };

export type SyntaxRule = keyof typeof rules;

/** A rule that is broken, with the part that breaks it. */
export interface Offence {
  readonly rule: SyntaxRule;
  readonly detail: string;
  /** How to mend it, where that is known better than the rule knows. */
  readonly hint?: LanguageMap;
}
