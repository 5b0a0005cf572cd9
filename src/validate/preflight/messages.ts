import type { LanguageMap } from '../../graph/language-map.ts';
import type { Severity } from '../problem.ts';

/** What each fault says; `{name}` stands for a value. */
export const messages = {
  'no-shapes': {
    nl: 'Hier staat geen shape, dus er zou niets worden gecontroleerd.',
    en: 'There is no shape here, so nothing would be checked.',
  },
  'unknown-term': {
    nl: '{term} is geen term van SHACL.',
    en: '{term} is not a term of SHACL.',
  },
  'unsupported-term': {
    nl: '{term} kan niet worden nageleefd: niets zou het controleren.',
    en: '{term} cannot be honoured: nothing would check it.',
  },
  'wrong-namespace': {
    nl: '<{namespace}> is niet de naamruimte van SHACL.',
    en: '<{namespace}> is not the namespace of SHACL.',
  },
  'import-not-local': {
    nl: '{iri} is niet bij de gelezen shapes, en er wordt niets opgehaald.',
    en: '{iri} is not among the shapes that were read, and nothing is fetched.',
  },
  'undefined-shape': {
    nl: 'Van de shape {shape} is niets gezegd: alles zou eraan voldoen.',
    en: 'Nothing is said of the shape {shape}: everything would conform to it.',
  },
  'no-target': {
    nl: 'Niets leidt naar {shape}: de shape heeft geen doel, en geen andere verwijst ernaar.',
    en: 'Nothing leads to {shape}: the shape has no target, and no other refers to it.',
  },
  'empty-target': {
    nl: 'De shape {shape} bekijkt geen enkele knoop van de data.',
    en: 'The shape {shape} looks at no node of the data.',
  },
  'no-constraints': {
    nl: '{shape} bekijkt knopen en eist er niets van.',
    en: '{shape} looks at nodes and demands nothing of them.',
  },
  'wrong-value': {
    nl: '{parameter} neemt {expected}, en niet {value}.',
    en: '{parameter} takes {expected}, and not {value}.',
  },
  'wrong-member': {
    nl: 'Een lid van de lijst van {parameter} is {expected}, en niet {value}.',
    en: 'A member of the list of {parameter} is {expected}, and not {value}.',
  },
  'repeated-parameter': {
    nl: 'Een shape heeft hoogstens één {parameter}.',
    en: 'A shape has at most one {parameter}.',
  },
  'only-on-property-shapes': {
    nl: '{parameter} hoort bij een shape met een sh:path.',
    en: '{parameter} belongs to a shape with a sh:path.',
  },
  'incomplete-parameter': {
    nl: '{parameter} doet niets zonder {other}.',
    en: '{parameter} does nothing without {other}.',
  },
  'path-missing': {
    nl: 'De property shape {shape} heeft geen sh:path.',
    en: 'The property shape {shape} has no sh:path.',
  },
  'path-left-out': {
    nl: '{shape} is de waarde van sh:property en heeft geen sh:path; de shape wordt gelezen als die van sh:node.',
    en: '{shape} is the value of sh:property and has no sh:path; it is read as that of sh:node.',
  },
  'path-on-node-shape': {
    nl: '{shape} is een sh:NodeShape, en die heeft geen sh:path.',
    en: '{shape} is a sh:NodeShape, and that has no sh:path.',
  },
  'property-shape-as-node': {
    nl: '{shape} heeft een sh:path; sh:node neemt een node shape.',
    en: '{shape} has a sh:path; sh:node takes a node shape.',
  },
  'malformed-list': {
    nl: 'De waarde van {parameter} is geen welgevormde lijst.',
    en: 'The value of {parameter} is not a well-formed list.',
  },
  'cyclic-list': {
    nl: 'De lijst van {parameter} draait in een kring.',
    en: 'The list of {parameter} turns in a circle.',
  },
  'malformed-path': {
    nl: '{path} is geen pad: dat is een IRI, een lijst van ten minste twee paden, of een blank node met precies één van sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath en sh:zeroOrOnePath.',
    en: '{path} is not a path: that is an IRI, a list of at least two paths, or a blank node with exactly one of sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath and sh:zeroOrOnePath.',
  },
  'cyclic-path': {
    nl: 'Het pad draait in een kring.',
    en: 'The path turns in a circle.',
  },
  'unsupported-path': {
    nl: 'Omkeren kan hier alleen een enkele eigenschap.',
    en: 'Only a single property can be inverted here.',
  },
  'recursive-shape': {
    nl: '{shape} leidt met {parameter} terug naar zichzelf; wat dat betekent laat SHACL open.',
    en: '{shape} leads back to itself by {parameter}; SHACL leaves open what that means.',
  },
  'unportable-pattern': {
    nl: 'Het patroon betekent niet overal hetzelfde, door {piece}: {reason}.',
    en: 'The pattern does not mean the same everywhere, because of {piece}: {reason}.',
  },
  'unportable-flags': {
    nl: 'De vlaggen betekenen niet overal hetzelfde, door {piece}: {reason}.',
    en: 'The flags do not mean the same everywhere, because of {piece}: {reason}.',
  },
  annotation: {
    nl: 'Wat hier wordt geëist, wordt niet gecontroleerd: geen shape leidt ernaartoe.',
    en: 'What is demanded here is not checked: no shape leads to it.',
  },
  'unsupported-bound': {
    nl: 'Met {value} is niet te vergelijken; {parameter} neemt hier een getal, een datum of een jaar.',
    en: 'Nothing can be compared with {value}; {parameter} takes a number, a date or a year here.',
  },
} as const satisfies Record<string, LanguageMap>;

/** The name of a fault. */
export type Code = keyof typeof messages;

/** Faults that do not keep the shapes from being honoured; any other is a violation. */
export const mild: Readonly<Partial<Record<Code, Severity>>> = {
  'path-left-out': 'warning',
  annotation: 'info',
};

/** How to mend a fault, where its message does not say so. */
export const hints: Readonly<Partial<Record<Code, LanguageMap>>> = {
  'no-shapes': {
    nl: 'Zet er een sh:NodeShape met een doel in, zoals sh:targetClass, of geef andere bestanden met --shapes.',
    en: 'Put a sh:NodeShape with a target in it, such as sh:targetClass, or give other files with --shapes.',
  },
  'unsupported-term': {
    nl: 'Zeg het met SHACL Core, of met een controle in queries/checks/, of laat het weg.',
    en: 'Say it in SHACL Core, or with a check in queries/checks/, or leave it out.',
  },
  'wrong-namespace': { nl: 'Schrijf <{shacl}>.', en: 'Write <{shacl}>.' },
  'import-not-local': {
    nl: 'Geef het bestand mee met de shapes, en laat het zeggen dat het de owl:Ontology van die naam is.',
    en: 'Give its file along with the shapes, and let it say that it is the owl:Ontology of that name.',
  },
  'no-target': {
    nl: 'Geef een doel, zoals sh:targetClass, verwijs ernaar, of zet de shape uit met sh:deactivated true.',
    en: 'Give it a target, such as sh:targetClass, refer to it, or switch it off with sh:deactivated true.',
  },
  'empty-target': {
    nl: 'Kijk of het doel goed is gespeld; klopt het dat er niets is, geef dan --allow-empty.',
    en: 'See whether the target is spelt right; if it is right that there is nothing, give --allow-empty.',
  },
  'unsupported-path': {
    nl: 'Keer de stappen zelf om: ^(a/b) is hetzelfde als ^b/^a.',
    en: 'Invert the steps themselves: ^(a/b) is the same as ^b/^a.',
  },
};
