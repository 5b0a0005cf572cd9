import type { Quad, Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { termKey, vocabulary } from '../graph/terms.ts';
import { Triples } from '../graph/triples.ts';
import { classesBelow } from '../validate/hierarchy.ts';

const { rdf, rdfs, meent, oa } = vocabulary;

/** What a claim says in one language, before and after; empty where it said nothing in it. */
export interface Rewording {
  /** A language tag; empty for a text without one. */
  readonly language: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A passage that a claim rests on. */
export interface Passage {
  readonly text: Term | undefined;
  /** In code points from 0; undefined where it is not said. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly digest: string | undefined;
}

/** What has become of claims. */
export interface ClaimChanges {
  readonly added: readonly Term[];
  readonly withdrawn: readonly Term[];
  /** Claims that are on both sides and say it in other words, in one language or several. */
  readonly reworded: readonly { readonly claim: Term; readonly rewordings: readonly Rewording[] }[];
  /** Claims that are on both sides and rest on other passages. */
  readonly moved: readonly {
    readonly claim: Term;
    /** The passages that it rests on no longer. */
    readonly before: readonly Passage[];
    /** Those that it did not rest on before. */
    readonly after: readonly Passage[];
  }[];
}

/** A dataset with what puts its classes in order, if that is not in it. */
export interface WithOntology {
  readonly dataset: Dataset;
  readonly ontology: Dataset;
}

/** What has become of the claims of a dataset: instances of `meent:Claim` and of the classes below it, told apart by their IRIs. */
export function claimChanges(oldSide: WithOntology, newSide: WithOntology): ClaimChanges {
  const [before, after] = [claimsOf(oldSide), claimsOf(newSide)];
  const [old, now] = [oldSide.dataset, newSide.dataset];
  const inBoth = [...before].filter(([key]) => after.has(key)).map(([, claim]) => claim);
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, claim]) => claim),
    withdrawn: [...before].filter(([key]) => !after.has(key)).map(([, claim]) => claim),
    reworded: inBoth
      .map((claim) => ({ claim, rewordings: rewordingsOf(claim, old, now) }))
      .filter(({ rewordings }) => rewordings.length > 0),
    moved: inBoth
      .map((claim) => ({ claim, ...moveOf(claim, old, now) }))
      .filter((move) => move.before.length + move.after.length > 0),
  };
}

/** The claims of a dataset that have an IRI, in the order of those. */
function claimsOf({ dataset, ontology }: WithOntology): Map<string, Term> {
  const union = dataset.union();
  const classes = new Triples(
    [...ontology, ...dataset].filter(({ predicate }) => predicate.equals(rdfs.subClassOf)),
  );
  const found = [...classesBelow(classes, meent.claim).values()].flatMap((type) =>
    union.find(null, rdf.type, type).map(({ subject }) => subject),
  );
  const named = found.filter(({ termType }) => termType === 'NamedNode');
  return new Map(named.map((claim) => [termKey(claim), claim] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rewordingsOf(claim: Term, old: Dataset, now: Dataset): Rewording[] {
  const [before, after] = [textsOf(old, claim), textsOf(now, claim)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((language) => ({ language, before: before.get(language) ?? [], after: after.get(language) ?? [] }))
    .filter((each) => each.before.join('\u0000') !== each.after.join('\u0000'));
}

/** What a claim says, by language. */
function textsOf(dataset: Dataset, claim: Term): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { object } of dataset.union().find(claim, rdfs.label, null))
    if (object.termType === 'Literal')
      found.set(object.language, [...(found.get(object.language) ?? []), object.value].sort());
  return found;
}

function moveOf(claim: Term, old: Dataset, now: Dataset): { before: Passage[]; after: Passage[] } {
  const [before, after] = [passagesOf(old, claim), passagesOf(now, claim)];
  const only = (these: Map<string, Passage>, those: Map<string, Passage>) =>
    [...these].filter(([key]) => !those.has(key)).map(([, passage]) => passage);
  return { before: only(before, after), after: only(after, before) };
}

/** The passages that a claim rests on, whatever their anchors are called, in their order. */
function passagesOf(dataset: Dataset, claim: Term): Map<string, Passage> {
  const union = dataset.union();
  const value = (subject: Term | undefined, predicate: Term): Term | undefined =>
    subject && union.find(subject, predicate as never, null)[0]?.object;
  const number = (term: Term | undefined) => (term === undefined ? undefined : Number(term.value));
  const passages = union.find(claim, meent.anchoredIn, null).map(({ object: anchor }) => {
    const selector = value(anchor, oa.hasSelector);
    return {
      text: value(anchor, oa.hasSource),
      start: number(value(selector, oa.start)),
      end: number(value(selector, oa.end)),
      digest: value(anchor, meent.textDigest)?.value,
    };
  });
  const key = ({ text, start, end, digest }: Passage) =>
    [text && termKey(text), start, end, digest].join(' ');
  return new Map(
    passages
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.end ?? 0) - (b.end ?? 0))
      .map((passage) => [key(passage), passage]),
  );
}

/**
 * The quads of changes that say what has become of claims: all about a claim that is new or gone, the words and passages of the
 * others, and the passages themselves.
 */
export function isTold(changes: ClaimChanges, datasets: readonly Dataset[]): (quad: Quad) => boolean {
  const keys = (terms: readonly Term[]) => new Set(terms.map(termKey));
  const objects = (subjects: readonly Term[], predicate: Term) =>
    datasets.flatMap((dataset) =>
      subjects.flatMap((subject) =>
        dataset
          .union()
          .find(subject, predicate as never, null)
          .map(({ object }) => object),
      ),
    );
  const newOrGone = [...changes.added, ...changes.withdrawn];
  const moved = changes.moved.map(({ claim }) => claim);
  const anchors = objects([...newOrGone, ...moved], meent.anchoredIn);
  const whole = keys([...newOrGone, ...anchors, ...objects(anchors, oa.hasSelector)]);
  const rewordedKeys = keys(changes.reworded.map(({ claim }) => claim));
  const movedKeys = keys(moved);
  return ({ subject, predicate }) => {
    const key = termKey(subject);
    return (
      whole.has(key) ||
      (rewordedKeys.has(key) && predicate.equals(rdfs.label)) ||
      (movedKeys.has(key) && predicate.equals(meent.anchoredIn))
    );
  };
}
