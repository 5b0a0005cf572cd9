import type { Term } from '@rdfjs/types';
import { parseNQuads } from '../graph/parse-nquads.ts';

/** The names of columns and the terms of SPARQL 1.1 Query Results TSV (§4), as this program writes them. */
export function readTsv(text: string): { columns: string[]; rows: (Term | undefined)[][] } {
  const [head = '', ...lines] = text.split('\n').slice(0, -1);
  const cells = lines.map((line) => line.split('\t'));
  // A term of TSV is one of N-Quads: each as the object of a quad whose subject says where it stands.
  const quads = cells.flatMap((row, y) =>
    row.flatMap((cell, x) => (cell ? [`<urn:${y}.${x}> <urn:is> ${cell} .\n`] : [])),
  );
  const terms = new Map(parseNQuads(quads.join('')).map(({ subject, object }) => [subject.value, object]));
  return {
    columns: head.split('\t').map((column) => column.replace(/^\?/, '')),
    rows: cells.map((row, y) => row.map((_, x) => terms.get(`urn:${y}.${x}`))),
  };
}
