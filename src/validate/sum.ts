import type { Term } from '@rdfjs/types';
import type { LanguageMap } from '../graph/language-map.ts';
import { fromPlain } from '../graph/plain.ts';
import { termKey } from '../graph/terms.ts';
import { stemOf } from './entangled.ts';
import { FocusNodes } from './focus-nodes.ts';
import type { JobOutcome, SparqlOutcome } from './job.ts';
import type { Pool, Sent } from './pool.ts';
import type { Finding, Problem } from './problem.ts';
import { addUpMentions, type Mention } from './published/mentions.ts';
import { noSpelling, type Spelling, sumUp } from './syntax/lint.ts';
import { addUp } from './syntax/prefixes.ts';
import { addUpUses, type Uncovered } from './uncovered.ts';
import type { Excluded, Rank } from './unit.ts';
import type { TextFacts } from './unit-facts.ts';

/** What units have told so far, added up: as little as the whole needs, however many there are. */
export class Sum {
  /** What the shapes found. */
  readonly problems: Problem[] = [];
  readonly excluded: Excluded[] = [];
  readonly focusNodes = new FocusNodes();
  triples = 0;
  uses: readonly Uncovered[] = [];
  /** What is said of published IRIs. */
  mentions: readonly Mention[] = [];
  sparql: SparqlOutcome | undefined;
  /** Whether units bear on each other, so that they are not to be seen one by one. */
  isEntangled = false;
  readonly #rank: Rank;
  /** What is wrong with the spelling of a unit, whatever others say. */
  readonly spelt: Problem[] = [];
  readonly #spellings: Spelling[] = [];
  #prefixes: Spelling['prefixes'] = [];
  readonly #meanings = new Map<string, { readonly namespace: string; readonly file: string }>();
  readonly #names = new Map<string, LanguageMap>();
  readonly #stems = new Set<string>();
  readonly #texts = new Map<string, { readonly isOfUnit: boolean; readonly facts: TextFacts }>();

  /** @param rank where a file stands among all. */
  constructor(rank: Rank) {
    this.#rank = rank;
  }

  add(sent: Sent): void {
    const { problems, excluded, focusNodes, addsToGround, triples, sparql, facts } = fromPlain(
      sent,
    ) as JobOutcome;
    this.problems.push(...problems);
    this.excluded.push(...excluded);
    this.focusNodes.add(focusNodes);
    if (addsToGround || this.focusNodes.isShared) this.isEntangled = true;
    this.triples += triples;
    this.sparql = sparql;
    if (!facts) return;
    this.uses = addUpUses([this.uses, facts.uses], this.#rank);
    this.mentions = addUpMentions([this.mentions, facts.mentions], this.#rank);
    this.spelt.push(...facts.problems);
    for (const { prefix, ...meaning } of facts.prefixes) {
      const known = this.#meanings.get(prefix);
      if (!known || this.#rank(meaning) < this.#rank(known)) this.#meanings.set(prefix, meaning);
    }
    this.#addSpelling(facts.spelling);
    for (const [key, names] of facts.names) this.#names.set(key, { ...this.#names.get(key), ...names });
    const stems = new Set(facts.stems);
    if (!facts.stems || facts.stems.some((stem) => this.#stems.has(stem))) this.isEntangled = true;
    for (const stem of stems) this.#stems.add(stem);
    for (const text of facts.texts) {
      const isOfUnit = stems.has(stemOf(text.text) ?? '');
      const key = termKey(text.text);
      // Every unit sees the texts of the ground; a unit that adds to one sees it whole.
      if (isOfUnit || !this.#texts.get(key)?.isOfUnit) this.#texts.set(key, { isOfUnit, facts: text });
    }
  }

  #addSpelling(spelling: Spelling): void {
    const { iris, wants, known } = spelling;
    if (iris.length + wants.length + known.described.length > 0)
      this.#spellings.push({ ...spelling, prefixes: [] });
    this.#prefixes = addUp([...this.#prefixes, ...spelling.prefixes], this.#rank);
  }

  /** Every prefix that the files declare; the first declaration counts. */
  get prefixes(): ReadonlyMap<string, string> {
    const inOrder = [...this.#meanings].sort(([, a], [, b]) => this.#rank(a) - this.#rank(b));
    return new Map(inOrder.map(([prefix, { namespace }]) => [prefix, namespace]));
  }

  /** The evidence of each text, in their order. */
  get texts(): TextFacts[] {
    return [...this.#texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { facts }]) => facts);
  }

  /** What is wrong with the spelling of all that the units do not know by themselves. */
  spellingWith(shapes: Spelling): Finding[] {
    const prefixes = { ...noSpelling, prefixes: this.#prefixes };
    return sumUp([...this.#spellings, prefixes, shapes], this.#rank);
  }

  /** The names that units have for an IRI of which the spelling speaks. */
  nameOf(node: Term): LanguageMap | undefined {
    return this.#names.get(termKey(node));
  }
}

/** What units have told, or as much of it as shows that they are not to be seen one by one. */
export async function addUpUnits(pool: Pool, rank: Rank): Promise<Sum> {
  const sum = new Sum(rank);
  await pool.finish((sent) => {
    sum.add(sent);
    if (sum.isEntangled) pool.skipRest();
  });
  return sum;
}
