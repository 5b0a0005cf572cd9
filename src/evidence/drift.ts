import type { Anchor, RecordedText } from './anchors.ts';
import { findDigests } from './find-digests.ts';
import type { Range, SourceText } from './source-text.ts';
import { type FormChange, formsOf } from './text-form.ts';

/** An anchor that points at something else than when it was set. */
export interface Move {
  readonly anchor: Anchor;
  /** Where its words stand now, in the order of the text; more than one place has the same words, or none. */
  readonly places: readonly Range[];
}

/** How a text differs from the one that its anchors were set on. */
export interface Drift {
  /** Whether the text itself is another than the recorded one. */
  readonly textChanged: boolean;
  /** What makes the text the recorded one again, where its words are the same; undefined where they are not. */
  readonly form: readonly FormChange[] | undefined;
  /** In the order of the anchors in the text. */
  readonly moves: readonly Move[];
  /** Whether all of the text was looked at for anchors without a place. */
  readonly complete: boolean;
}

export interface DriftOptions {
  /** How many digests to make at most for each form of the text; half a million take about two seconds. */
  readonly limit?: number;
}

/** Whether an anchor's place lies in the text. */
export const inside = ({ start, end }: Range, source: SourceText): boolean =>
  start >= 0 && start < end && end <= source.length;

/** Whether at an anchor's place still stands what stood there when it was set. */
export const holds = (anchor: Anchor, source: SourceText): boolean =>
  inside(anchor, source) && source.digest(anchor) === anchor.digest;

/**
 * Compares a text with the anchors that the graph records for it, and looks for the new places of
 * those that no longer hold; undefined where there is no drift. Nothing is moved: that is for a person.
 */
export function driftOf(
  recorded: RecordedText,
  source: SourceText,
  { limit = 500_000 }: DriftOptions = {},
): Drift | undefined {
  const textChanged = recorded.sha256 !== undefined && recorded.sha256 !== source.sha256;
  const lost = recorded.anchors.filter((anchor) => !holds(anchor, source)).sort(byPlace);
  if (!textChanged && lost.length === 0) return undefined;
  const forms = formsOf(source);
  const same = forms.find((form) => form.source.sha256 === recorded.sha256);
  const placesOf = new Map<Anchor, readonly Range[]>();
  // Of a text whose words are the same, each place is known without looking.
  if (same)
    for (const anchor of lost) if (holds(anchor, same.source)) placesOf.set(anchor, [same.original(anchor)]);
  let complete = true;
  for (const form of same ? [same] : forms) {
    const sought = lost.filter((anchor) => !placesOf.has(anchor));
    if (sought.length === 0) break;
    const found = findDigests(form.source, sought, limit);
    complete &&= found.complete;
    for (const anchor of sought) {
      const places = found.places.get(anchor.digest);
      if (places) placesOf.set(anchor, places.map(form.original));
    }
  }
  const moves = lost.map((anchor) => ({ anchor, places: placesOf.get(anchor) ?? [] }));
  return { textChanged, form: same?.changes, moves, complete: complete || placesOf.size === lost.length };
}

const byPlace = (a: Range, b: Range): number => a.start - b.start || a.end - b.end;
