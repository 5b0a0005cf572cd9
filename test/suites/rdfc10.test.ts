import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Quad } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import {
  canonicalForm,
  canonicalNQuads,
  type CanonicalOptions,
  canonicalQuads,
} from '../../src/graph/canonical.ts';
import { parseNQuads } from '../../src/graph/parse-nquads.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';
import { addressOf, graphIn, mf, Reader, suiteFolder } from './support.ts';

const rdfc = 'https://w3c.github.io/rdf-canon/tests/vocab#';

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly action: string;
  readonly result: string;
  readonly options: CanonicalOptions;
}

async function casesIn(folder: string): Promise<Case[]> {
  const path = join(folder, 'manifest.ttl');
  const manifest = new Reader(await graphIn(path));
  const entries = manifest.list(manifest.one(iri(addressOf(join(folder, 'manifest'))), `${mf}entries`));
  return entries.map((entry) => {
    const text = (property: string) => manifest.one(entry, property)?.value ?? '';
    const file = (property: string) => (text(property) ? fileURLToPath(text(property)) : '');
    return {
      name: `${entry.value.replace(/^.*#/, '')}: ${text(`${mf}name`)}`,
      kind: text(vocabulary.rdf.type.value).slice(rdfc.length),
      action: file(`${mf}action`),
      result: file(`${mf}result`),
      options: text(`${rdfc}hashAlgorithm`) === 'SHA384' ? { digest: 'sha384' } : {},
    };
  });
}

const quadsIn = async (path: string): Promise<readonly Quad[]> =>
  (await parse(readFileSync(path, 'utf8'), { path, base: 'urn:' })).quads;

/** The canonical name of each blank node, by the label that it has in the file. */
async function namesIn(quads: readonly Quad[], options: CanonicalOptions): Promise<Record<string, string>> {
  const named = await canonicalQuads(quads, options);
  const names = [...new Dataset(quads)].flatMap((quad, index) =>
    (['subject', 'object', 'graph'] as const).flatMap((part) =>
      quad[part].termType === 'BlankNode'
        ? // The parser puts the number of the document before the label.
          [[quad[part].value.replace(/^b\d+_/, ''), named[index]![part].value] as const]
        : [],
    ),
  );
  return Object.fromEntries(names);
}

describe('the W3C suite for RDFC-1.0', async () => {
  const folder = suiteFolder('rdf-canon');
  if (!folder) return;
  const cases = await casesIn(folder);

  it('is there as a whole: 64 forms, 21 maps and one graph that is to be refused', () => {
    const kinds = Object.groupBy(cases, ({ kind }) => kind);
    expect(Object.fromEntries(Object.entries(kinds).map(([kind, each]) => [kind, each!.length]))).toEqual({
      RDFC10EvalTest: 64,
      RDFC10MapTest: 21,
      RDFC10NegativeEvalTest: 1,
    });
  });

  it.each(cases)('$name', async ({ kind, action, result, options }) => {
    const quads = await quadsIn(action);
    if (kind === 'RDFC10NegativeEvalTest')
      await expect(canonicalNQuads(quads, options)).rejects.toMatchObject({ name: 'Failure', code: 6 });
    else if (kind === 'RDFC10MapTest')
      expect(await namesIn(quads, options)).toEqual(JSON.parse(readFileSync(result, 'utf8')));
    else expect(await canonicalNQuads(quads, options)).toBe(readFileSync(result, 'utf8'));
  });

  it.each(cases.filter(({ kind, options }) => kind === 'RDFC10EvalTest' && !options.digest))(
    '$name, with the names that its text has',
    async ({ action, result }) => {
      expect(await canonicalForm(parseNQuads(readFileSync(action, 'utf8')))).toBe(
        readFileSync(result, 'utf8'),
      );
    },
  );
});
