import type { ReadDocument } from '../graph/locator.ts';
import { expandCurie } from '../sssom/curies.ts';
import { acceptedLinks } from '../sssom/links.ts';
import { type MappingSlot, slotOf, valuesOf } from '../sssom/mapping.ts';
import { mappingEnding } from '../sssom/parse.ts';
import { type MappingFile, readMappings } from '../sssom/sssom.ts';
import { isManual, reviewersOf } from '../sssom/standing.ts';
import type { AcceptedLinks, LinkRecord } from './accepted-links.ts';

/** The links that the mapping sets among some documents accept; which of them hold, the graph says. */
export function readAcceptedLinks(documents: readonly ReadDocument[]): AcceptedLinks {
  const links = new Map<string, LinkRecord>();
  const labels = new Map<string, string>();
  for (const { file, text } of documents.filter(({ file }) => mappingEnding.test(file))) {
    const set = readMappings(text, file);
    for (const { subject, predicate, object, row } of acceptedLinks(set)) {
      const key = `${subject} ${predicate} ${object}`;
      // Of several sets the first counts, as it does for the graph.
      if (!links.has(key)) links.set(key, describe(set, row));
      const { subject_label, object_label } = set.mappings[row]!;
      for (const [node, label] of [
        [subject, subject_label],
        [object, object_label],
      ] as const)
        // prettier-ignore
        if (label !== undefined && !labels.has(node)) labels.set(node, label);
    }
  }
  return {
    of: ({ subject, predicate, object }) => links.get(`${subject.value} ${predicate.value} ${object.value}`),
    labelOf: ({ value }) => labels.get(value),
  };
}

function describe(set: MappingFile, row: number): LinkRecord {
  const mapping = set.mappings[row]!;
  const slot = (name: MappingSlot) => slotOf(set, mapping, name);
  const iri = (curie: string) => expandCurie(curie, set.metadata.curieMap) ?? curie;
  const isReviewed = reviewersOf(mapping).length > 0 && mapping.reviewer_agreement !== undefined;
  const people = isReviewed
    ? named(mapping.reviewer_label, mapping.reviewer_id)
    : isManual(mapping)
      ? named(mapping.author_label, mapping.author_id)
      : [];
  // Our side of a link has no source but the data itself.
  const side = slot('object_source') === undefined ? 'subject' : 'object';
  const source = slot(`${side}_source`);
  return {
    source: source && iri(source),
    version: slot(`${side}_source_version`),
    confidence: mapping.confidence,
    justification: mapping.mapping_justification?.replace(/^semapv:/, ''),
    people: people.map(iri),
    isReviewed,
    reviewDate: mapping.review_date,
    rule: mapping.curation_rule_text ?? mapping.curation_rule,
  };
}

/** Names, or where there are none the CURIEs. */
const named = (labels: string | undefined, ids: string | undefined): string[] =>
  labels === undefined ? valuesOf(ids) : valuesOf(labels);
