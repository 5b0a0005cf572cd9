import type { Quad } from '@rdfjs/types';
import { Dataset } from '../../graph/dataset.ts';
import { readingBack } from '../../graph/read-back.ts';
import { shorten } from '../../graph/shorten.ts';
import { turtlePieces } from '../../graph/write.ts';
import type { Config } from '../../project/config.ts';
import type { Loaded } from '../../project/load.ts';
import { textOf } from '../export-file.ts';
import { framedFile, type Framer } from '../framed-file.ts';
import type { ContextDocument } from '../json-ld.ts';
import { ownScribe } from '../own-scribe.ts';
import { describeAsDcat } from './dcat.ts';
import { gatherFacts } from './facts.ts';
import type { DescribedFile, TextFile } from './file.ts';
import { describeAsSchemaOrg, schemaOrgContext, schemaOrgFrame } from './schema-org.ts';
import { countStatistics } from './statistics.ts';
import { prefixes } from './terms.ts';
import { describeAsVoid } from './void.ts';

/**
 * The description of a data set, from its triples, what `data/dataset.ttl` says of it, the settings of its project and
 * the files that it can be had as: `void.ttl`, `dcat.ttl`, the same as `dcat.jsonld`, and `schema-org-dataset.jsonld`.
 * What nobody has said is a placeholder on `example.org`; `missingFrom` tells what.
 * @throws Failure 3 where `data/dataset.ttl` describes more than one data set.
 */
export async function describeDataset(
  files: readonly DescribedFile[],
  data: Pick<Loaded, 'dataset' | 'prefixes'>,
  config: Config,
  framer: Framer = ownScribe,
): Promise<TextFile[]> {
  const facts = gatherFacts(data.dataset, config);
  const statistics = countStatistics(data.dataset.union(), config.base);
  const allPrefixes = new Map(
    [...new Map([...data.prefixes, ...prefixes])].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const dcat = describeAsDcat(facts, files, config.base);
  const schemaOrg = describeAsSchemaOrg(facts, files);
  const void_ = describeAsVoid(facts, statistics, files, config.base, (each) => fragment(each, allPrefixes));
  return [
    asTurtle('void.ttl', void_, allPrefixes),
    asTurtle('dcat.ttl', dcat, allPrefixes),
    ...(await Promise.all([
      asJsonLd('dcat', dcat, framer, dcatContext),
      asJsonLd('schema-org-dataset', schemaOrg, framer, schemaOrgContext, schemaOrgFrame),
    ])),
  ];
}

function asTurtle(name: string, quads: readonly Quad[], known: ReadonlyMap<string, string>): TextFile {
  const text = [...readingBack(turtlePieces(quads, known), 'text/turtle', name)].join('');
  return { name, text, triples: new Dataset(quads).size };
}

async function asJsonLd(
  name: string,
  quads: readonly Quad[],
  framer: Framer,
  context: ContextDocument,
  frame?: object,
): Promise<TextFile> {
  const answer = { name, quads, context, frame, file: `${name}.jsonld` };
  const file = await framedFile(answer, 'jsonld', framer);
  return { name: file.name, text: await textOf(file), triples: new Dataset(quads).size };
}

/** An IRI as part of another: short where a prefix makes it so. */
function fragment(iri: string, known: ReadonlyMap<string, string>): string {
  const short = shorten(iri, known);
  return short === iri ? encodeURIComponent(iri) : short;
}

/** Names of the files of a description, each graph once. */
export const descriptionFiles: readonly string[] = ['void.ttl', 'dcat.ttl', 'schema-org-dataset.jsonld'];

const dcatContext = { '@context': { ...Object.fromEntries(prefixes), id: '@id', type: '@type' } };
