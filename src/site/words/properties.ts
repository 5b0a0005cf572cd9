import type { LanguageMap } from '../../graph/language-map.ts';
import type { TermName } from '../terms.ts';

/** What a property of another vocabulary is called here, and how it reads from the other side. */
interface PropertyWords {
  /** For the thing that has the property; absent where the ontology names it. */
  readonly out?: LanguageMap;
  /** For the thing that is its value. */
  readonly into?: LanguageMap;
}

/** The properties in the order in which a page shows them. */
export const propertyWords: Readonly<Partial<Record<TermName, PropertyWords>>> = {
  'rdfs:label': { out: { nl: 'naam', en: 'name' } },
  'skos:prefLabel': { out: { nl: 'naam', en: 'name' } },
  'schema:name': { out: { nl: 'eigen naam', en: 'own name' } },
  'skos:altLabel': { out: { nl: 'ook geschreven als', en: 'also written as' } },
  'schema:alternateName': { out: { nl: 'ook bekend als', en: 'also known as' } },
  'rdf:type': {
    out: { nl: 'is een', en: 'is a' },
    into: { nl: 'Dingen van deze soort', en: 'Things of this kind' },
  },
  'skos:definition': { out: { nl: 'omschrijving', en: 'definition' } },
  'rdfs:comment': { out: { nl: 'toelichting', en: 'note' } },
  'skos:editorialNote': { out: { nl: 'wat er aan de hand is', en: 'what is the matter' } },
  'dcterms:title': { out: { nl: 'titel', en: 'title' } },
  'dcterms:description': { out: { nl: 'beschrijving', en: 'description' } },
  'meent:asWritten': {},
  'meent:quantity': { into: { nl: 'Hoeveelheid in', en: 'Quantity in' } },
  'meent:measure': { into: { nl: 'Schattingen hiervan', en: 'Estimates of this' } },
  'schema:value': { out: { nl: 'waarde', en: 'value' } },
  'schema:currency': { out: { nl: 'munt', en: 'currency' } },
  'schema:unitText': { out: { nl: 'eenheid', en: 'unit' } },
  'meent:assertedBy': { into: { nl: 'Beweringen', en: 'Claims' } },
  'meent:assertedDuring': { into: { nl: 'Beweringen in deze bijdrage', en: 'Claims in this contribution' } },
  'meent:attributionMode': {
    into: { nl: 'Beweringen die zo zijn toegeschreven', en: 'Claims attributed in this way' },
  },
  'meent:modality': { into: { nl: 'Beweringen met deze stelligheid', en: 'Claims made with this force' } },
  'meent:framing': { into: { nl: 'Beweringen die zo zijn gebracht', en: 'Claims presented in this way' } },
  'meent:invokesValue': {
    into: { nl: 'Beweringen die zich hierop beroepen', en: 'Claims that appeal to this' },
  },
  'schema:about': {
    out: { nl: 'gaat over', en: 'is about' },
    into: { nl: 'Wat hierover gaat', en: 'What is about this' },
  },
  'meent:contradicts': { into: { nl: 'Hiermee in tegenspraak', en: 'Contradicts this' } },
  'meent:restates': { into: { nl: 'Herhaald in', en: 'Said again in' } },
  'cito:supports': {
    out: { nl: 'ondersteunt', en: 'supports' },
    into: { nl: 'Ondersteund door', en: 'Supported by' },
  },
  'cito:qualifies': {
    out: { nl: 'beperkt of nuanceert', en: 'qualifies' },
    into: { nl: 'Genuanceerd door', en: 'Qualified by' },
  },
  'cito:citesAsEvidence': {
    out: { nl: 'haalt als bewijs aan', en: 'cites as evidence' },
    into: { nl: 'Als bewijs aangehaald in', en: 'Cited as evidence in' },
  },
  'meent:respondsTo': {
    into: { nl: 'Aanbevelingen in antwoord hierop', en: 'Recommendations in answer to this' },
  },
  'meent:addressedTo': { into: { nl: 'Aanbevelingen aan deze actor', en: 'Recommendations to this actor' } },
  'meent:involves': { into: { nl: 'Hieraan is iets opgevallen', en: 'Something was noticed here' } },
  'meent:favours': { into: { nl: 'Krijgt voorrang in', en: 'Preferred in' } },
  'meent:discrepancyKind': { into: { nl: 'Discrepanties van deze soort', en: 'Discrepancies of this kind' } },
  'meent:kind': { into: { nl: 'Van deze soort', en: 'Of this kind' } },
  'org:classification': {
    out: { nl: 'soort organisatie', en: 'kind of organisation' },
    into: { nl: 'Organisaties van deze soort', en: 'Organisations of this kind' },
  },
  'meent:stewardedBy': { into: { nl: 'Beheert', en: 'Stewards' } },
  'meent:sustains': { into: { nl: 'In stand gehouden door', en: 'Sustained by' } },
  'meent:promotesValue': { into: { nl: 'Bevorderd door', en: 'Promoted by' } },
  'meent:endorsesValue': { into: { nl: 'Onderschreven door', en: 'Endorsed by' } },
  'meent:hasCharacteristic': {
    into: { nl: 'Gemeenschapsgoederen met dit kenmerk', en: 'Commons with this characteristic' },
  },
  'org:unitOf': { out: { nl: 'onderdeel van', en: 'part of' }, into: { nl: 'Onderdelen', en: 'Parts' } },
  'org:member': { out: { nl: 'lid', en: 'member' }, into: { nl: 'Verbonden aan', en: 'Affiliations' } },
  'org:organization': {
    out: { nl: 'organisatie', en: 'organisation' },
    into: { nl: 'Mensen', en: 'People' },
  },
  'org:role': { out: { nl: 'rol', en: 'role' }, into: { nl: 'Wie deze rol heeft', en: 'Who has this role' } },
  'foaf:member': { out: { nl: 'leden', en: 'members' }, into: { nl: 'Lid van', en: 'Member of' } },
  'prov:qualifiedAssociation': {
    out: { nl: 'wie deden wat', en: 'who did what' },
    into: { nl: 'Bij', en: 'At' },
  },
  'prov:agent': { out: { nl: 'wie', en: 'who' }, into: { nl: 'Rollen', en: 'Roles' } },
  'prov:hadRole': {
    out: { nl: 'rol', en: 'role' },
    into: { nl: 'Wie deze rol had', en: 'Who had this role' },
  },
  'schema:organizer': {
    out: { nl: 'georganiseerd door', en: 'organised by' },
    into: { nl: 'Organiseerde', en: 'Organised' },
  },
  'schema:performer': {
    out: { nl: 'aan het woord', en: 'speaking' },
    into: { nl: 'Aan het woord in', en: 'Spoke in' },
  },
  'schema:superEvent': { out: { nl: 'deel van', en: 'part of' }, into: { nl: 'Delen', en: 'Parts' } },
  'schema:author': {
    out: { nl: 'opgesteld door', en: 'written by' },
    into: { nl: 'Stelde op', en: 'Wrote' },
  },
  'schema:creator': { out: { nl: 'gemaakt door', en: 'made by' }, into: { nl: 'Maakte', en: 'Made' } },
  'dcterms:creator': { out: { nl: 'gemaakt door', en: 'made by' }, into: { nl: 'Maakte', en: 'Made' } },
  'schema:publisher': {
    out: { nl: 'uitgegeven door', en: 'published by' },
    into: { nl: 'Gaf uit', en: 'Published' },
  },
  'schema:startDate': { out: { nl: 'datum', en: 'date' } },
  'schema:location': { out: { nl: 'plaats', en: 'place' }, into: { nl: 'Hier gehouden', en: 'Held here' } },
  'schema:address': { out: { nl: 'adres', en: 'address' } },
  'dcterms:spatial': { out: { nl: 'waar', en: 'where' }, into: { nl: 'Hier te vinden', en: 'Found here' } },
  'schema:datePublished': { out: { nl: 'verschenen op', en: 'published on' } },
  'schema:identifier': { out: { nl: 'nummer', en: 'identifier' } },
  'schema:inLanguage': { out: { nl: 'taal', en: 'language' } },
  'schema:position': { out: { nl: 'volgorde', en: 'order' } },
  'dcterms:isPartOf': { out: { nl: 'deel van', en: 'part of' }, into: { nl: 'Delen', en: 'Parts' } },
  'prov:wasInformedBy': {
    out: { nl: 'gevoed door', en: 'informed by' },
    into: { nl: 'Voedde', en: 'Informed' },
  },
  'schema:encodesCreativeWork': {
    out: { nl: 'is de tekst van', en: 'is the text of' },
    into: { nl: 'Tekst', en: 'Text' },
  },
  'schema:encodingFormat': { out: { nl: 'bestandsvorm', en: 'file format' } },
  'schema:contentSize': { out: { nl: 'omvang', en: 'size' } },
  'schema:sha256': { out: { nl: 'controlegetal (SHA-256)', en: 'digest (SHA-256)' } },
  'skos:broader': {
    out: { nl: 'ruimer begrip', en: 'broader' },
    into: { nl: 'Engere begrippen', en: 'Narrower' },
  },
  'skos:related': { out: { nl: 'verwant', en: 'related' }, into: { nl: 'Verwant', en: 'Related' } },
  'skos:inScheme': {
    out: { nl: 'staat in de lijst', en: 'is in the list' },
    into: { nl: 'Begrippen in deze lijst', en: 'Terms in this list' },
  },
  'skos:topConceptOf': {
    out: { nl: 'bovenaan in de lijst', en: 'on top in the list' },
    into: { nl: 'Bovenaan', en: 'On top' },
  },
  'rdfs:subClassOf': {
    out: { nl: 'soort van', en: 'kind of' },
    into: { nl: 'Ook hieronder vallen', en: 'Includes' },
  },
  'rdfs:subPropertyOf': {
    out: { nl: 'vorm van', en: 'form of' },
    into: { nl: 'Vormen hiervan', en: 'Forms of this' },
  },
  'rdfs:domain': {
    out: { nl: 'van', en: 'from' },
    into: { nl: 'Eigenschappen hiervan', en: 'Properties of this' },
  },
  'rdfs:range': {
    out: { nl: 'naar', en: 'to' },
    into: { nl: 'Eigenschappen hierheen', en: 'Properties to this' },
  },
  'owl:disjointWith': { out: { nl: 'nooit ook', en: 'never also' } },
  'owl:versionInfo': { out: { nl: 'versie', en: 'version' } },
  'owl:versionIRI': { out: { nl: 'adres van deze versie', en: 'address of this version' } },
  'owl:members': { out: { nl: 'leden', en: 'members' } },
  'rdfs:isDefinedBy': { out: { nl: 'vastgelegd in', en: 'defined in' } },
  'dcterms:bibliographicCitation': { out: { nl: 'te citeren als', en: 'to be cited as' } },
  'vann:preferredNamespacePrefix': { out: { nl: 'voorvoegsel', en: 'prefix' } },
  'vann:preferredNamespaceUri': { out: { nl: 'naamruimte', en: 'namespace' } },
  'rdfs:seeAlso': { out: { nl: 'zie ook', en: 'see also' }, into: { nl: 'Zie ook', en: 'See also' } },
  'schema:sameAs': { out: { nl: 'elders beschreven', en: 'described elsewhere' } },
  'owl:sameAs': { out: { nl: 'hetzelfde als', en: 'same as' }, into: { nl: 'Hetzelfde als', en: 'Same as' } },
  'foaf:focus': {
    out: { nl: 'gaat over', en: 'is about' },
    into: { nl: 'Elders: een begrip hiervan', en: 'Elsewhere: a term for this' },
  },
  'skos:exactMatch': { out: { nl: 'elders: hetzelfde begrip', en: 'elsewhere: the same term' } },
  'skos:closeMatch': { out: { nl: 'elders: bijna hetzelfde', en: 'elsewhere: nearly the same' } },
  'skos:broadMatch': { out: { nl: 'elders: ruimer', en: 'elsewhere: broader' } },
  'skos:narrowMatch': { out: { nl: 'elders: enger', en: 'elsewhere: narrower' } },
  'skos:relatedMatch': { out: { nl: 'elders: verwant', en: 'elsewhere: related' } },
  'meent:anchoredIn': { into: { nl: 'Wat hierop berust', en: 'What rests on this' } },
  'oa:hasSource': {
    out: { nl: 'in de tekst', en: 'in the text' },
    into: { nl: 'Plaatsen in deze tekst', en: 'Places in this text' },
  },
  'oa:hasSelector': {
    out: { nl: 'aangewezen door', en: 'selected by' },
    into: { nl: 'Wijst aan', en: 'Selects' },
  },
  'oa:start': { out: { nl: 'eerste teken', en: 'first character' } },
  'oa:end': { out: { nl: 'teken na het laatste', en: 'character after the last' } },
  'meent:textDigest': {},
  'adms:status': {
    out: { nl: 'stand van de controle', en: 'review status' },
    into: { nl: 'Wat zo ver is', en: 'What has come this far' },
  },
  'meent:extractionConfidence': {},
  'prov:wasAttributedTo': {
    out: { nl: 'vastgelegd door', en: 'recorded by' },
    into: { nl: 'Legde vast', en: 'Recorded' },
  },
  'prov:wasDerivedFrom': {
    out: { nl: 'ontleend aan', en: 'has its origin in' },
    into: { nl: 'Hieraan ontleend', en: 'Derived from this' },
  },
  'dcterms:source': {
    out: { nl: 'bron buiten het verslag', en: 'source outside the report' },
    into: { nl: 'Hierop gebaseerd', en: 'Based on this' },
  },
  'dcat:keyword': { out: { nl: 'trefwoorden', en: 'keywords' } },
  'dcat:theme': { out: { nl: 'thema', en: 'theme' } },
  'dcterms:created': { out: { nl: 'gemaakt op', en: 'created on' } },
  'dcterms:license': { out: { nl: 'licentie', en: 'licence' } },
  'dcterms:accessRights': { out: { nl: 'toegang', en: 'access' } },
  'vann:example': {
    out: { nl: 'voorbeeld', en: 'example' },
    into: { nl: 'Voorbeeld van', en: 'Example of' },
  },
};
