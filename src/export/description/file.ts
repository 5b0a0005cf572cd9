import { createHash } from 'node:crypto';
import type { NamedNode } from '@rdfjs/types';
import { iri } from '../../graph/terms.ts';
import type { LanguageMap } from '../../graph/language-map.ts';
import { authority } from './authorities.ts';

/** A file to write, by its name. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
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

interface Form {
  readonly mediaType: string;
  /** Whether the media type is registered with IANA. */
  readonly isRegistered: boolean;
  /** Code in the European table of file types. */
  readonly fileType?: string;
}

/** The forms that files come in, by the endings of their names. */
const forms: Readonly<Record<string, Form>> = {
  csv: { mediaType: 'text/csv', isRegistered: true, fileType: 'CSV' },
  jsonl: { mediaType: 'application/jsonl', isRegistered: false },
  jsonld: { mediaType: 'application/ld+json', isRegistered: true, fileType: 'JSON_LD' },
  nq: { mediaType: 'application/n-quads', isRegistered: true, fileType: 'RDF_N_QUADS' },
  nt: { mediaType: 'application/n-triples', isRegistered: true, fileType: 'RDF_N_TRIPLES' },
  trig: { mediaType: 'application/trig', isRegistered: true, fileType: 'RDF_TRIG' },
  tsv: { mediaType: 'text/tab-separated-values', isRegistered: true, fileType: 'TSV' },
  ttl: { mediaType: 'text/turtle', isRegistered: true, fileType: 'RDF_TURTLE' },
};

/** The address of a media type in IANA's registry; undefined for one that is not registered. */
export const ianaType = (mediaType: string): NamedNode | undefined =>
  mediaType === 'application/gzip' || formOf(mediaType)?.isRegistered
    ? iri(`https://www.iana.org/assignments/media-types/${mediaType}`)
    : undefined;

/** The European file type of a media type. */
export function fileType(mediaType: string): NamedNode | undefined {
  const code = formOf(mediaType)?.fileType;
  return code === undefined ? undefined : authority('file-type', code);
}

const formOf = (mediaType: string) => Object.values(forms).find((form) => form.mediaType === mediaType);

const whole: LanguageMap = { nl: 'De hele dataset', en: 'The whole data set' };

/** Measures a file as it is written. The name of a file with the whole data set is `dataset`, with an ending. */
export function describedFile(file: TextFile, summary?: LanguageMap): DescribedFile {
  const bytes = Buffer.from(file.text, 'utf8');
  const isWhole = /^dataset\.\w+$/.test(file.name);
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1);
  return {
    name: file.name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: forms[ending]?.mediaType ?? 'application/octet-stream',
    isWhole,
    summary: summary ?? (isWhole ? whole : undefined),
  };
}
