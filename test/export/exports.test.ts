import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJsonLd } from '../../src/export/json-ld.ts';
import type { Failure } from '../../src/failure.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { type Loaded, loadData } from '../../src/project/load.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { evaluate } from '../../src/query/engine.ts';
import { readQueries } from '../../src/query/library.ts';
import { orchard, orchardWith } from '../cli/support.ts';
import { shuffled } from '../random.ts';
import { root, textOf } from '../support.ts';
import { exportsOf } from './support.ts';

// After a change of a query or frame: `npx vitest run test/export -u`, then read the difference.
const expected = join(root, 'test/export/expected');
const project = openProject(join(root, orchard));
const queries = await readQueries(project, 'exports');
let data: Loaded;
let files: Record<string, string>;

beforeAll(async () => {
  data = await loadData(project);
  files = await exportsOf(project, data);
});

const fileOf = (name: string) => files[name]!;

// The lists of the ontology are not the orchard's: a change of a definition is no change here.
// Nor is one of the context, which every export repeats.
it.each(queries.map(({ name }) => `${name}.jsonld`).filter((name) => name !== 'terms.jsonld'))(
  'the export %s is the context and then the expected file, to the byte',
  async (name) => {
    const { '@context': context, ...rest } = JSON.parse(fileOf(name)) as Record<string, unknown>;
    expect(fileOf(name)).toBe(`${JSON.stringify({ '@context': context, ...rest }, null, 2)}\n`);
    expect({ '@context': context }).toEqual(JSON.parse(textOf('ontology/context.jsonld')));
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(join(expected, name));
  },
);

it('every expected file is an export', () => {
  const names = Object.keys(files);
  expect(readdirSync(expected).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(queries.map(({ name, sparql }) => ({ name, sparql })))(
  'the export $name',
  ({ name, sparql }) => {
    it('reads back as the triples of its query, and as no other', async () => {
      const answer = await evaluate(sparql, data.dataset, { path: name });
      const quads = answer.form === 'CONSTRUCT' ? answer.quads : [];
      expect(await canonicalJsonLd(fileOf(`${name}.jsonld`))).toBe(await canonicalNQuads(quads));
    });

    it('stands on its own: it has its context, and fetches none', () => {
      const document = JSON.parse(fileOf(`${name}.jsonld`)) as { '@context': object };
      expect(Object.keys(document)[0]).toBe('@context');
      expect(document['@context']).toBeTypeOf('object');
      expect(JSON.stringify(document['@context'])).not.toContain('@import');
    });
  },
);

describe('the exports', () => {
  it('have the same bytes whatever the order of files and triples, and the names of blank nodes', async () => {
    const nodes = new Dataset([...data.dataset, ...(await blankNodes())]);
    const prefixes = data.prefixes;
    const once = await exportsOf(project, { ...data, dataset: nodes });
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const quads = shuffled([...data.dataset, ...(await blankNodes())], seed);
        const again = await exportsOf(project, {
          ...data,
          dataset: new Dataset(quads),
          prefixes: new Map(shuffled([...prefixes], seed)),
        });
        expect(again).toEqual(once);
      }),
      { seed: 20261124, numRuns: 3 },
    );
  });

  it('hold the whole dataset three times: as N-Quads, as TriG and, graphs put together, as Turtle', async () => {
    const read = async (name: string) =>
      canonicalNQuads((await parse(fileOf(name), { path: name, base: 'urn:' })).quads);
    expect(fileOf('dataset.nq')).toBe(await canonicalNQuads(data.dataset));
    expect(await read('dataset.nq')).toBe(fileOf('dataset.nq'));
    expect(await read('dataset.trig')).toBe(fileOf('dataset.nq'));
    expect(await read('dataset.ttl')).toBe(await canonicalNQuads(data.dataset.union()));
  });
});

/** Blank nodes that look much alike, labelled anew each time. */
const blankNodes = async () =>
  (
    await parse(
      '<urn:x> <urn:p> [ <urn:p> [ <urn:q> 1 ] ] , [ <urn:p> [ <urn:q> 1.0 ] , [ <urn:q> "1"@nl ] ] .',
      { path: 'blank.ttl', base: 'urn:' },
    )
  ).quads;

describe('an export', () => {
  const header = '#+ summary:\n#+   nl: Eigen\n#+   en: Own\n\n';
  const prefixes =
    'PREFIX : <https://w3id.org/meent/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ';

  /** The orchard with an export of its own. */
  function withExport(sparql: string, frame?: string): Project {
    const folder = orchardWith();
    mkdirSync(join(folder, 'queries/exports'), { recursive: true });
    writeFileSync(join(folder, 'queries/exports/own.rq'), header + prefixes + sparql);
    if (frame) writeFileSync(join(folder, 'queries/exports/own.frame.jsonld'), frame);
    return openProject(folder);
  }

  const failureOf = (own: Project) =>
    exportsOf(own, data).then(
      () => undefined,
      (failure: Failure) => failure,
    );

  it.each([
    ['does not match what was asked', '{ "@type": "Value" }'],
    ['embeds less than was asked', '{ "@type": "Claim", "@explicit": true, "framing": {} }'],
  ])('whose frame %s is refused, and the first triple that is lost is named', async (_, frame) => {
    const failure = await failureOf(
      withExport('CONSTRUCT WHERE { ?claim a :Claim ; rdfs:label ?words }', frame),
    );
    expect(failure).toMatchObject({
      code: 70,
      message: expect.stringMatching(/does not give back what its query answered: \d+ triples are lost/),
      hint: expect.stringMatching(/^The first is: <https:\/\/example\.org\/id\/report\/\S+> <\S+> /),
      file: expect.stringMatching(/queries\/exports\/own\.frame\.jsonld$/),
    });
  });

  it('with a number that JSON-LD would write in another way is refused', async () => {
    const double = '"1.0"^^<http://www.w3.org/2001/XMLSchema#double>';
    const failure = await failureOf(withExport(`CONSTRUCT { ?x <urn:p> ${double} } { ?x a :Value }`));
    expect(failure).toMatchObject({
      code: 70,
      hint: expect.stringContaining(double),
      file: expect.stringMatching(/queries\/exports\/own\.rq$/),
    });
  });

  it('of a project replaces the one of the package that has its name, and stands beside the others', async () => {
    const folder = orchardWith();
    mkdirSync(join(folder, 'queries/exports'), { recursive: true });
    const sparql = `${header}${prefixes}CONSTRUCT { ?value a :Value } { ?value a :Value }`;
    writeFileSync(join(folder, 'queries/exports/values.rq'), sparql);
    const made = await exportsOf(openProject(folder), data);
    expect(Object.keys(made)).toEqual(Object.keys(files));
    const { '@context': _, ...own } = JSON.parse(made['values.jsonld']!);
    expect(own).toEqual({ '@graph': [{ id: 'https://example.org/id/value/sharing', type: 'Value' }] });
  });
});
