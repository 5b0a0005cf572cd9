import { createHash } from 'node:crypto';

export interface Range {
  /** First code point of the passage, counted from 0. */
  readonly start: number;
  /** The code point after the last. */
  readonly end: number;
}

/**
 * The text that a report's anchors point into. Positions are Unicode code points, as the Web
 * Annotation Data Model wants (§4.2.5): not UTF-16 units, not bytes.
 */
export class SourceText {
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
  readonly #points: readonly string[] | undefined;

  constructor(text: string) {
    this.text = text;
    const points = Array.from(text);
    this.length = points.length;
    // Only a text with characters outside the BMP has code points that are not UTF-16 units.
    this.#points = points.length === text.length ? undefined : points;
  }

  /** The passage itself, unchanged. */
  slice({ start, end }: Range): string {
    return this.#points ? this.#points.slice(start, end).join('') : this.text.slice(start, end);
  }

  /** Position in code points of a position in UTF-16 units. */
  pointAt(unit: number): number {
    return this.#points ? Array.from(this.text.slice(0, unit)).length : unit;
  }

  /** The value of `meent:textDigest` for a passage. */
  digest(range: Range): string {
    return `sha256-${sha256(this.slice(range))}`;
  }

  /** The value of `schema:sha256` for the whole text. */
  get sha256(): string {
    return sha256(this.text);
  }
}

/** SHA-256 over the UTF-8 bytes of a string, in lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
