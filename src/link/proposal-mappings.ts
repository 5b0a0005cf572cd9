import { shorten } from '../graph/shorten.ts';
import { addMappings, curieIn, newMappings } from '../sssom/change.ts';
import { contractIri } from '../sssom/curies.ts';
import type { Extension, Mapping, SetMetadata } from '../sssom/mapping.ts';
import type { MappingFile } from '../sssom/sssom.ts';
import { nameIn } from './authority/entry.ts';
import { kindsOf } from './rank/kinds.ts';
import type { Proposal } from './propose.ts';
import { why } from './why.ts';

/** What a proposal says beside the slots of SSSOM: what was asked of whom, what came back, and what a reviewer wants to read. */
const extensions: readonly Extension[] = [
  { name: 'ext_advice' },
  { name: 'ext_description' },
  { name: 'ext_query' },
  { name: 'ext_response_sha256' },
  { name: 'ext_service' },
];

/** SSSOM has this for a set that nobody has given a licence (spec-model, license). */
const noLicence = 'https://w3id.org/sssom/license/unspecified';

/** A set for proposals, of which none has been made. */
export const emptyProposals = (file: string, base: string, licence: string | undefined): MappingFile => {
  const metadata: SetMetadata = {
    curieMap: new Map(),
    slots: {
      sssom_version: '1.1',
      mapping_set_id: `${base}links/proposed`,
      mapping_set_title: 'Proposed links that nobody has decided about, or that were decided in review',
      license: licence ?? noLicence,
    },
    extensions,
  };
  return newMappings(metadata, file);
};

export interface WriteOptions {
  /** The languages of labels, the preferred first. */
  readonly languages: readonly string[];
  /** Version of this program. */
  readonly version: string;
  /** Prefixes in use, for CURIEs. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** A set with proposals after what stands in it; each row is a candidate of which nothing is decided. */
export function withProposals(
  set: MappingFile,
  proposals: readonly Proposal[],
  options: WriteOptions,
): MappingFile {
  let file = set;
  const curie = (iri: string): string => {
    const known = contractIri(iri, file.metadata.curieMap);
    if (known) return known;
    const [prefix, namespace] = prefixFor(iri, options.prefixes, file.metadata.curieMap);
    const [name, next] = curieIn(file, iri, prefix, namespace);
    file = next;
    return name;
  };
  // Prefixes first: each of them is a change of the block above the table.
  const mappings = proposals.map((proposal) => mappingOf(proposal, curie, options));
  return addMappings(file, mappings);
}

function mappingOf(
  proposal: Proposal,
  curie: (iri: string) => string,
  { languages, version }: WriteOptions,
): Mapping {
  const { subject, entry, found, source, agreements, score, advice } = proposal;
  const [best] = agreements;
  const isSimilar = best!.grade === 'similar';
  const oneLine = (text: string) => text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return {
    subject_id: curie(subject.iri),
    subject_label: oneLine(nameIn(subject.labels, languages)),
    predicate_id: predicateOf(proposal),
    object_id: curie(entry.iri),
    object_label: oneLine(nameIn(entry.labels, languages)),
    mapping_justification: isSimilar ? 'semapv:LexicalSimilarityThresholdMatching' : 'semapv:LexicalMatching',
    object_source_version: source.version,
    mapping_tool: 'meent',
    mapping_tool_version: version,
    // No clock: when somebody answered is what is known.
    mapping_date: found.kept?.time.slice(0, 10),
    confidence: score.toFixed(2),
    ...(isSimilar
      ? {
          similarity_score: best!.score.toFixed(2),
          similarity_measure: 'words, by how much they tell, or letters, whichever is more',
        }
      : { match_string: oneLine(best!.own).replace(/[|\\]/g, '\\$&') }),
    comment: oneLine(why(proposal, 'en')),
    ext_advice: advice,
    ext_description: oneLine(entry.descriptions.map(({ text }) => text).join(' / ')).slice(0, 300),
    ext_query: found.query === undefined ? undefined : oneLine(found.query),
    ext_response_sha256: found.kept?.sha256,
    ext_service: found.kept?.address ?? source.name,
  };
}

/**
 * The relation to propose (ADR 26): for an individual that it is the same where names and sort agree, else that it is worth a
 * look; for a concept how near its meaning may be. `owl:sameAs` merges what two places say, so that nobody but a person accepts it.
 */
export function predicateOf({ subject, entry, agreements: [best], facts, advice }: Proposal): string {
  const mine = kindsOf(subject.types);
  const areAlike = facts.some((fact) => (fact.kind === 'type' && fact.agrees) || fact.kind === 'asked type');
  const isOther = facts.some((fact) => fact.kind === 'type' && !fact.agrees);
  if (isOther) return 'rdfs:seeAlso';
  if (!mine.has('concept')) return areAlike && best!.grade !== 'similar' ? 'owl:sameAs' : 'rdfs:seeAlso';
  // An individual is no concept, whatever it is called.
  const its = kindsOf(entry.types);
  if (its.size > 0 && !its.has('concept')) return 'rdfs:seeAlso';
  if (best!.grade === 'similar') return 'skos:relatedMatch';
  return advice === 'recommended' ? 'skos:exactMatch' : 'skos:closeMatch';
}

/** A prefix for an IRI: one in use, one that is known of an authority, or a number. */
function prefixFor(
  iri: string,
  prefixes: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string>,
): [prefix: string, namespace: string] {
  const short = shorten(iri, prefixes);
  const used = short === iri ? undefined : short.slice(0, short.indexOf(':'));
  if (used !== undefined && !taken.has(used)) return [used, prefixes.get(used)!];
  const known = Object.entries(authorities).find(
    ([prefix, namespace]) => iri.startsWith(namespace) && !taken.has(prefix),
  );
  if (known) return known;
  let number = 1;
  while (taken.has(`ns${number}`) || prefixes.has(`ns${number}`)) number++;
  return [`ns${number}`, iri.replace(/[^/#]+\/?$/, '')];
}

/** What the namespaces of authorities are called most. */
const authorities: Readonly<Record<string, string>> = {
  dbr: 'http://dbpedia.org/resource/',
  ev: 'http://eurovoc.europa.eu/',
  geonames: 'https://sws.geonames.org/',
  ror: 'https://ror.org/',
  tooi: 'https://identifier.overheid.nl/tooi/id/',
  wd: 'http://www.wikidata.org/entity/',
};
