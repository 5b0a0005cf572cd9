import { canonicalQuads, hasBlankNode } from '../graph/canonical.ts';
import { readingBack } from '../graph/read-back.ts';
import { turtlePieces } from '../graph/write.ts';
import { canonicalPieces } from '../graph/write-nquads.ts';
import type { Loaded } from '../project/load.ts';
import type { ExportFile } from './export-file.ts';
import { type ExportFormat, mediaTypeOf } from './formats.ts';

/** The whole dataset, in the forms that are asked: N-Quads and TriG with its graphs, Turtle with the graphs put together. */
export async function dumps(
  { dataset, prefixes }: Pick<Loaded, 'dataset' | 'prefixes'>,
  formats: readonly ExportFormat[],
): Promise<ExportFile[]> {
  const asked = formats.filter((format) => format === 'nq' || format === 'trig' || format === 'ttl');
  if (asked.length === 0) return [];
  const quads = await canonicalQuads(dataset);
  // The dataset holds its triples without graphs anyway: made once more, they would take half the memory of the whole again.
  const triples = () => [
    ...[...dataset.union()].filter((triple) => !hasBlankNode(triple)),
    ...quads.filter(hasBlankNode),
  ];
  return asked.map((format) => {
    const name = `dataset.${format}`;
    const pieces =
      format === 'nq'
        ? canonicalPieces(quads)
        : format === 'ttl'
          ? turtlePieces(triples(), prefixes)
          : turtlePieces(quads, prefixes, { graphs: true });
    return {
      name,
      triples: format === 'ttl' ? dataset.union().size : quads.length,
      pieces: readingBack(pieces, mediaTypeOf(name), name),
    };
  });
}
