import { canonicalIri, type Entry, spaceOf } from '../authority/entry.ts';
import { type Agreement, agreements, named, type NamedLabel } from './compare.ts';
import { kindsOf } from './kinds.ts';
import { covered, nameOf, type Weight } from './similarity.ts';
import type { Thresholds } from './thresholds.ts';

/** A thing that an identifier is looked for. */
export interface Subject extends Entry {
  /** IRIs elsewhere that people have accepted for it. */
  readonly accepted: readonly string[];
}

/** Something that speaks for a candidate or against it, beside its names. */
export type Fact =
  | { readonly kind: 'type'; readonly agrees: boolean }
  /** Its names agree in two languages that have different words for it. */
  | { readonly kind: 'both languages' }
  /** It says that it is what was accepted for the subject. */
  | { readonly kind: 'identifier'; readonly iri: string }
  /** Both have this page of their own. */
  | { readonly kind: 'page'; readonly address: string }
  /** Of the words that describe the one, so many describe the other. */
  | { readonly kind: 'context'; readonly share: number }
  /** The service was asked for things of this type only, and gave it. */
  | { readonly kind: 'asked type'; readonly type: string };

/** A candidate for a subject, with why. */
export interface Ranked {
  readonly entry: Entry;
  /** From 0 to 1. */
  readonly score: number;
  readonly agreements: readonly Agreement[];
  readonly facts: readonly Fact[];
  readonly advice: 'recommended' | 'proposed';
}

export interface RankOptions {
  /** The languages that names are compared in. */
  readonly languages: readonly string[];
  readonly thresholds: Thresholds;
  /** The most candidates. */
  readonly limit: number;
  readonly weight?: Weight;
  /** The type that a service was held to. */
  readonly askedType?: string | undefined;
}

/**
 * The candidates that are worth the look of a person, the best first. One is recommended where a name agrees but for its
 * spelling, no type is against it, at least one other fact speaks for it, and nothing else in its authority does as well: a name
 * alone is no reason, since false friends have the same.
 */
export function rank(subject: Subject, entries: readonly Entry[], options: RankOptions): Ranked[] {
  const own = named(subject.labels);
  const weight = options.weight ?? (() => 1);
  const all = entries
    .map((entry) => judge(subject, own, entry, { ...options, weight }))
    .filter(({ score }) => score >= options.thresholds.propose)
    .sort((a, b) => b.score - a.score || (a.entry.iri < b.entry.iri ? -1 : 1));
  // Beside one that is surely good, what is not half as good is in the way.
  const [best] = all;
  const least = best && best.score >= options.thresholds.recommend ? Math.min(1, best.score) / 2 : 0;
  const strong = all.filter((each) => isStrong(each, options.thresholds));
  return all
    .filter(({ score }) => score >= least)
    .slice(0, options.limit)
    .map((each) => ({
      ...each,
      // What is more than certain counts among candidates only.
      score: Math.min(1, each.score),
      advice:
        strong.includes(each) && isAlone(each, strong) && !isTaken(subject, each)
          ? 'recommended'
          : 'proposed',
    }));
}

type Judged = Omit<Ranked, 'advice'>;

function judge(
  subject: Subject,
  own: readonly NamedLabel[],
  entry: Entry,
  { languages, weight, askedType }: RankOptions & { weight: Weight },
): Judged {
  const names = agreements(own, named(entry.labels), languages, weight);
  const facts = factsOf(subject, entry, names, askedType);
  const label = labelScore(subject, entry, names, languages);
  const score = facts.reduce((sum, fact) => sum + worth(fact) * label, label);
  return { entry, agreements: names, facts, score: facts.some(isAgainst) ? score / 2 : score };
}

/** In one language false friends agree; where there are names in two, both count. */
function labelScore(
  subject: Subject,
  entry: Entry,
  names: readonly Agreement[],
  languages: readonly string[],
): number {
  const [best] = names;
  if (!best) return 0;
  const inBoth = languages.filter((language) =>
    [subject, entry].every(({ labels }) => labels.some((label) => label.language === language)),
  );
  if (inBoth.length < 2) return best.score;
  const other = names.find((each) => each !== best && each.language !== undefined);
  return 0.75 * best.score + 0.25 * (other?.score ?? 0);
}

/** What a fact adds, as a share of what the names are worth: without names it is worth nothing. */
function worth(fact: Fact): number {
  if (fact.kind === 'identifier') return 0.3;
  if (fact.kind === 'type') return fact.agrees ? 0.05 : 0;
  if (fact.kind === 'context') return 0.25 * fact.share;
  return 0.05;
}

const isAgainst = (fact: Fact): boolean => fact.kind === 'type' && !fact.agrees;
/** A type and some words in common are not enough: most namesakes have those. */
const isTelling = ({ kind }: Fact): boolean =>
  kind === 'both languages' || kind === 'identifier' || kind === 'page';

const isStrong = ({ score, agreements: [best], facts }: Judged, { recommend }: Thresholds): boolean =>
  score >= recommend &&
  best !== undefined &&
  best.grade !== 'similar' &&
  !facts.some(isAgainst) &&
  facts.some(isTelling);

const isAlone = ({ entry }: Judged, strong: readonly Judged[]): boolean =>
  strong.every((each) => each.entry === entry || spaceOf(each.entry.iri) !== spaceOf(entry.iri));

/** Whether people have accepted something else of the same authority. */
const isTaken = ({ accepted }: Subject, { entry }: Judged): boolean =>
  accepted.some(
    (iri) => spaceOf(iri) === spaceOf(entry.iri) && canonicalIri(iri) !== canonicalIri(entry.iri),
  );

function factsOf(
  subject: Subject,
  entry: Entry,
  names: readonly Agreement[],
  askedType: string | undefined,
): Fact[] {
  const facts: Fact[] = [];
  const [mine, its] = [kindsOf(subject.types), kindsOf(entry.types)];
  if (askedType !== undefined) facts.push({ kind: 'asked type', type: askedType });
  else if (mine.size > 0 && its.size > 0) {
    const agrees = [...mine].some((kind) => its.has(kind));
    // An authority may list an organisation or a place as a concept: that says nothing of what it is.
    if (agrees || !its.has('concept')) facts.push({ kind: 'type', agrees });
  }
  const strong = names.filter(({ language, grade }) => language !== undefined && grade !== 'similar');
  if (
    strong.some((one) =>
      strong.some(
        (other) =>
          one.language !== other.language && nameOf(one.own).normalised !== nameOf(other.own).normalised,
      ),
    )
  )
    facts.push({ kind: 'both languages' });
  const iris = new Set([entry.iri, ...entry.same].map(canonicalIri));
  const identifier = subject.accepted
    .map(canonicalIri)
    .find((iri) => iri !== canonicalIri(entry.iri) && iris.has(iri));
  if (identifier) facts.push({ kind: 'identifier', iri: identifier });
  const pages = new Set(entry.pages.map(pageOf));
  const page = subject.pages.find((address) => pages.has(pageOf(address)));
  if (page) facts.push({ kind: 'page', address: page });
  const share = context(subject, entry);
  if (share > 0) facts.push({ kind: 'context', share });
  return facts;
}

const pageOf = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** How much of what the entry is described with describes the subject too. */
const context = (subject: Subject, entry: Entry): number => {
  const shares = [...entry.descriptions, ...entry.labels].flatMap((its) =>
    subject.descriptions
      .filter(
        ({ language }) => its.language === undefined || language === undefined || language === its.language,
      )
      .map((mine) => covered(nameOf(its.text).words, nameOf(mine.text).words, () => 1)),
  );
  return Math.round(Math.max(0, ...shares) * 100) / 100;
};
