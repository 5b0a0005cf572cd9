import { canonicalIri, type Entry, type Label, nameIn, spaceOf } from '../authority/entry.ts';
import { agreements, named } from '../rank/compare.ts';
import { kindsOf } from '../rank/kinds.ts';
import type { Weight } from '../rank/similarity.ts';
import type { Target } from './targets.ts';

/** What an authority says of something. */
export interface ReadBack {
  /** What it is and is called; none where nothing is said of it. */
  readonly entry?: Entry | undefined;
  /** Values that may agree with what we know otherwise: IRIs and texts. */
  readonly facts: readonly string[];
  /** IRIs that are to be used instead. */
  readonly replacedBy: readonly string[];
  readonly isDeprecated: boolean;
  /** When it was read, in UTC. */
  readonly time: string;
}

/** What is wrong with a link, or worth knowing of it. */
export type Finding =
  /** The authority has nothing by this IRI, or says that it is gone. */
  | { readonly kind: 'gone' }
  /** It was merged with another, replaced, or has another address now. */
  | { readonly kind: 'moved'; readonly to: readonly string[] }
  /** Its name is none of those that it had when somebody read it. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** It is something of another kind than ours. */
  | { readonly kind: 'mistyped'; readonly own: string; readonly other: string }
  /** No name of it is like one of ours, and nobody has written down what it was called. */
  | { readonly kind: 'unlike'; readonly to: string }
  /** What it was called may be in a language in which its authority tells no name. */
  | { readonly kind: 'untold'; readonly from: string; readonly to: string; readonly in: string };

/** A finding that makes a link doubtful, rather than being worth a look. */
export const isProblem = ({ kind }: Finding): boolean => kind !== 'unlike' && kind !== 'untold';

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly name: string;
  /** One more thing that agrees: a value that our other links have too. */
  readonly fact: string | undefined;
}

const even: Weight = () => 1;
/** Names that are less alike are not said to be alike. */
const likeness = 0.5;

/**
 * Holds what an authority says against what the rows that lead there say.
 * @param languages the preferred ones for the name of it.
 * @param asked those in which its authority was asked for names.
 */
export function judge(
  target: Target,
  read: ReadBack,
  languages: readonly string[],
  asked: readonly string[] = languages,
): Verdict {
  const { entry } = read;
  const name = entry ? nameIn(entry.labels, languages) : '';
  const elsewhere = [...new Set([...read.replacedBy, ...movedWithin(target.iri, entry)])];
  if (elsewhere.length > 0) return { findings: [{ kind: 'moved', to: elsewhere }], name, fact: undefined };
  if (!entry || read.isDeprecated) return { findings: [{ kind: 'gone' }], name, fact: undefined };
  const findings: Finding[] = [];
  const texts = new Set(entry.labels.map(({ text }) => text.normalize()));
  const recorded = [...new Set(target.rows.flatMap(({ label }) => label ?? []))];
  const own = named(target.ownLabels);
  const silent = asked.filter((language) => !entry.labels.some((label) => isIn(label, language)));
  for (const from of recorded) {
    if (texts.has(from.normalize())) continue;
    // A row does not say in which language its label was read: mostly in that of our name which is like it.
    const [like] = agreements(own, named([{ text: from, preferred: true }]), asked, even);
    const language = like && like.score >= likeness ? like.language : undefined;
    const isTold = silent.length === 0 || (language !== undefined && !silent.includes(language));
    findings.push(
      isTold
        ? { kind: 'renamed', from, to: name }
        : { kind: 'untold', from, to: name, in: silent.join(', ') },
    );
  }
  const [best] = agreements(own, named(entry.labels), languages, even);
  if (recorded.length === 0 && (best?.score ?? 0) < likeness) findings.push({ kind: 'unlike', to: name });
  const kinds = kindsOf(entry.types);
  if (target.kinds.size > 0 && kinds.size > 0 && ![...target.kinds].some((kind) => kinds.has(kind)))
    findings.push({ kind: 'mistyped', own: [...target.kinds].join(', '), other: [...kinds].join(', ') });
  return { findings, name, fact: agreeing(target, [...entry.same, ...entry.pages, ...read.facts]) };
}

const isIn = (label: Label, language: string): boolean =>
  label.language === undefined || label.language === language || label.language.startsWith(`${language}-`);

/** Something of the same authority that it is said to be the same as, and has no name of its own: it was merged. */
const movedWithin = (iri: string, entry: Entry | undefined): string[] =>
  entry && entry.labels.length === 0
    ? entry.same.filter((other) => other !== iri && spaceOf(other) === spaceOf(iri))
    : [];

/** A value that one of our other links has too, whole or as its last part. */
const agreeing = ({ beside }: Target, values: readonly string[]): string | undefined => {
  const known = new Map(
    [...beside].flatMap((iri) => [
      [canonicalIri(iri), iri] as const,
      [canonicalIri(iri).slice(spaceOf(iri).length).replace(/\/$/, ''), iri] as const,
    ]),
  );
  for (const value of values) {
    const found = known.get(canonicalIri(value));
    if (found !== undefined) return found;
  }
  return undefined;
};
