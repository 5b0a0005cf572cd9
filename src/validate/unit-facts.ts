import type { Term } from '@rdfjs/types';
import type { ReadDocument } from '../graph/locator.ts';
import type { Coverage } from '../evidence/coverage.ts';
import type { LanguageMap } from '../graph/language-map.ts';
import { iri } from '../graph/terms.ts';
import { stemsOf } from './entangled.ts';
import { checkTexts } from './evidence.ts';
import { namesOf } from './names.ts';
import type { Problem } from './problem.ts';
import { type Mention, mentionsIn } from './published/mentions.ts';
import type { KnownTerms } from './syntax/known-terms.ts';
import { type Spelling, spellingOf } from './syntax/lint.ts';
import { type Covered, type Uncovered, usesOf } from './uncovered.ts';
import { problemIn, type Unit } from './unit.ts';

/** What came of holding the anchors of one text against it, where that was done in another thread. */
export interface TextFacts {
  readonly text: Term;
  readonly slug: string;
  readonly anchors: number;
  readonly coverage: Coverage | undefined;
  readonly problems: readonly Problem[];
}

/** What a unit has to tell beside the results of its shapes; told of all units, it adds up to what is so of the whole. */
export interface UnitFacts {
  /** The spelling, as far as others bear on it. */
  readonly spelling: Spelling;
  /** What else is wrong with the spelling. */
  readonly problems: readonly Problem[];
  /** The names of the IRIs and namespaces that the spelling speaks of, by key. */
  readonly names: readonly (readonly [string, LanguageMap])[];
  /** What each prefix means in each file that declares it. */
  readonly prefixes: readonly {
    readonly prefix: string;
    readonly namespace: string;
    readonly file: string;
  }[];
  readonly uses: readonly Uncovered[];
  /** What is said of published IRIs. */
  readonly mentions: readonly Mention[];
  readonly texts: readonly TextFacts[];
  /** The reports of whose evidence the unit speaks; undefined where it is not to be seen by itself. */
  readonly stems: readonly string[] | undefined;
}

export interface FactsSetting {
  readonly known: KnownTerms;
  readonly covered: Covered;
  /** The IRIs that the project has published. */
  readonly published: ReadonlySet<string>;
  /** Names of the graphs that define terms. */
  readonly ontology: ReadonlySet<string>;
  /** Where the texts of the reports are. */
  readonly sources: string;
}

/**
 * What the documents of a unit have to tell.
 * @param graph the graph that they belong to; undefined where nothing is beside them.
 */
export async function factsOf(
  unit: Unit,
  documents: readonly ReadDocument[],
  { known, covered, published, ontology, sources }: FactsSetting,
  graph?: string,
): Promise<UnitFacts> {
  const texts = await checkTexts(unit.layer, sources);
  const spelling = spellingOf(documents, known, unit.ground.documents);
  const spoken = [
    ...spelling.iris.map((use) => use.iri),
    ...spelling.prefixes.map(({ namespace }) => namespace),
    ...spelling.known.software,
    ...spelling.wants.flatMap((want) => want.iris.slice(0, 1)),
  ];
  const quads = documents.flatMap((document) => document.quads);
  const stems = graph === undefined ? [] : stemsOf(quads, graph);
  return {
    spelling: { ...spelling, findings: [] },
    problems: spelling.findings.map((finding) => problemIn(unit, finding)),
    names: spoken.flatMap((value) => {
      const names = namesOf(unit.layer, iri(value));
      return names ? [[value, names] as const] : [];
    }),
    prefixes: documents.flatMap(({ prefixes, file }) =>
      [...prefixes].map(([prefix, namespace]) => ({ prefix, namespace, file })),
    ),
    uses: usesOf(unit.quads, covered, ontology, unit.locator),
    mentions: mentionsIn(unit.quads, published, { graph: unit.layer, locator: unit.locator }),
    texts: texts.map(({ text, evidence: { slug, anchors, coverage, offences } }) => ({
      text,
      slug,
      anchors,
      coverage,
      problems: offences.map((offence) => problemIn(unit, offence)),
    })),
    stems: stems && [...stems],
  };
}
