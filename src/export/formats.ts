/** The forms that a graph can be exported in, named by the endings of their files. */
export const exportFormats = ['jsonld', 'jsonl', 'ttl', 'trig', 'nq', 'csv', 'tsv'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What is written where nobody asks for other forms. */
export const usualFormats: readonly ExportFormat[] = ['jsonld', 'ttl', 'trig', 'nq'];

/** Media types by the ending of a file's name. */
export const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  htaccess: 'text/plain',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  nq: 'application/n-quads',
  nt: 'application/n-triples',
  rq: 'application/sparql-query',
  svg: 'image/svg+xml',
  trig: 'application/trig',
  tsv: 'text/tab-separated-values',
  ttl: 'text/turtle',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** The media type of a file, by its ending. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
