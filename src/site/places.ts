import type { Term } from '@rdfjs/types';
import type { RecordedText } from '../evidence/anchors.ts';
import { linesOf, passageIn } from '../evidence/passage.ts';
import type { Range, SourceText } from '../evidence/source-text.ts';

/** The text of a report as the site shows it. */
export interface ShownText {
  readonly recorded: RecordedText;
  /** How many characters it has, or at least how many the graph speaks of. */
  readonly length: number;
  /** Absent where the text was not there. */
  readonly source: SourceText | undefined;
  /** Whether its words may be shown. */
  readonly isOpen: boolean;
}

/** A place in a text. */
export interface Place extends Range {
  readonly node: Term;
  readonly digest: string;
  readonly text: ShownText;
  /** Index of the paragraph that it lies in. */
  readonly paragraph: number | undefined;
  /** Whether the digest is that of the text; undefined where the text was not there. */
  readonly holds: boolean | undefined;
  /** Lines, counted from 1; absent where the text was not there. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
}

export type PlaceOf = (node: Term) => Place | undefined;

/** The places of texts by the anchors that point at them. */
export function indexPlaces(texts: readonly ShownText[]): PlaceOf {
  const places = new Map<string, Place>();
  for (const text of texts)
    for (const { node, start, end, digest } of text.recorded.anchors) {
      const range = { start, end };
      places.set(node.value, {
        node,
        start,
        end,
        digest,
        text,
        paragraph: paragraphAt(text.recorded, range),
        holds: text.source && text.source.digest(range) === digest,
        lines: text.source && linesOf(text.source, range),
      });
    }
  return (node) => places.get(node.value);
}

function paragraphAt({ paragraphs }: RecordedText, { start }: Range): number | undefined {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low > 0 && start < paragraphs[low - 1]!.end ? low - 1 : undefined;
}

/** A text with what is known of it. */
export function shownText(
  recorded: RecordedText,
  source: SourceText | undefined,
  withSources: boolean,
): ShownText {
  const last = recorded.anchors.reduce((most, { end }) => Math.max(most, end || 0), 0);
  return { recorded, source, length: source?.length ?? last, isOpen: withSources && source !== undefined };
}

/** The words of a place with some around them; undefined where they may not be shown. */
export const wordsOf = (place: Place, around = 120): ReturnType<typeof passageIn> | undefined =>
  place.text.isOpen && place.text.source ? passageIn(place.text.source, place, around) : undefined;
