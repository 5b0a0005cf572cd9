import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iri } from '../../src/graph/terms.ts';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { packageRoot } from '../../src/package.ts';
import { graphOf, openProject } from '../../src/project/project.ts';
import { findQuery, readQueries } from '../../src/query/library.ts';
import { newFolder } from '../cli/support.ts';
import { filesBelow, ownProject } from '../support.ts';

/** A project with these files, in a folder of its own. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [path, text] of Object.entries({ 'data/a.ttl': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const namesOf = (files: readonly { shown: string }[]) => files.map(({ shown }) => shown);
const header = '#+ summary:\n#+   nl: Wat?\n#+   en: What?\n';

describe('the graph of a file', () => {
  it.each([
    ['reports/orchard-evening/claims.ttl', 'graph/orchard-evening'],
    ['reports/orchard-evening/deeper/claims.ttl', 'graph/orchard-evening'],
    ['reports/orchard-evening.ttl', 'graph/orchard-evening'],
    ['reference/people.ttl', 'graph/reference'],
    ['reference/deeper/people.ttl', 'graph/reference'],
    ['enrichment/event.trig', 'graph/enrichment'],
    ['dataset.ttl', 'graph/dataset'],
    ['reports.ttl', 'graph/reports'],
    ['a.b.nq', 'graph/a.b'],
  ])('data/%s is %s', (path, graph) => {
    expect(graphOf(path.split('/').join(sep))).toBe(graph);
  });
});

describe('a project', () => {
  it('without anything of its own has the ontology, shapes, queries and context of the package', () => {
    const project = openProject(projectWith({}));
    const own = ownProject();
    const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);
    expect(paths(project.ontology)).toEqual(paths(own.ontology));
    expect(paths(project.shapes)).toEqual(paths(own.shapes));
    for (const folder of ['exports', 'questions', 'checks'] as const)
      expect(paths(project.queries[folder])).toEqual(paths(own.queries[folder]));
    expect(project.context.path).toBe(own.context.path);
    expect(project.ontology).not.toEqual([]);
    expect(project.shapes).not.toEqual([]);
  });

  it('has the data of the package only where it is the package', () => {
    const folder = projectWith({});
    expect(openProject(folder).data.map(({ path }) => path)).toEqual([join(folder, 'data/a.ttl')]);
    expect(ownProject().data.length).toBe(filesBelow('data', /\.(?:ttl|sssom\.tsv)$/).length);
    expect(ownProject().root).toBe(packageRoot);
  });

  it('adds its own to what the package has', async () => {
    const folder = projectWith({
      'ontology/own.ttl': '<urn:own> a <urn:Class> .',
      'shapes/own.ttl': '<urn:shape> a <http://www.w3.org/ns/shacl#NodeShape> .',
      'queries/questions/own.rq': `${header}ASK {}`,
      'ontology/context.jsonld': '{ "@context": {} }',
    });
    const project = openProject(folder);
    expect(project.ontology).toHaveLength(ownProject().ontology.length + 1);
    expect((await loadData(project)).locator.ofNode(iri('urn:own'))).toMatchObject({ line: 1 });
    expect((await loadShapes(project)).locator.ofNode(iri('urn:shape'))).toBeDefined();
    expect((await readQueries(project, 'questions')).map(({ name }) => name)).toContain('own');
    expect(project.context.path).toBe(join(folder, 'ontology/context.jsonld'));
  });

  it('answers with its own query where the package has one of that name', async () => {
    const folder = projectWith({ 'queries/questions/values-by-use.rq': `${header}ASK {}` });
    const project = openProject(folder);
    const path = join(folder, 'queries/questions/values-by-use.rq');
    expect(findQuery(project, 'values-by-use').path).toBe(path);
    const found = (await readQueries(project, 'questions')).filter(({ name }) => name === 'values-by-use');
    expect(found.map(({ file }) => file.path)).toEqual([path]);
  });

  it('names files as its user would, from where they stand', () => {
    const folder = projectWith({ 'data/reports/x/a.ttl': '' });
    expect(namesOf(openProject('.', folder).data)).toEqual(['data/a.ttl', 'data/reports/x/a.ttl']);
    expect(namesOf(openProject('..', join(folder, 'data')).data)).toEqual(['a.ttl', 'reports/x/a.ttl']);
    expect(namesOf(openProject(folder, dirname(folder)).data)[0]).toBe(
      join(folder.slice(dirname(folder).length + 1), 'data/a.ttl'),
    );
  });

  it('reads RDF and mapping sets by their endings and leaves all else', () => {
    const folder = projectWith({
      'data/b.trig': '',
      'data/c.nt': '',
      'data/d.nq': '',
      'data/README.md': '',
      'data/e.ttl.orig': '',
      'data/links/f.sssom.tsv': '',
    });
    expect(namesOf(openProject('.', folder).data)).toEqual([
      'data/a.ttl',
      'data/b.trig',
      'data/c.nt',
      'data/d.nq',
      'data/links/f.sssom.tsv',
    ]);
  });

  it('puts its files in one order, whatever the order they were made in', () => {
    const made = (names: string[]) =>
      namesOf(
        openProject('.', projectWith(Object.fromEntries(names.map((name) => [`data/${name}.ttl`, ''])))).data,
      );
    expect(made(['z', 'b', 'B', 'é', 'a-b', 'a_b'])).toEqual(made(['a_b', 'a-b', 'é', 'B', 'b', 'z']));
  });

  it('puts the triples of a file in the graph of its folder, under its own base', async () => {
    const folder = projectWith({
      'meent.json': '{ "base": "https://example.org/village/" }',
      'data/reports/x/a.ttl': '<id/a> a <urn:T> .',
      'data/a.ttl': '<id/b> a <urn:T> .',
      'data/b.trig': '<urn:g> { <urn:c> a <urn:T> }',
    });
    const { dataset } = await loadData(openProject(folder));
    const found = [...dataset].filter(({ object }) => object.value === 'urn:T');
    expect(found.map(({ subject, graph }) => [subject.value, graph.value])).toEqual([
      ['https://example.org/village/id/b', 'https://example.org/village/graph/a'],
      ['urn:c', 'urn:g'],
      ['https://example.org/village/id/a', 'https://example.org/village/graph/x'],
    ]);
  });
});
