import { createHash } from 'node:crypto';
import type { NamedNode } from '@rdfjs/types';
import { iri } from '../../graph/terms.ts';
import type { LanguageMap } from '../../graph/language-map.ts';
import type { WrittenFile } from '../export-file.ts';
import { mediaTypeOf } from '../formats.ts';
import { authority } from './authorities.ts';

/** A file to write, by its name. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  /** How many triples it holds. */
  readonly triples?: number;
}

/** A file that the data set can be had as. */
export interface DescribedFile {
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** The media type of the content, under the compression if there is one. */
  readonly mediaType: string;
  /** The media type of the compression. */
  readonly compression?: string | undefined;
  /** Whether it holds all triples, not the answer of one query. */
  readonly isWhole: boolean;
  /** What it holds. */
  readonly summary?: LanguageMap | undefined;
}

/** Codes in the European table of file types, by media type. */
const fileTypes: Readonly<Record<string, string>> = {
  'application/ld+json': 'JSON_LD',
  'application/n-quads': 'RDF_N_QUADS',
  'application/n-triples': 'RDF_N_TRIPLES',
  'application/trig': 'RDF_TRIG',
  'text/csv': 'CSV',
  'text/tab-separated-values': 'TSV',
  'text/turtle': 'RDF_TURTLE',
};

/** The address of a media type in IANA's registry; undefined for one that is not registered, as that of JSON Lines. */
export const ianaType = (mediaType: string): NamedNode | undefined =>
  mediaType === 'application/gzip' || mediaType in fileTypes
    ? iri(`https://www.iana.org/assignments/media-types/${mediaType}`)
    : undefined;

/** The European file type of a media type. */
export function fileType(mediaType: string): NamedNode | undefined {
  const code = fileTypes[mediaType];
  return code === undefined ? undefined : authority('file-type', code);
}

const whole: LanguageMap = { nl: 'De hele dataset', en: 'The whole data set' };

/** Measures a file as it is written. The name of a file with the whole data set is `dataset`, with an ending. */
export function describedFile({ name, text }: TextFile, summary?: LanguageMap): DescribedFile {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return described({ name, mediaType: mediaTypeOf(name), bytes: bytes.length, sha256, summary });
}

/** The files of those that were written that hold the data set or something of it. */
export const describedAs = (written: readonly WrittenFile[]): DescribedFile[] =>
  written.filter(({ name, summary }) => summary ?? isWhole(name)).map(described);

const described = ({ name, bytes, sha256, mediaType, summary }: WrittenFile): DescribedFile => ({
  name,
  bytes,
  sha256,
  mediaType,
  isWhole: isWhole(name),
  summary: summary ?? (isWhole(name) ? whole : undefined),
});

const isWhole = (name: string) => /^dataset\.\w+$/.test(name);
