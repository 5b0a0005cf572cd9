import type { Label } from '../authority/entry.ts';
import { type Name, nameOf, similarity, type Weight } from './similarity.ts';

/** How two names agree, the strongest first. */
export type Grade = 'exact' | 'normalised' | 'alternative' | 'similar';

/** The best that can be said of the names of two things in one language, or across languages. */
export interface Agreement {
  /** The language of both; none where a name has no language or they have different ones. */
  readonly language: string | undefined;
  readonly grade: Grade;
  /** From 0 to 1. */
  readonly score: number;
  readonly own: string;
  readonly other: string;
}

/** A label, its name taken apart. */
export type NamedLabel = Label & { readonly name: Name };
export const named = (labels: readonly Label[]): NamedLabel[] =>
  labels.map((label) => ({ ...label, name: nameOf(label.text) }));

/** The agreement of names in each language that both have, then across languages where that is more; the best first. */
export function agreements(
  own: readonly NamedLabel[],
  other: readonly NamedLabel[],
  languages: readonly string[],
  weight: Weight,
): Agreement[] {
  const inEach = languages.flatMap((language) => {
    const best = bestOf(
      own.filter((label) => isIn(label, language)),
      other.filter((label) => isIn(label, language) || label.language === undefined),
      language,
      weight,
    );
    return best ? [best] : [];
  });
  const across = bestOf(own, other, undefined, weight);
  // A name is mostly the same in other languages, but not for certain.
  const all = across ? [...inEach, { ...across, score: across.score * 0.95 }] : inEach;
  return all.sort((a, b) => b.score - a.score);
}

const isIn = ({ language }: Label, wanted: string): boolean =>
  language !== undefined && (language === wanted || language.startsWith(`${wanted}-`));

function bestOf(
  own: readonly NamedLabel[],
  other: readonly NamedLabel[],
  language: string | undefined,
  weight: Weight,
): Agreement | undefined {
  let best: Agreement | undefined;
  for (const one of own)
    for (const another of other) {
      const { grade, score } = compare(one, another, weight);
      if (score > (best?.score ?? 0)) best = { language, grade, score, own: one.text, other: another.text };
    }
  return best;
}

function compare(one: NamedLabel, other: NamedLabel, weight: Weight): { grade: Grade; score: number } {
  const arePreferred = one.preferred && other.preferred;
  const isExact = one.text.normalize() === other.text.normalize();
  if (isExact && arePreferred) return { grade: 'exact', score: 1 };
  if (isExact || (one.name.normalised !== '' && one.name.normalised === other.name.normalised)) {
    // What two letters stand for depends on who reads them.
    const isShort = one.name.normalised.length <= 3;
    if (!arePreferred) return { grade: 'alternative', score: isShort ? 0.7 : 0.93 };
    return { grade: 'normalised', score: 0.97 };
  }
  return { grade: 'similar', score: 0.9 * similarity(one.name, other.name, weight) };
}
