import type { WrittenFile } from './export-file.ts';

/** Where the manifest stands in a published folder. */
export const manifestName = 'manifest.json';

/** A file as a manifest lists it. */
export type ListedFile = Pick<WrittenFile, 'name' | 'mediaType' | 'bytes' | 'sha256' | 'triples'>;

/** What a published folder holds; `manifest.schema.json` describes it. */
export interface Manifest {
  readonly schemaVersion: 1;
  /** SHA-256 of the JSON-LD context of the exports, as it stands in `ontology/context.jsonld`; hexadecimal. */
  readonly contextSha256: string;
  /** By name. */
  readonly files: readonly ListedFile[];
}

/** Terms of others that say the same, so that the manifest is JSON-LD as well. */
const context = {
  '@version': 1.1,
  files: 'https://schema.org/hasPart',
  name: 'https://schema.org/name',
  mediaType: 'https://schema.org/encodingFormat',
  bytes: 'http://www.w3.org/ns/dcat#byteSize',
  sha256: 'https://schema.org/sha256',
  triples: 'http://rdfs.org/ns/void#triples',
};

/** The manifest of files that were written, as a file. */
export function manifestOf(written: readonly WrittenFile[], contextSha256: string) {
  const files = written
    .map(({ name, mediaType, bytes, sha256, triples }) => ({ name, mediaType, bytes, sha256, triples }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest: Manifest = { schemaVersion: 1, contextSha256, files };
  return {
    name: manifestName,
    pieces: [`${JSON.stringify({ '@context': context, ...manifest }, null, 2)}\n`],
  };
}
