import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, quad, termKey, vocabulary } from '../../src/graph/terms.ts';
import { type Loaded, loadData, loadTexts } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { pathName } from '../../src/validate/path.ts';
import { type ShapeResult, validateShapes } from '../../src/validate/shapes.ts';
import { mergeResults } from '../../src/validate/sparql/results.ts';
import { validateSparql } from '../../src/validate/sparql/validate-sparql.ts';
import { selectTargets } from '../../src/validate/targets.ts';
import { meent, newFolder } from '../cli/support.ts';
import { publishedOf } from '../export/support.ts';
import { readyProject } from '../export/description/support.ts';
import { root } from '../support.ts';
import { graphIn, suiteFolder } from './support.ts';

/** Files that hold no shapes but say what to fetch, which nobody does here. */
const fetching = ['imports.ttl', 'mdr_imports.ttl'];

const filesOf = (suite: string, folders: readonly string[]): string[] => {
  const folder = suiteFolder(suite);
  if (folder === undefined) return [];
  return folders.flatMap((each) =>
    readdirSync(join(folder, each))
      .filter((name) => name.endsWith('.ttl') && !fetching.includes(name))
      .map((name) => join(folder, each, name)),
  );
};

const dcatAp = filesOf('dcat-ap', ['shacl-3.0.1', 'html-shacl-3.0.1']);
const dcatApNl = filesOf('dcat-ap-nl', ['']);
const schemaApNde = filesOf('schema-ap-nde', ['']);
/** The register's own shapes: `requirements/shacl.ttl` in netwerk-digitaal-erfgoed/dataset-register on GitHub. */
const register = filesOf('nde-dataset-register', ['requirements']);

const shape = iri('http://www.w3.org/ns/shacl#shape');
const node = iri('http://www.w3.org/ns/shacl#node');

/** The shapes in files. Some say `sh:shape`, which is no term of SHACL and would not be checked, for `sh:node`. */
async function shapesIn(files: readonly string[]): Promise<Dataset> {
  const graphs = await Promise.all(files.map(graphIn));
  const quads = graphs.flatMap((graph) => [...graph]);
  return new Dataset(
    quads.map((each) =>
      each.predicate.equals(shape) ? quad(each.subject as never, node, each.object as never) : each,
    ),
  );
}

async function results(description: Dataset, files: readonly string[]): Promise<readonly ShapeResult[]> {
  const { core, findings } = await validateSparql(description, await shapesIn(files));
  return mergeResults(validateShapes(description, core), findings);
}

const shown = ({ severity, focus, path, value }: ShapeResult) =>
  [severity, focus.value, path && pathName(path), value?.value].join(' ');
const violations = (found: readonly ShapeResult[]) =>
  found.filter(({ severity }) => severity === 'violation').map(shown);

/** How often a property is advised that is not there, or advised to be otherwise. */
const advice = (found: readonly ShapeResult[]): Record<string, number> => {
  const paths = Map.groupBy(
    found.filter(({ severity }) => severity !== 'violation'),
    ({ path }) => (path ? pathName(path) : '').replace(/^.*[#/]/, ''),
  );
  return Object.fromEntries([...paths].map(([path, { length }]) => [path, length]).sort());
};

const without = (graph: Dataset, property: string) =>
  new Dataset([...graph].filter(({ predicate }) => predicate.value !== property));

describe.each([
  ['that says all that is asked', true],
  ['of this repository, with its placeholders', false],
])('the description of a project %s', (_, isReady) => {
  let dcat: Loaded;
  let schemaOrg: Loaded;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meent-test-'));
    const project = openProject(isReady ? readyProject({}, folder) : root);
    const files = await publishedOf(project, await loadData(project));
    const read = (file: string) => loadTexts([{ file, text: files[file]! }]);
    [dcat, schemaOrg] = await Promise.all([read('dcat.ttl'), read('schema-org-dataset.jsonld')]);
    return () => rmSync(folder, { recursive: true });
  });

  it.skipIf(dcatAp.length === 0 || dcatApNl.length === 0)(
    'breaks no rule of DCAT-AP 3.0.1 and DCAT-AP-NL 3 together (skipped where a suite is absent)',
    async () => {
      const found = await results(dcat.dataset, [...dcatAp, ...dcatApNl]);
      expect(violations(found)).toEqual([]);
      const files = dcat.dataset.match(
        null,
        vocabulary.rdf.type,
        iri('http://www.w3.org/ns/dcat#Distribution'),
      );
      const ofFiles = { accessService: files.size, availability: files.size };
      expect(advice(found)).toEqual(
        isReady
          ? {
              ...ofFiles,
              bbox: 1,
              centroid: 1,
              creator: 1,
              issued: 1,
              modified: 1,
              publisher: 2,
              spatial: 1,
              temporal: 1,
              type: 2,
            }
          : {
              ...ofFiles,
              creator: 1,
              homepage: 1,
              issued: 1,
              landingPage: 1,
              modified: 1,
              page: 1,
              publisher: 2,
              spatial: 2,
              type: 3,
            },
      );
    },
  );

  it.skipIf(dcatAp.length === 0 || dcatApNl.length === 0)(
    'is looked at by those rules, each of its classes, and is found out where something is left out (skipped where a suite is absent)',
    async () => {
      const files = [...dcatAp, ...dcatApNl];
      const looked = selectTargets(await shapesIn(files), dcat.dataset.union())
        .filter(({ focusNodes }) => focusNodes.length > 0)
        .map((target) => target.shape.value);
      for (const each of [
        'CatalogShape',
        'DatasetShape',
        'DistributionShape',
        'spdx:ChecksumShape',
        'foaf:AgentShape',
      ])
        expect(
          looked.filter((name) => name.endsWith(each)),
          each,
        ).not.toEqual([]);
      const terms = 'http://purl.org/dc/terms/';
      for (const property of ['title', 'publisher', 'creator', 'identifier', 'accessRights', 'license'])
        expect(
          violations(await results(without(dcat.dataset, terms + property), files)),
          property,
        ).not.toEqual([]);
    },
  );

  it.skipIf(dcatApNl.length === 0)(
    'passes `meent validate` with the shapes of DCAT-AP-NL 3 (skipped where the suite is absent)',
    async () => {
      const file = join(newFolder(), 'dcat.ttl');
      writeFileSync(file, dcat.documents[0]!.text);
      const shapes = dcatApNl.filter((path) => /dcat-ap-nl-SHACL[a-z-]*\.ttl$/.test(path));
      expect(shapes).toHaveLength(4);
      const ran = await meent(['validate', '--allow-empty', '--data', file, '--shapes', ...shapes]);
      expect(ran).toMatchObject({ code: 0, err: '' });
    },
  );

  it.skipIf(schemaApNde.length === 0)(
    'breaks no rule of SCHEMA-AP-NDE (skipped where the suite is absent)',
    async () => {
      const found = await results(schemaOrg.dataset, schemaApNde);
      expect(found.map(shown)).toEqual([]);
      const looked = selectTargets(await shapesIn(schemaApNde), schemaOrg.dataset.union());
      expect(looked.flatMap(({ focusNodes }) => focusNodes.map(termKey))).not.toEqual([]);
      const name = 'https://schema.org/name';
      expect(violations(await results(without(schemaOrg.dataset, name), schemaApNde))).not.toEqual([]);
    },
  );

  it.skipIf(register.length === 0)(
    'breaks no rule of the register of the Dutch heritage network (skipped where the suite is absent)',
    async () => {
      const found = await results(schemaOrg.dataset, register);
      expect(violations(found)).toEqual([]);
      expect(advice(found)).toEqual(
        isReady
          ? { identifier: 1, temporalCoverage: 1 }
          : {
              about: 1,
              contactPoint: 1,
              dateModified: 1,
              datePublished: 1,
              identifier: 2,
              spatialCoverage: 1,
            },
      );
      expect(violations(await results(dcat.dataset, register))).toEqual([]);
    },
  );
});
