import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../../graph/language-map.ts';
import { shaclName } from './known-terms.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const isLiteralOf = (term: Term, type: string) =>
  term.termType === 'Literal' && term.datatype.value === `http://www.w3.org/2001/XMLSchema#${type}`;
const oneOf = (names: readonly string[]) => (term: Term) => names.includes(shaclName(term.value) ?? '');

const nodeKinds = words('IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral');
const severities = words('Violation Warning Info');

interface Kind {
  readonly holds: (term: Term) => boolean;
  readonly expected: LanguageMap;
}

/** The kinds of value that parameters take. */
const kinds = {
  iri: {
    holds: ({ termType }) => termType === 'NamedNode',
    expected: { nl: 'een IRI', en: 'an IRI' },
  },
  iriOrLiteral: {
    holds: ({ termType }) => termType !== 'BlankNode',
    expected: { nl: 'een IRI of een literal', en: 'an IRI or a literal' },
  },
  shape: {
    holds: ({ termType }) => termType !== 'Literal',
    expected: { nl: 'een shape', en: 'a shape' },
  },
  literal: {
    holds: ({ termType }) => termType === 'Literal',
    expected: { nl: 'een literal', en: 'a literal' },
  },
  string: {
    holds: (term) => isLiteralOf(term, 'string'),
    expected: { nl: 'een tekst zonder taal', en: 'a string without a language' },
  },
  text: {
    holds: (term) => isLiteralOf(term, 'string') || (term.termType === 'Literal' && term.language !== ''),
    expected: { nl: 'een tekst', en: 'a text' },
  },
  integer: {
    holds: (term) => isLiteralOf(term, 'integer') && /^\+?\d+$/.test(term.value),
    expected: { nl: 'een geheel getal vanaf 0 (xsd:integer)', en: 'a whole number from 0 (xsd:integer)' },
  },
  // The engine does not take "1" for true.
  boolean: {
    holds: (term) => isLiteralOf(term, 'boolean') && /^(true|false)$/.test(term.value),
    expected: { nl: 'true of false', en: 'true or false' },
  },
  nodeKind: {
    holds: oneOf(nodeKinds),
    expected: { nl: `een van ${nodeKinds.join(', ')}`, en: `one of ${nodeKinds.join(', ')}` },
  },
  severity: {
    holds: (term) =>
      term.termType === 'NamedNode' && (shaclName(term.value) === undefined || oneOf(severities)(term)),
    expected: {
      nl: 'een IRI: sh:Violation, sh:Warning of sh:Info',
      en: 'an IRI: sh:Violation, sh:Warning or sh:Info',
    },
  },
} satisfies Record<string, Kind>;

const table = (rows: Partial<Record<keyof typeof kinds, string>>): ReadonlyMap<string, Kind> =>
  new Map(
    Object.entries(rows).flatMap(([kind, names]) =>
      words(names).map((name) => [name, kinds[kind as keyof typeof kinds]] as const),
    ),
  );

/** What a value is to be, by parameter (SHACL §2.1, §4). */
export const valueRules = table({
  iri: 'targetClass targetSubjectsOf targetObjectsOf class datatype equals disjoint lessThan lessThanOrEquals',
  iriOrLiteral: 'targetNode',
  shape: 'property node not qualifiedValueShape',
  literal: 'minExclusive minInclusive maxExclusive maxInclusive',
  string: 'pattern flags',
  text: 'message',
  integer: 'minCount maxCount minLength maxLength qualifiedMinCount qualifiedMaxCount',
  boolean: 'closed uniqueLang qualifiedValueShapesDisjoint deactivated',
  nodeKind: 'nodeKind',
  severity: 'severity',
});

/** What the members of a list are to be, by parameter. */
export const memberRules = table({
  iri: 'ignoredProperties',
  string: 'languageIn',
  shape: 'and or xone',
});

/** What a shape has at most one of. */
export const once = words(`
  path severity deactivated datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive
  maxInclusive minLength maxLength pattern flags languageIn uniqueLang in closed ignoredProperties
  qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount qualifiedMaxCount`);

/** What counts or compares the values of a path, and so has no meaning without one. */
export const onPropertyShapes = words(
  'minCount maxCount uniqueLang lessThan lessThanOrEquals qualifiedValueShape',
);

/** What does nothing unless one of some others stands beside it. */
export const needs: readonly (readonly [string, readonly string[]])[] = [
  ['flags', ['pattern']],
  ['ignoredProperties', ['closed']],
  ['qualifiedValueShape', ['qualifiedMinCount', 'qualifiedMaxCount']],
  ['qualifiedMinCount', ['qualifiedValueShape']],
  ['qualifiedMaxCount', ['qualifiedValueShape']],
  ['qualifiedValueShapesDisjoint', ['qualifiedValueShape']],
];
