import type { LanguageMap } from '../graph/language-map.ts';

/** A file to publish. */
export interface ExportFile {
  /** Its path in the output folder, with `/` between the parts. */
  readonly name: string;
  /** How many triples it holds, or quads where it keeps graphs apart; none where it holds other things. */
  readonly triples?: number | undefined;
  /** What it holds of the data set, for people; none where it holds something else. */
  readonly summary?: LanguageMap | undefined;
  /** Its text in pieces, made when they are asked for; to be gone through once. */
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** A file as it was written. */
export interface WrittenFile extends Pick<ExportFile, 'name' | 'triples' | 'summary'> {
  readonly mediaType: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** Files in the order in which they are to be written. */
export type Files = Iterable<ExportFile> | AsyncIterable<ExportFile>;

/** The text of a file, whole. */
export async function textOf({ pieces }: ExportFile): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
