import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOwnTerms } from '../../src/export/own-terms.ts';
import { ontologyFiles } from '../../src/export/ontology-files.ts';
import { textOf } from '../../src/export/export-file.ts';
import { routesOfProject } from '../../src/export/redirects.ts';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';
import { loadData } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { readPublished } from '../../src/project/published-list.ts';
import { resolveAsApache } from '../../src/routes/apache.ts';
import { publishedOf } from './support.ts';
import { ownGraph, ownProject, root } from '../support.ts';

const own = ownProject();
const parsed = async (name: string, text: string) => (await parse(text, { path: name })).quads;

/** The files of a project's own terms, by name. */
async function filesOf(project = own): Promise<Record<string, string>> {
  const files = await ontologyFiles(await readOwnTerms(project));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.name, await textOf(file)] as const)),
  );
}

describe('ontology and shapes that are published', () => {
  it.each(['ontology', 'shapes'])('say the same as Turtle, JSON-LD and N-Triples: %s', async (name) => {
    const files = await filesOf();
    const forms = await Promise.all(
      ['ttl', 'jsonld', 'nt'].map(async (ending) =>
        canonicalNQuads(await parsed(`${name}.${ending}`, files[`${name}.${ending}`]!)),
      ),
    );
    expect(new Set(forms).size).toBe(1);
    expect(forms[0]).toBe(files[`${name}.nt`]);
    expect(files[`${name}.ttl`]).not.toContain('_:');
  });

  it('have the version of the ontology in them', async () => {
    const quads = await parsed('ontology.ttl', (await filesOf())['ontology.ttl']!);
    const versions = quads.filter(({ predicate }) => predicate.equals(vocabulary.owl.versionIri));
    expect(versions.map(({ subject }) => subject.value)).toEqual(['https://w3id.org/meent/ns']);
  });

  it('are those of the project alone: one that has none publishes none', async () => {
    expect(await filesOf(openProject(join(root, 'test/cli/projects/orchard')))).toEqual({});
    const files = await filesOf(openProject(join(root, 'test/validate/published/project')));
    expect(Object.keys(files)).toEqual([
      'ontology.ttl',
      'ontology.jsonld',
      'ontology.nt',
      'shapes.ttl',
      'shapes.jsonld',
      'shapes.nt',
    ]);
    expect(files['ontology.nt']).not.toContain('meent');
    expect(files['ontology.ttl']).toMatchInlineSnapshot(`
      "@prefix : <https://example.org/orchard/ns#>.
      @prefix dcterms: <http://purl.org/dc/terms/>.
      @prefix owl: <http://www.w3.org/2002/07/owl#>.
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.

      <https://example.org/orchard/ns> a owl:Ontology;
          owl:versionIRI <https://example.org/orchard/ns/1.0.0>.
      :Bush dcterms:isReplacedBy :Shrub;
          owl:deprecated true.
      :Shrub a owl:Class;
          rdfs:label "shrub"@en, "struik"@nl.
      :Tree a owl:Class;
          rdfs:label "tree"@en, "boom"@nl.
      :height a owl:DatatypeProperty;
          rdfs:domain [
        a owl:Class;
        owl:unionOf (:Tree :Shrub)
      ];
          rdfs:label "height"@en, "hoogte"@nl.
      "
    `);
  });
});

describe('the redirections of a project', () => {
  it('lead each published IRI to a file that is there and says what it is', async () => {
    const data = await ownGraph();
    const files = await publishedOf(
      { ...own, config: { ...own.config, site: 'https://site.example.net' } },
      data,
    );
    const datasets = new Map<string, Dataset>();
    const list = await readPublished(own.published!);
    for (const ending of ['ttl', 'jsonld', 'nt'])
      for (const { iri: value } of list) {
        const path = value.slice(own.config.base.length).replace(/#.*/, '');
        const accept = { ttl: 'text/turtle', jsonld: 'application/ld+json', nt: 'application/n-triples' }[
          ending
        ]!;
        const response = resolveAsApache(files['redirects.htaccess']!, { path, headers: { accept } });
        const [, name] = /^https:\/\/site\.example\.net\/exports\/(.+)$/.exec(
          'location' in response ? response.location : '',
        )!;
        if (!datasets.has(name!)) datasets.set(name!, new Dataset(await parsed(name!, files[name!]!)));
        expect([value, datasets.get(name!)!.match(iri(value)).size > 0]).toEqual([value, true]);
      }
    expect([...datasets.keys()].sort()).toEqual([
      'dataset.ttl',
      'ontology.jsonld',
      'ontology.nt',
      'ontology.ttl',
      'shapes.jsonld',
      'shapes.nt',
      'shapes.ttl',
    ]);
  });

  it('lead the version, the data and the data set on, and nothing else', async () => {
    const project = openProject(join(root, 'test/validate/published/project'));
    const data = await loadData(project);
    const files = await publishedOf(project, data);
    const lead = (path: string, accept = 'text/turtle') => {
      const response = resolveAsApache(files['redirects.htaccess']!, { path, headers: { accept } });
      return 'location' in response ? response.location.replace(/^.*\/exports\//, '') : response.status;
    };
    expect(
      [
        'ns',
        'ns/1.0.0',
        'ns/2.0.0',
        'shapes',
        'term/ripeness/green',
        'id/report/one',
        '',
        'dataset',
        'x',
      ].map((path) => lead(path)),
    ).toEqual([
      'ontology.ttl',
      'ontology.ttl',
      404,
      'shapes.ttl',
      'dataset.ttl',
      'dataset.ttl',
      'dcat.ttl',
      'dcat.ttl',
      404,
    ]);
    expect(lead('id/report/one', 'application/trig')).toBe('dataset.trig');
  });

  it('lead to pages too, where somebody says where those are', async () => {
    const pages = { data: 'https://site.example.net/{path}/' };
    const { dataset } = await ownGraph();
    const { routes } = routesOfProject(
      own.config,
      await readOwnTerms(own),
      dataset,
      [{ name: 'dataset.ttl' }],
      pages,
    );
    expect(routes.find(({ paths }) => paths.includes('id'))!.answers.at(-1)).toEqual({
      mediaTypes: ['text/html', 'application/xhtml+xml'],
      address: 'https://site.example.net/{path}/',
    });
  });
});
