import type { Quad } from '@rdfjs/types';
import { exit, Failure } from '../failure.ts';
import { canonicalNQuads, canonicalQuads } from '../graph/canonical.ts';
import { parse } from '../graph/parse.ts';
import { readingBack } from '../graph/read-back.ts';
import { writeNestedTurtle } from '../graph/write.ts';
import { canonicalPieces } from '../graph/write-nquads.ts';
import type { OwnTerms } from './own-terms.ts';
import type { ExportFile } from './export-file.ts';
import { mediaTypeOf } from './formats.ts';
import { framedFile } from './framed-file.ts';
import { frameAndReadBack } from './framing.ts';

/**
 * The ontology and the shapes of a project, each as Turtle, JSON-LD and N-Triples; none of what it does not have.
 * @throws Failure 6 where blank nodes are too much alike, 70 where a file would not give back what it was made from.
 */
export async function ontologyFiles({ ontology, shapes }: OwnTerms): Promise<ExportFile[]> {
  return [...(await filesOf('ontology', ontology)), ...(await filesOf('shapes', shapes))];
}

async function filesOf(name: string, { dataset, prefixes }: OwnTerms['ontology']): Promise<ExportFile[]> {
  const quads = await canonicalQuads(dataset.union());
  if (quads.length === 0) return [];
  const nt = `${name}.nt`;
  // JSON-LD knows no empty prefix.
  const named = [...prefixes].filter(([prefix]) => prefix !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  const context = { '@context': { ...Object.fromEntries(named), id: '@id', type: '@type' } };
  const answer = { name, quads, context, file: `${name}.jsonld` };
  return [
    { name: `${name}.ttl`, triples: quads.length, pieces: [await asTurtle(`${name}.ttl`, quads, prefixes)] },
    await framedFile(answer, 'jsonld', { frame: frameAndReadBack }),
    { name: nt, triples: quads.length, pieces: readingBack(canonicalPieces(quads), mediaTypeOf(nt), nt) },
  ];
}

/** Blank nodes stand inside what refers to them, so that a small change of the ontology is a small change of the text. */
async function asTurtle(
  name: string,
  quads: readonly Quad[],
  prefixes: ReadonlyMap<string, string>,
): Promise<string> {
  const text = writeNestedTurtle(quads, prefixes);
  const { quads: found } = await parse(text, { path: name });
  if ((await canonicalNQuads(found)) !== (await canonicalNQuads(quads)))
    throw new Failure(exit.bug, `What would be written to ${name} says other things than it was made from`);
  return text;
}
