import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shorten } from '../src/graph/shorten.ts';
import { canonicalIri, type Entry, nameIn, spaceOf } from '../src/link/authority/entry.ts';
import { readAuthority } from '../src/link/authority/read-authority.ts';
import { identifying, pairOf } from '../src/link/decisions.ts';
import { predicateOf } from '../src/link/proposal-mappings.ts';
import { type Proposal, propose } from '../src/link/propose.ts';
import { usualLimit, usualThresholds } from '../src/link/rank/thresholds.ts';
import { sourceOfFiles } from '../src/link/source.ts';
import { subjectsOf } from '../src/link/subjects.ts';
import { packageRoot as root } from '../src/package.ts';
import { loadData } from '../src/project/load.ts';
import { openProject } from '../src/project/project.ts';
import { expandCurie } from '../src/sssom/curies.ts';
import { noTermFound } from '../src/sssom/mapping.ts';
import { readMappings } from '../src/sssom/sssom.ts';

/** Where copies of authorities are, if they are there: beside the repository, never in it. */
export const authorities = process.env['MEENT_AUTHORITIES'] ?? join(root, '../shared/fixtures/authorities');
export const hasAuthorities = existsSync(authorities);

/** The notes on identifiers as mappings, right ones and wrong ones. */
const notes = 'data/links/reference.sssom.tsv';
/** Pairs that the notes do not have, though the names leave no doubt. */
const supplement = 'test/link/gold/beyond-the-notes.sssom.tsv';

/** What is known of pairs of a thing and an entry of an authority at hand. */
interface Gold {
  /** The things that it says something of, if only that nothing was found. */
  readonly subjects: ReadonlySet<string>;
  /** The relations of each right pair, by the pair. */
  readonly right: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rejected: ReadonlySet<string>;
  /** Rows about words of the report that are no thing of the graph: nothing can be proposed for those. */
  readonly words: number;
}

/** What `meent link propose` makes of the gold set, with the thresholds and the limit that it has by itself. */
export interface Measured {
  /** Pairs, for people to read. */
  readonly rejectedRecommended: readonly string[];
  readonly recommended: number;
  /** Recommended, though they are not right, or are said to be closer than they are. */
  readonly wrong: readonly string[];
  /** Right by the supplement alone. */
  readonly beyondNotes: readonly string[];
  readonly proposed: number;
  readonly things: number;
  /** Right pairs of the notes, and those of them that were not proposed. */
  readonly wanted: number;
  readonly missed: readonly string[];
  readonly words: number;
  /** Recommended for things that the gold set says nothing of. */
  readonly unjudged: readonly string[];
}

/**
 * Looks for things in the authorities, knowing of no decision, and holds what comes against the gold set.
 * @param isAll whether to look for all things of the graph, not only for those that the gold set says something of.
 */
export async function measureGold(isAll = false): Promise<Measured> {
  const project = openProject(root);
  const { dataset, prefixes } = await loadData(project);
  const files = [
    await readAuthority(join(authorities, '*.json'), undefined),
    await readAuthority(join(authorities, 'eurovoc'), 'http://eurovoc.europa.eu/{id}'),
  ];
  const entries = files.flatMap((file) => file.entries);
  const fromNotes = readGold([notes], entries);
  const gold = readGold([notes, supplement], entries);
  const iris = isAll ? [...dataset].map(({ subject }) => subject.value) : [...gold.subjects];
  // No link is told, not even to the ranking: they are the answers.
  const subjects = subjectsOf(dataset, [...new Set(iris)].sort(), []);
  const options = { languages: project.config.languages, thresholds: usualThresholds, limit: usualLimit };
  const proposals = new Map<string, Proposal>();
  for await (const looked of propose(subjects, files.map(sourceOfFiles), { ...options, known: new Set() }))
    for (const each of looked.proposals) proposals.set(pairOf(each.subject.iri, each.entry.iri), each);

  const names = new Map([...subjects, ...entries].map(({ iri, labels }) => [iri, nameIn(labels, ['nl'])]));
  const inWords = (pair: string): string => {
    const iris = pair.split(' ').sort((a, b) => Number(ofEntry(a)) - Number(ofEntry(b)));
    return iris.map((iri) => `${names.get(iri)} (${shorten(iri, prefixes)})`).join(' – ');
  };
  const ofEntry = (iri: string) => entries.some((entry) => entry.iri === iri);

  const isAbout = ([, { subject }]: [string, Proposal]) => gold.subjects.has(subject.iri);
  const judged = [...proposals].filter(isAbout);
  const recommended = judged.filter(([, { advice }]) => advice === 'recommended');
  return {
    rejectedRecommended: recommended.flatMap(([pair]) => (gold.rejected.has(pair) ? [inWords(pair)] : [])),
    recommended: recommended.length,
    wrong: recommended.flatMap(([pair, each]) =>
      isRight(gold.right.get(pair), each) ? [] : [inWords(pair)],
    ),
    beyondNotes: recommended.flatMap(([pair]) =>
      gold.right.has(pair) && !fromNotes.right.has(pair) ? [inWords(pair)] : [],
    ),
    proposed: judged.length,
    things: gold.subjects.size,
    wanted: fromNotes.right.size,
    missed: [...fromNotes.right.keys()].filter((pair) => !proposals.has(pair)).map(inWords),
    words: gold.words,
    unjudged: [...proposals].flatMap((each) =>
      each[1].advice === 'recommended' && !isAbout(each) ? [inWords(each[0])] : [],
    ),
  };
}

/** A recommended pair is right where the gold set has it, and as the same thing where it is said to be that. */
function isRight(relations: ReadonlySet<string> | undefined, proposal: Proposal): boolean {
  const relation = predicateOf(proposal);
  return relations !== undefined && (!identifying.has(relation) || relations.has(relation));
}

/** What mapping sets say of things and entries; what they say of entries that are not at hand cannot be looked for. */
function readGold(paths: readonly string[], entries: readonly Entry[]): Gold {
  const [subjects, right, rejected] = [new Set<string>(), new Map<string, Set<string>>(), new Set<string>()];
  const isAtHand = new Set(entries.map(({ iri }) => iri));
  const spaces = new Set(entries.map(({ iri }) => spaceOf(iri)));
  let words = 0;
  for (const path of paths) {
    const set = readMappings(readFileSync(join(root, path), 'utf8'), path);
    for (const mapping of set.mappings) {
      const iriOf = (curie = '') => expandCurie(curie, set.metadata.curieMap);
      const ends = [mapping.subject_id, mapping.object_id].map((end) => canonicalIri(iriOf(end) ?? ''));
      const entry = ends.find((iri) => isAtHand.has(iri));
      const thing = ends.find((iri) => iri !== entry)!;
      if (entry === undefined) {
        const source = iriOf(mapping.object_source);
        if (mapping.object_id === noTermFound && spaces.has(source ?? '')) subjects.add(ends[0]!);
      } else if (thing === '') words++;
      else {
        subjects.add(thing);
        const pair = pairOf(thing, entry);
        if (mapping.predicate_modifier !== undefined) rejected.add(pair);
        else right.set(pair, new Set(right.get(pair)).add(mapping.predicate_id!));
      }
    }
  }
  return { subjects, right, rejected, words };
}
