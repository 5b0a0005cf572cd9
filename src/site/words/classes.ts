import type { LanguageMap } from '../../graph/language-map.ts';
import type { Kind } from '../kinds.ts';
import type { TermName } from '../terms.ts';

/** What classes of other vocabularies are called here. */
export const classWords: Readonly<Partial<Record<TermName, LanguageMap>>> = {
  'dcat:Dataset': { nl: 'dataset', en: 'data set' },
  'doco:Paragraph': { nl: 'alinea', en: 'paragraph' },
  'doco:SectionTitle': { nl: 'kop', en: 'heading' },
  'foaf:Group': { nl: 'groep', en: 'group' },
  'foaf:Person': { nl: 'persoon', en: 'person' },
  'oa:TextPositionSelector': { nl: 'tekenposities', en: 'character positions' },
  'org:Membership': { nl: 'verbintenis', en: 'affiliation' },
  'org:Organization': { nl: 'organisatie', en: 'organisation' },
  'org:OrganizationalUnit': { nl: 'onderdeel van een organisatie', en: 'organisational unit' },
  'org:Role': { nl: 'rol', en: 'role' },
  'owl:AllDisjointClasses': { nl: 'klassen zonder gemeenschappelijke leden', en: 'disjoint classes' },
  'owl:Class': { nl: 'klasse', en: 'class' },
  'owl:DatatypeProperty': { nl: 'eigenschap met een waarde', en: 'datatype property' },
  'owl:FunctionalProperty': { nl: 'eigenschap met ten hoogste één waarde', en: 'functional property' },
  'owl:IrreflexiveProperty': { nl: 'eigenschap nooit van iets met zichzelf', en: 'irreflexive property' },
  'owl:ObjectProperty': { nl: 'eigenschap die naar iets verwijst', en: 'object property' },
  'owl:Ontology': { nl: 'ontologie', en: 'ontology' },
  'owl:SymmetricProperty': { nl: 'wederkerige eigenschap', en: 'symmetric property' },
  'prov:Activity': { nl: 'activiteit', en: 'activity' },
  'prov:Agent': { nl: 'wie iets doet', en: 'agent' },
  'prov:Association': { nl: 'deelname', en: 'participation' },
  'prov:Entity': { nl: 'vastlegging', en: 'record' },
  'prov:Role': { nl: 'rol', en: 'role' },
  'prov:SoftwareAgent': { nl: 'software', en: 'software' },
  'schema:CreativeWork': { nl: 'document', en: 'document' },
  'schema:Event': { nl: 'evenement', en: 'event' },
  'schema:MediaObject': { nl: 'tekstbestand', en: 'text file' },
  'schema:MonetaryAmount': { nl: 'bedrag', en: 'amount of money' },
  'schema:Place': { nl: 'plaats', en: 'place' },
  'schema:QuantitativeValue': { nl: 'hoeveelheid', en: 'quantity' },
  'schema:Report': { nl: 'verslag', en: 'report' },
  'schema:WebPage': { nl: 'webpagina', en: 'web page' },
  'skos:Concept': { nl: 'begrip', en: 'concept' },
  'skos:ConceptScheme': { nl: 'begrippenlijst', en: 'list of terms' },
};

/** What graphs are called that have no name of their own, by the last part of their IRI. */
export const graphWords: Readonly<Record<string, LanguageMap>> = {
  dataset: { nl: 'wat over de dataset is gezegd', en: 'what is said of the data set' },
  enrichment: { nl: 'wat van buiten de verslagen komt', en: 'what comes from outside the reports' },
  links: { nl: 'verwijzingen naar andere gegevens', en: 'links to other data' },
  ontology: { nl: 'de ontologie', en: 'the ontology' },
  reference: { nl: 'wat verslagen delen', en: 'what reports share' },
};

/** What a page of each kind is about. */
export const kindWords: Readonly<Record<Kind, LanguageMap>> = {
  actor: { nl: 'Actor', en: 'Actor' },
  amount: { nl: 'Hoeveelheid', en: 'Quantity' },
  anchor: { nl: 'Plaats in de tekst', en: 'Place in the text' },
  characteristic: { nl: 'Kenmerk', en: 'Characteristic' },
  claim: { nl: 'Bewering', en: 'Claim' },
  commons: { nl: 'Gemeenschapsgoed', en: 'Commons' },
  concept: { nl: 'Begrip', en: 'Term' },
  contribution: { nl: 'Bijdrage', en: 'Contribution' },
  discrepancy: { nl: 'Discrepantie', en: 'Discrepancy' },
  document: { nl: 'Document', en: 'Document' },
  event: { nl: 'Evenement', en: 'Event' },
  initiative: { nl: 'Initiatief', en: 'Initiative' },
  place: { nl: 'Plaats', en: 'Place' },
  report: { nl: 'Verslag', en: 'Report' },
  scheme: { nl: 'Begrippenlijst', en: 'List of terms' },
  text: { nl: 'Tekst van een verslag', en: 'Text of a report' },
  thing: { nl: 'Vastlegging', en: 'Record' },
  value: { nl: 'Waarde', en: 'Value' },
};
