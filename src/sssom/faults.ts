import { isOfDatatype, xsd } from '../graph/datatypes.ts';
import type { Loss } from '../graph/parsed.ts';
import type { Position } from '../graph/positions.ts';
import { builtInPrefixes, expandCurie } from './curies.ts';
import { deniedLinks, linkKey, linkOf } from './links.ts';
import { type Mapping, mappingSlots, noTermFound, referenceSlots, valuesOf } from './mapping.ts';
import type { MappingFile } from './sssom.ts';
import { agreementOf, reviewersOf, standingOf } from './standing.ts';

/** What is wrong with a mapping set, whatever the data says that it links: what SSSOM asks, and what we ask of links. */
export function checkMappings(set: MappingFile, deniedElsewhere: ReadonlySet<string> = new Set()): Loss[] {
  const denied = new Set([...deniedElsewhere, ...deniedLinks(set).keys()]);
  return [
    ...checkSet(set),
    ...set.rows.flatMap(({ mapping, places }, number) => {
      const at = (slot: string): Position =>
        places[set.columns.indexOf(slot)] ?? places[0] ?? { line: 1, column: 1 };
      return [
        ...checkNeeded(mapping, at),
        ...checkReferences(set, mapping, at),
        ...checkValues(mapping, at),
        ...checkDecision(mapping, at),
        ...checkContradiction(set, number, denied, at),
        ...checkFormulas(mapping, at),
      ];
    }),
  ];
}

type At = (slot: string) => Position;

function checkSet({ metadata, columns, header, positionOf }: MappingFile): Loss[] {
  const known = new Set([...mappingSlots, ...metadata.extensions.map(({ name }) => name), '']);
  const version = metadata.slots['sssom_version'];
  return [
    ...missing(
      ['mapping_set_id', 'license'].filter((slot) => !Object.hasOwn(metadata.slots, slot)),
      () => ({ line: 1, column: 1 }),
    ),
    ...(version === undefined || version === '1.0' || version === '1.1'
      ? []
      : [
          {
            rule: 'slot-value' as const,
            value: `sssom_version ${String(version)}`,
            ...positionOf(['sssom_version']),
          },
        ]),
    ...[...metadata.curieMap].flatMap(([prefix, namespace]) => {
      const fixed = builtInPrefixes.get(prefix);
      return fixed === undefined || fixed === namespace
        ? []
        : [
            {
              rule: 'slot-value' as const,
              value: `curie_map ${prefix}`,
              ...positionOf(['curie_map', prefix]),
            },
          ];
    }),
    ...columns.flatMap((name, number) =>
      known.has(name) ? [] : [{ rule: 'unknown-slot' as const, value: name, ...header.places[number]! }],
    ),
  ];
}

/** A side that is a literal needs a label, any other an identifier (spec-model, Literal mappings). */
const checkNeeded = (mapping: Mapping, at: At): Loss[] =>
  missing(
    [
      mapping.subject_type === 'rdfs literal' ? 'subject_label' : 'subject_id',
      'predicate_id',
      mapping.object_type === 'rdfs literal' ? 'object_label' : 'object_id',
      'mapping_justification',
    ].filter((slot) => !mapping[slot]),
    at,
  );

/** Slots that are missing, those that would be looked for at one place together: where a column is not there is no cell. */
const missing = (slots: readonly string[], at: At): Loss[] =>
  [
    ...Map.groupBy(slots, (slot) => {
      const { line, column } = at(slot);
      return `${line}:${column}`;
    }).values(),
  ].map((together) => ({ rule: 'missing-slot', value: together.join(', '), ...at(together[0]!) }));

function checkReferences({ metadata: { curieMap } }: MappingFile, mapping: Mapping, at: At): Loss[] {
  return [...referenceSlots].flatMap((slot) =>
    valuesOf(mapping[slot]).flatMap((curie): Loss[] => {
      const fault = (rule: Loss['rule'], value: string) => [{ rule, value, ...at(slot) }];
      if (curie === noTermFound)
        return ['subject_id', 'object_id'].includes(slot) ? [] : fault('slot-value', `${slot} ${curie}`);
      // In a map of prefixes `https` would be one; nobody means that.
      if (!/^[\p{L}_][\p{L}\p{N}._-]*:(?!\/\/)[^\s<>"{}|^`\\]*$/u.test(curie))
        return fault('not-a-curie', curie);
      return expandCurie(curie, curieMap) === undefined
        ? fault('undeclared-prefix', curie.slice(0, curie.indexOf(':')))
        : [];
    }),
  );
}

const between = (least: number, greatest: number) => (text: string) =>
  isOfDatatype(text, `${xsd}double`) && Number(text) >= least && Number(text) <= greatest;
const date = (text: string) => isOfDatatype(text, `${xsd}date`);
const oneOf = (words: string) => {
  const known = new Set(words.split('|'));
  return (text: string) => known.has(text);
};
const entityType = oneOf(
  'owl class|owl object property|owl data property|owl annotation property|owl named individual|skos concept|rdfs resource|rdfs class|rdfs literal|rdfs datatype|rdf property|composed entity expression',
);

/** The slots of which not every text is a value. */
const values: Readonly<Record<string, (text: string) => boolean>> = {
  predicate_modifier: oneOf('Not'),
  mapping_justification: oneOf(
    'MappingReview|ManualMappingCuration|LogicalReasoning|LexicalMatching|CompositeMatching|UnspecifiedMatching|SemanticSimilarityThresholdMatching|LexicalSimilarityThresholdMatching|MappingChaining|MappingInversion|StructuralMatching|InstanceBasedMatching|BackgroundKnowledgeBasedMatching'.replace(
      /\w+/g,
      'semapv:$&',
    ),
  ),
  mapping_cardinality: oneOf('1:1|1:n|n:1|n:n|1:0|0:1|0:0'),
  subject_type: entityType,
  object_type: entityType,
  predicate_type: (text) =>
    entityType(text) && !['rdfs literal', 'composed entity expression'].includes(text),
  mapping_date: date,
  publication_date: date,
  review_date: date,
  confidence: between(0, 1),
  similarity_score: between(0, 1),
  reviewer_agreement: between(-1, 1),
};

const checkValues = (mapping: Mapping, at: At): Loss[] =>
  Object.entries(values).flatMap(([slot, isValue]) => {
    const text = mapping[slot];
    return text === undefined || isValue(text)
      ? []
      : [{ rule: 'slot-value' as const, value: `${slot} ${text}`, ...at(slot) }];
  });

function checkDecision(mapping: Mapping, at: At): Loss[] {
  const isReviewed = reviewersOf(mapping).length > 0;
  const claimsReview = mapping.reviewer_agreement ?? mapping.review_date;
  if (claimsReview !== undefined && !isReviewed)
    return [
      {
        rule: 'review-by-nobody',
        value: claimsReview,
        ...at(mapping.reviewer_agreement ? 'reviewer_agreement' : 'review_date'),
      },
    ];
  const rule = mapping.curation_rule ?? mapping.curation_rule_text;
  return rule !== undefined &&
    mapping.predicate_id === 'owl:sameAs' &&
    mapping.predicate_modifier === undefined &&
    standingOf(mapping) === 'proposed' &&
    agreementOf(mapping) === undefined
    ? [{ rule: 'identity-without-person', value: mapping.object_id ?? '', ...at('predicate_id') }]
    : [];
}

function checkContradiction(set: MappingFile, number: number, denied: ReadonlySet<string>, at: At): Loss[] {
  const mapping = set.mappings[number]!;
  const link = standingOf(mapping) === 'accepted' ? linkOf(set, mapping) : undefined;
  return link && denied.has(linkKey(link))
    ? [
        {
          rule: 'link-contradicted',
          value: `${mapping.predicate_id} ${mapping.object_id}`,
          ...at('object_id'),
        },
      ]
    : [];
}

/** What a spreadsheet would work out instead of show. */
const checkFormulas = (mapping: Mapping, at: At): Loss[] =>
  Object.entries(mapping).flatMap(([slot, text]) =>
    text !== undefined && /^[=+\-@\t\r]/.test(text) && !isOfDatatype(text, `${xsd}double`)
      ? [{ rule: 'formula' as const, value: text.slice(0, 40), ...at(slot) }]
      : [],
  );
