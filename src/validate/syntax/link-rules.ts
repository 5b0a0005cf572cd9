import type { SyntaxRuleText } from './rule-text.ts';

/** What can be wrong with a mapping set and its rows. */
export const linkRules = {
  'missing-slot': {
    severity: 'violation',
    message: (slots) => ({
      nl: `Hier ontbreekt: ${slots}.`,
      en: `Missing here: ${slots}.`,
    }),
    hint: {
      nl: 'Vul de cel in, of de regel boven de tabel. Waar niets gevonden is staat sssom:NoTermFound.',
      en: 'Fill in the cell, or the line above the table. Where nothing was found stands sssom:NoTermFound.',
    },
  },
  'unknown-slot': {
    severity: 'warning',
    message: (slot) => ({
      nl: `SSSOM kent geen kolom ${slot}, en extension_definitions noemt haar niet: niemand leest wat erin staat.`,
      en: `SSSOM has no column ${slot}, and extension_definitions does not name it: nobody reads what it says.`,
    }),
    hint: {
      nl: 'Verbeter de naam, of beschrijf de kolom in extension_definitions.',
      en: 'Mend the name, or define the column in extension_definitions.',
    },
  },
  'slot-value': {
    severity: 'violation',
    message: (value) => ({
      nl: `Dit is geen waarde van deze kolom: ${value}.`,
      en: `This is no value of its column: ${value}.`,
    }),
    hint: {
      nl: 'Getallen lopen van 0 (reviewer_agreement van -1) tot 1, dagen zijn jjjj-mm-dd, predicate_modifier is Not of leeg.',
      en: 'Numbers go from 0 (reviewer_agreement from -1) to 1, days are yyyy-mm-dd, predicate_modifier is Not or empty.',
    },
  },
  'not-a-curie': {
    severity: 'violation',
    message: (value) => ({
      nl: `“${value}” is geen verkorte IRI van de vorm prefix:naam; de rij wordt geen koppeling.`,
      en: `“${value}” is no short IRI of the form prefix:name; the row becomes no link.`,
    }),
    hint: {
      nl: 'Geef het begin van de IRI een prefix in curie_map.',
      en: 'Give the beginning of the IRI a prefix in curie_map.',
    },
  },
  'undeclared-prefix': {
    severity: 'violation',
    message: (prefix) => ({
      nl: `Het prefix ${prefix}: staat niet in curie_map, dus niemand weet welke IRI dit is; de rij wordt geen koppeling.`,
      en: `The prefix ${prefix}: is not in curie_map, so nobody knows which IRI this is; the row becomes no link.`,
    }),
    hint: { nl: 'Zet het in curie_map, of verbeter het.', en: 'Put it in curie_map, or mend it.' },
  },
  'review-by-nobody': {
    severity: 'violation',
    message: (value) => ({
      nl: `Dit oordeel (${value}) is van niemand, en telt niet.`,
      en: `This review (${value}) is by nobody, and does not count.`,
    }),
    hint: {
      nl: 'Zet de naam van wie keek in reviewer_label, of een ORCID in reviewer_id.',
      en: 'Put the name of who looked in reviewer_label, or an ORCID in reviewer_id.',
    },
  },
  'review-by-software': {
    severity: 'violation',
    message: (agent) => ({
      nl: `${agent} is software; oordelen over koppelingen is aan mensen.`,
      en: `${agent} is software; links are reviewed by people.`,
    }),
    hint: {
      nl: 'Zet software in mapping_tool, of in author_id met een andere mapping_justification.',
      en: 'Put software in mapping_tool, or in author_id with another mapping_justification.',
    },
  },
  'identity-without-person': {
    severity: 'violation',
    message: (object) => ({
      nl: `owl:sameAs met ${object} is door een regel aanvaard, niet door een mens; het wordt geen koppeling.`,
      en: `owl:sameAs with ${object} was accepted by a rule, not by a person; it becomes no link.`,
    }),
    hint: {
      nl: 'Haal curation_rule weg tot iemand heeft gekeken (meent link review), of gebruik een zwakkere relatie.',
      en: 'Take curation_rule away until somebody has looked (meent link review), or use a weaker relation.',
    },
  },
  'link-contradicted': {
    severity: 'violation',
    message: (link) => ({
      nl: `Deze koppeling is aanvaard, en elders staat dat ze niet klopt: ${link}.`,
      en: `This link is accepted, and elsewhere it says that it is not so: ${link}.`,
    }),
    hint: { nl: 'Haal een van de twee rijen weg.', en: 'Take one of the two rows away.' },
  },
  'unknown-subject': {
    severity: 'violation',
    message: (iri) => ({
      nl: `Niets in de gegevens beschrijft ${iri}: deze rij gaat over niets.`,
      en: `Nothing in the data describes ${iri}: this row is about nothing.`,
    }),
    hint: {
      nl: 'Verbeter de naam, of beschrijf het ding.',
      en: 'Mend the name, or describe the thing.',
    },
  },
  formula: {
    severity: 'warning',
    message: (text) => ({
      nl: `Een spreadsheet rekent dit uit in plaats van het te laten zien: ${text}`,
      en: `A spreadsheet works this out instead of showing it: ${text}`,
    }),
    hint: {
      nl: 'Laat de cel met iets anders beginnen dan = + - @.',
      en: 'Let the cell begin with something else than = + - @.',
    },
  },
} as const satisfies Readonly<Record<string, SyntaxRuleText>>;
