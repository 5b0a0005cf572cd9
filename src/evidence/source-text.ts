import { hash } from 'node:crypto';

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
  /** Where in the string each code point begins, and the string ends; absent where that is the same number. */
  readonly #units: Uint32Array | undefined;

  constructor(text: string) {
    this.text = text;
    const points = Array.from(text);
    this.length = points.length;
    if (points.length === text.length) return;
    const units = new Uint32Array(points.length + 1);
    for (const [index, point] of points.entries()) units[index + 1] = units[index]! + point.length;
    this.#units = units;
  }

  /** The passage itself, unchanged. */
  slice({ start, end }: Range): string {
    return this.text.slice(this.#unitAt(start), this.#unitAt(end));
  }

  #unitAt(point: number): number {
    return this.#units ? this.#units[Math.min(point, this.length)]! : point;
  }

  /** Position in code points of a position in UTF-16 units. */
  pointAt(unit: number): number {
    if (!this.#units) return unit;
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#units[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return low;
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
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
