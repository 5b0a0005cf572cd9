import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { type Result, type Shape, Validator } from 'shacl-engine';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { termKey, vocabulary } from '../../src/graph/terms.ts';
import { environment } from '../../src/validate/environment.ts';
import { pathName } from '../../src/validate/path.ts';
import { validateShapes } from '../../src/validate/shapes.ts';
import { ownGraph, turtle } from '../support.ts';
import { dataFor } from './data-for-shapes.ts';
import { graphIn, suiteFolder } from './support.ts';

/** A result, as far as the two engines name its parts alike. */
interface Comparable {
  readonly focus: Term;
  readonly path: string | undefined;
  readonly value: Term | undefined;
  readonly component: string;
  readonly shape: Term;
}

/** Where the oracle is wrong: literals that it takes to be of their datatype or not, and why that is wrong. */
const differences: readonly { reason: string; text: string; datatype: string; isOurs: boolean }[] = [
  {
    reason: 'it takes no character beyond U+FFFF for one of xsd:string, and XML has those (XSD 1.1 §3.3.1)',
    text: '𝄞',
    datatype: 'http://www.w3.org/2001/XMLSchema#string',
    isOurs: true,
  },
  {
    reason: 'it takes 31 February for a date, and no date has that value (XSD 1.1 §3.3.9)',
    text: '2024-02-31',
    datatype: 'http://www.w3.org/2001/XMLSchema#date',
    isOurs: false,
  },
];

/** Whether a result that only one of the two has comes from a known difference. */
const isKnown = ({ value }: Comparable): boolean =>
  value?.termType === 'Literal' &&
  differences.some(({ text, datatype }) => value.value === text && value.datatype.value === datatype);

/**
 * shacl-engine, without its memory: what it has held against a shape within another it does not look at again,
 * and takes for conforming.
 */
class Oracle extends Validator {
  override shape(pointer: object): Shape | null {
    const shape = super.shape(pointer);
    if (shape) shape.validate = (context) => shape.shapeValidator.validate(context);
    return shape;
  }
}

async function theirs(data: Dataset, shapes: Dataset): Promise<Comparable[]> {
  // It looks up subclasses among the shapes.
  const classes = data.match(null, vocabulary.rdfs.subClassOf);
  const oracle = new Oracle(new Dataset([...shapes, ...classes]), { factory: environment });
  const { results } = await oracle.validate({ dataset: new Dataset(data.union()) });
  return results.map(({ focusNode, path, value, constraintComponent, shape }) => ({
    focus: focusNode.term,
    path: path ? pathOf(path) : undefined,
    value: value?.term,
    component: constraintComponent.value,
    shape: shape.ptr.term,
  }));
}

/** A path of steps as SPARQL writes it; a plain property as its IRI. */
function pathOf(steps: NonNullable<Result['path']>): string {
  const [only] = steps;
  if (steps.length === 1 && only!.start === 'subject' && only!.predicates.length === 1)
    return only!.predicates[0]!.value;
  return steps
    .map(({ start, predicates }) => {
      const names = predicates.map(({ value }) => `<${value}>`).join('|');
      return start === 'object' ? `^${names}` : names;
    })
    .join('/');
}

const ours = (data: Dataset, shapes: Dataset): Comparable[] =>
  validateShapes(data, shapes).map((result) => ({
    ...result,
    path: result.path && pathName(result.path),
    value: result.value,
  }));

const asLine = ({ focus, path, value, component, shape }: Comparable): string =>
  [termKey(focus), path ?? '–', value ? termKey(value) : '–', component, termKey(shape)].join(' | ');

/** How many results were compared. */
let compared = 0;

/** Both engines find the same results, each as often, but for what is known of the oracle. */
async function compare(data: Dataset, shapes: Dataset): Promise<void> {
  const lines = (results: readonly Comparable[]) => results.map(asLine).sort();
  const [found, expected] = [ours(data, shapes), await theirs(data, shapes)];
  compared += found.length;
  // Where nothing differs, nothing need be known.
  if (lines(found).join('\n') === lines(expected).join('\n')) return;
  const unknown = (results: readonly Comparable[]) => lines(results.filter((result) => !isKnown(result)));
  expect(unknown(found)).toEqual(unknown(expected));
}

/** schema.org's context as far as the examples need it, which is not fetched. */
const schemaOrg = {
  '@vocab': 'https://schema.org/',
  ...Object.fromEntries(
    ['sameAs', 'url', 'contentUrl', 'license', 'additionalType'].map((key) => [key, { '@type': '@id' }]),
  ),
};

/** The examples of SCHEMA-AP-NDE, the files of all suites, and the graph of this repository. */
async function realData(folders: readonly string[]): Promise<Dataset> {
  const files = (folder: string, ending: RegExp) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      ending.test(name) ? [join(folder, name)] : [],
    );
  const examples = folders.flatMap((folder) => files(folder, /examples\/.*\.jsonld$/));
  const parsed = await Promise.all(
    examples.map((path) => {
      const text = readFileSync(path, 'utf8');
      return parse(text.replace('"https://schema.org"', JSON.stringify(schemaOrg)), { path });
    }),
  );
  const graphs = await Promise.all(folders.flatMap((folder) => files(folder, /\.ttl$/)).map(graphIn));
  const { dataset } = await ownGraph();
  return new Dataset([
    ...parsed.flatMap(({ quads }) => quads),
    ...graphs.flatMap((graph) => [...graph]),
    ...dataset,
  ]);
}

describe('rdf-validate-shacl as we run it and shacl-engine agree on', () => {
  const folders = ['dcat-ap', 'dcat-ap-nl', 'schema-ap-nde'].flatMap((name) => suiteFolder(name) ?? []);
  const graphs = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.ttl$/.test(name))
      .sort()
      .map((name) => ({ name: join(folder.split('/').at(-1)!, name), path: join(folder, name) })),
  );
  if (graphs.length === 0) return;

  it.each(graphs)('$name over generated data', async ({ path }) => {
    const shapes = await graphIn(path);
    await fc.assert(
      fc.asyncProperty(dataFor(shapes), (data) => compare(data, shapes)),
      { seed: 20260801, numRuns: 40 },
    );
  });

  const real = realData(folders);
  it.each(graphs)('$name over real data', async ({ path }) => {
    await compare(await real, await graphIn(path));
  });

  it('more than 10 000 results in all', () => {
    expect(compared).toBeGreaterThan(10_000);
  });
});

describe('of shacl-engine it is known that', () => {
  // When this fails, the difference is gone: take it off the list.
  it.each(differences)('$reason', async ({ text, datatype, isOurs }) => {
    const shapes = await turtle(`@prefix sh: <http://www.w3.org/ns/shacl#> .
      :S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype <${datatype}> ] .`);
    const data = await turtle(`:a :p "${text}"^^<${datatype}> .`);
    expect(ours(data, shapes).length === 0).toBe(isOurs);
    expect((await theirs(data, shapes)).length === 0).toBe(!isOurs);
  });
});
