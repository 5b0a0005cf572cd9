import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../src/graph/dataset.ts';
import { parse } from '../src/graph/parse.ts';
import { iri } from '../src/graph/terms.ts';
import { readQueries } from '../src/query/library.ts';
import { runCheck } from '../src/validate/checks.ts';
import { filesBelow, ownGraph, ownProject, root, textOf } from './support.ts';

const checks = await readQueries(ownProject(), 'checks');
const folder = 'test/queries/checks';

// Where checks speak of graphs, an example is TriG and names them.
const exampleOf = (check: string, name: string): string =>
  ['ttl', 'trig']
    .map((ending) => `${folder}/${check}/${name}.${ending}`)
    .find((path) => existsSync(join(root, path))) ?? `${folder}/${check}/${name}.ttl`;

const expectedIn = (text: string): string[] =>
  [...text.matchAll(/^#\+ expect: (.+)$/gm)].map((match) => match[1]!).sort();

/** The example together with the ontology, as a project with this base would load them. */
async function withOntology(path: string): Promise<Dataset> {
  const graph = iri('https://example.org/graph/ontology');
  const dataset = new Dataset((await parse(textOf(path), { path, base: 'https://example.org/' })).quads);
  for (const file of filesBelow('ontology', /\.ttl$/))
    for (const quad of (await parse(textOf(file), { path: file, base: 'https://example.org/', graph })).quads)
      dataset.add(quad);
  return dataset;
}

describe.each(checks.map((check) => ({ name: check.name, check })))('the check $name', ({ name, check }) => {
  it('has nothing to say about the conforming example', async () => {
    expect(await runCheck(await withOntology(exampleOf(name, 'conforming')), check)).toEqual([]);
  });

  it('finds each offence in the broken example', async () => {
    const path = exampleOf(name, 'broken');
    const found = await runCheck(await withOntology(path), check);
    expect(expectedIn(textOf(path))).not.toEqual([]);
    expect([...new Set(found.map(({ focus }) => focus.value))].sort()).toEqual(expectedIn(textOf(path)));
  });

  it('finds no violation in the data of the project', async () => {
    const { dataset } = await ownGraph();
    const found = await runCheck(dataset, check);
    expect(found.filter(({ severity }) => severity === 'violation')).toEqual([]);
  });
});

describe('the checks', () => {
  it('have examples, and the examples a check', () => {
    const folders = new Set(filesBelow(folder, /\.(ttl|trig)$/).map((path) => path.split('/').at(-2)!));
    expect([...folders].sort()).toEqual(checks.map(({ name }) => name));
  });

  it('name the data of no one project', () => {
    const terms = /<https:\/\/w3id\.org\/meent\/(ns#|term\/(attribution|framing)\/)>/g;
    const naming = checks.filter(({ sparql }) => sparql.replace(terms, '').includes('w3id.org/meent/'));
    expect(naming.map(({ name }) => name)).toEqual([]);
  });
});
