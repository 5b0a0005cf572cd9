import type { LanguageMap } from '../../graph/language-map.ts';

/** The sentences of overviews, questions, documentation and statements. */
export const moreWords = {
  matrixTitle: { nl: 'Wie beroept zich op welke waarde?', en: 'Who appeals to which value?' },
  matrixText: {
    nl: 'Aantal beweringen per actor en waarde; niet hoe belangrijk of juist iets is.',
    en: 'Number of claims for each actor and value; not importance or truth.',
  },
  total: { nl: 'samen', en: 'total' },
  network: { nl: 'Netwerk van actoren, beweringen en waarden', en: 'Network of actors, claims and values' },
  networkText: {
    nl: 'Links de actoren, rechts de waarden. Elke band is zo breed als het aantal beweringen dat die twee verbindt. Getoond zijn de {actors|actor|actoren} en {values|waarde|waarden} met de meeste beweringen.',
    en: 'Actors on the left, values on the right. Each band is as wide as the number of claims that connect the two. Shown are the {actors|actor|actors} and {values|value|values} with most claims.',
  },
  networkTable: {
    nl: 'Dezelfde getallen staan hieronder in de tabel.',
    en: 'The same numbers stand in the table below.',
  },
  conflictsTitle: { nl: 'Waar het verslag zichzelf tegenspreekt', en: 'Where the report contradicts itself' },
  conflictsText: {
    nl: 'Tegenspraken, spanningen en verschrijvingen, met beide plaatsen naast elkaar. Wat er staat is niet verbeterd.',
    en: 'Inconsistencies, tensions and slips, with both places side by side. What stands there has not been mended.',
  },
  unknownYet: { nl: 'Wat we nog niet weten', en: 'What we do not know yet' },
  unknownYetText: {
    nl: 'Welke van de plaatsen klopt, is niet buiten het verslag nagegaan.',
    en: 'Which of the places is right has not been checked outside the report.',
  },
  favoured: {
    nl: 'Buiten het verslag nagegaan; voorrang heeft:',
    en: 'Checked outside the report; preferred is:',
  },
  involved: { nl: 'Betreft', en: 'Involves' },
  elsewhereInvolved: { nl: 'Betreft ook, op andere plaatsen', en: 'Involves also, at other places' },
  questionsText: {
    nl: 'Elke vraag heeft een antwoord uit de gegevens, de zoekvraag waarmee het is gevonden, en een bestand om mee te nemen.',
    en: 'Each question has an answer from the data, the query by which it was found, and a file to take away.',
  },
  answer: { nl: 'Antwoord', en: 'Answer' },
  rows: { nl: '{rows|rij|rijen}', en: '{rows|row|rows}' },
  howFound: { nl: 'Hoe is dit gevonden?', en: 'How was this found?' },
  howFoundText: {
    nl: 'Door de gegevens de onderstaande vraag te stellen, in SPARQL. Wie de gegevens heeft, krijgt hetzelfde antwoord.',
    en: 'By asking the data the question below, in SPARQL. Whoever has the data gets the same answer.',
  },
  parameters: { nl: 'Gevraagd voor', en: 'Asked for' },
  takeAway: { nl: 'Neem mee', en: 'Take it away' },
  noAnswer: { nl: 'Geen rijen.', en: 'No rows.' },
  noDefault: {
    nl: 'Deze vraag heeft een waarde nodig; op de opdrachtregel kan zij worden gesteld: {command}',
    en: 'This question needs a value; it can be asked on the command line: {command}',
  },
  firstRows: {
    nl: 'De eerste {shown} van {all} rijen; het bestand heeft ze alle.',
    en: 'The first {shown} of {all} rows; the file has them all.',
  },
  termsText: {
    nl: 'De lijsten waaruit vastleggingen hun woorden kiezen.',
    en: 'The lists that records choose their words from.',
  },
  ontologyText: {
    nl: 'Wat er gezegd kan worden: klassen en eigenschappen, elk met een omschrijving, een voorbeeld en waar zij gebruikt zijn.',
    en: 'What can be said: classes and properties, each with a definition, an example and where they are used.',
  },
  classes: { nl: 'Klassen', en: 'Classes' },
  properties: { nl: 'Eigenschappen', en: 'Properties' },
  classDiagram: { nl: 'Hoe de klassen samenhangen', en: 'How the classes hang together' },
  classDiagramText: {
    nl: 'Elke lijn is een eigenschap van een klasse naar een andere; de tabel noemt ze.',
    en: 'Each line is a property from one class to another; the table names them.',
  },
  domain: { nl: 'van', en: 'from' },
  range: { nl: 'naar', en: 'to' },
  property: { nl: 'eigenschap', en: 'property' },
  used: { nl: '{times|keer|keer} gebruikt', en: 'used {times|time|times}' },
  changes: { nl: 'Wijzigingen', en: 'Changes' },
  changesText: {
    nl: 'Dit is versie {version}. Een term die vervalt, blijft een versie lang staan als afgeraden.',
    en: 'This is version {version}. A term that is withdrawn stays for one version as deprecated.',
  },
  deprecated: { nl: 'afgeraden', en: 'deprecated' },
  shapesText: {
    nl: 'Wat er gezegd moet worden: de regels waaraan de gegevens zijn getoetst.',
    en: 'What must be said: the rules that the data were held against.',
  },
  forClass: { nl: 'geldt voor', en: 'holds for' },
  demand: { nl: 'eis', en: 'demand' },
  message: { nl: 'wat te doen', en: 'what to do' },
  severity: { nl: 'ernst', en: 'severity' },
  dataTitle: { nl: 'Gegevens', en: 'Data' },
  downloads: { nl: 'Bestanden', en: 'Files' },
  file: { nl: 'bestand', en: 'file' },
  holds: { nl: 'wat het bevat', en: 'what it holds' },
  bytes: { nl: 'bytes', en: 'bytes' },
  licence: { nl: 'Licentie', en: 'Licence' },
  licenceText: {
    nl: 'Deze gegevens zijn beschikbaar onder {licence}. De tekst van een verslag is van zijn makers en hoort daar niet bij.',
    en: 'These data are available under {licence}. The text of a report belongs to its makers and is not part of them.',
  },
  cite: { nl: 'Hoe te citeren', en: 'How to cite' },
  citeText: { nl: '{makers} ({year}). {title}. {address}', en: '{makers} ({year}). {title}. {address}' },
  citeClaim: {
    nl: 'Verwijs naar één bewering met haar eigen adres; dat staat op haar bladzijde.',
    en: 'Refer to a single claim by its own address, which is on its page.',
  },
  quality: { nl: 'Hoe goed de gegevens zijn', en: 'How good the data are' },
  qualityText: {
    nl: 'Geteld toen deze bladzijde werd gemaakt.',
    en: 'Counted when this page was made.',
  },
  measured: { nl: 'wat', en: 'what' },
  number: { nl: 'aantal', en: 'number' },
  of: { nl: 'van', en: 'of' },
  qualityAnchored: { nl: 'beweringen met een plaats in de tekst', en: 'claims with a place in the text' },
  qualityNamed: {
    nl: 'beweringen van een genoemde persoon of organisatie',
    en: 'claims of a named person or organisation',
  },
  qualityNarrator: {
    nl: 'beweringen van de opsteller van het verslag',
    en: 'claims in the voice of the report',
  },
  qualityGroup: { nl: 'beweringen van een groep', en: 'claims of a group' },
  qualityRead: { nl: 'beweringen nagelezen door een mens', en: 'claims read by a person' },
  qualityPlaces: {
    nl: 'plaatsen met de tekst vergeleken en juist',
    en: 'places compared with the text and right',
  },
  qualityParagraphs: { nl: 'alinea’s waarop iets berust', en: 'paragraphs that something rests on' },
  qualityDiscrepancies: { nl: 'discrepanties vastgelegd', en: 'discrepancies recorded' },
  qualityLinked: {
    nl: 'dingen met een verwijzing naar andere gegevens',
    en: 'things with a link to other data',
  },
  linksTitle: { nl: 'Verwijzingen naar andere gegevens', en: 'Links to other data' },
  linksText: {
    nl: 'Elke balk is een plaats op het web waarnaar de gegevens verwijzen, zo lang als het aantal verwijzingen.',
    en: 'Each bar is a place on the web that the data refer to, as long as the number of references.',
  },
  noLinks: {
    nl: 'Er zijn nog geen verwijzingen naar andere gegevens.',
    en: 'There are no links to other data yet.',
  },
  target: { nl: 'waarheen', en: 'where to' },
  describe: { nl: 'Beschrijvingen voor machines', en: 'Descriptions for machines' },
  addresses: { nl: 'Adressen', en: 'Addresses' },
  addressesText: {
    nl: 'Elk ding heeft een adres dat met {base} begint. Wie daar om Turtle of JSON-LD vraagt, krijgt gegevens; wie om een bladzijde vraagt, deze site. De regels daarvoor staan in:',
    en: 'Each thing has an address that begins with {base}. Whoever asks there for Turtle or JSON-LD gets data; whoever asks for a page gets this site. The rules for that are in:',
  },
  accessibilityTitle: { nl: 'Toegankelijkheidsverklaring', en: 'Accessibility statement' },
  accessibilityDraft: {
    nl: 'Dit is een ontwerp; wie deze site uitgeeft, stelt de verklaring vast.',
    en: 'This is a draft; whoever publishes this site adopts the statement.',
  },
  accessibilityAim: {
    nl: 'Deze site wil voldoen aan EN 301 549 en daarmee aan WCAG 2.2, niveau AA.',
    en: 'This site aims to conform to EN 301 549, and so to WCAG 2.2 at level AA.',
  },
  accessibilityTested: {
    nl: 'Van elke soort bladzijde is er een in beide talen, licht en donker, met axe-core getoetst op de regels voor WCAG 2.2 A en AA, en met het toetsenbord, zonder JavaScript en op 320 pixels breed doorlopen. Die toetsen horen bij de software en draaien bij elke wijziging ervan.',
    en: 'One page of each sort has been tested in both languages, light and dark, with axe-core for the rules of WCAG 2.2 A and AA, and gone through by keyboard, without JavaScript and at a width of 320 pixels. Those tests belong to the software and run whenever it changes.',
  },
  accessibilityNot: {
    nl: 'Niet getoetst: met schermlezers, met mensen met een beperking, en of het contrast van tekst in tekeningen voldoet waar de toets het niet kan zeggen.',
    en: 'Not tested: with screen readers, with people with disabilities, and contrast of text in drawings where the test cannot tell.',
  },
  accessibilityHelp: {
    nl: 'Elke tekening heeft een naam, een beschrijving en een tabel met dezelfde getallen. Alles werkt zonder JavaScript.',
    en: 'Each drawing has a name, a description and a table with the same numbers. All works without JavaScript.',
  },
  accessibilityTell: { nl: 'Loopt u ergens op vast?', en: 'Does something stand in your way?' },
  correctionsTitle: { nl: 'Fout gezien?', en: 'Seen an error?' },
  correctionsText: {
    nl: 'De beweringen zijn door software opgesteld en kunnen fouten bevatten. Staat er iets over u of uw organisatie dat niet klopt, of een bewering die het verslag niet doet? Laat het weten met het adres van de bladzijde en de plaats in het verslag.',
    en: 'The claims were drafted by software and may hold errors. Does something stand here about you or your organisation that is not right, or a claim that the report does not make? Tell us, with the address of the page and the place in the report.',
  },
  correctionsRemoval: {
    nl: 'Wie in een verslag wordt genoemd, kan vragen om verbetering of verwijdering.',
    en: 'Whoever is named in a report can ask for correction or removal.',
  },
  correctionsHow: {
    nl: 'Een verbetering verandert de gegevens en komt bij de volgende keer dat de site wordt gemaakt op alle bladzijden. Wat was vastgelegd, blijft in de geschiedenis van de gegevens te vinden.',
    en: 'A correction changes the data and reaches all pages the next time the site is made. What was recorded remains in the history of the data.',
  },
  contact: { nl: 'Schrijf naar', en: 'Write to' },
  noContact: {
    nl: 'Wie deze gegevens uitgeeft, heeft nog geen adres opgegeven.',
    en: 'Whoever publishes these data has not given an address yet.',
  },
  timeline: { nl: 'In de tijd', en: 'In time' },
  timelineText: {
    nl: 'De evenementen op hun datum.',
    en: 'The events by their dates.',
  },
} as const satisfies Record<string, LanguageMap>;
