import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/graph/parse.ts';
import { loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { preflight } from '../../src/validate/preflight/preflight.ts';
import { root, suites } from '../support.ts';

const faultsOf = async (...files: string[]) => {
  const shapes = await loadShapes(openProject('.', root, { data: files, shapes: files }));
  return [...new Set(preflight(shapes, { sparql: false }).map(({ rule }) => rule))].sort();
};
const isHere = (suite: string) => existsSync(join(suites, suite));
const titled = (suite: string, title: string) =>
  isHere(suite) ? title : `${title} (SKIPPED: no ${suite} in ${relative(root, suites)})`;

/** Shapes graphs of the suite that are refused, and why that is right. */
const refused: Readonly<Record<string, readonly string[]>> = {
  // Two paths in one, which the specification calls ill-formed; engines are not agreed on them.
  'path/path-strange-001.ttl': ['malformed-path'],
  'path/path-strange-002.ttl': ['malformed-path'],
  // Counts of a qualified shape that is not there: they do nothing, which the test wants to see.
  'node/qualified-001-shapes.ttl': ['incomplete-parameter', 'wrong-value'],
  // "1" for true does nothing, which the test wants to see.
  'property/uniqueLang-002-shapes.ttl': ['wrong-value'],
  // The data beside the shapes has a sh:nodeShape, which is no term of SHACL.
  'property/qualifiedValueShape-001.ttl': ['unknown-term'],
};

describe.skipIf(!isHere('shacl-core'))(
  titled('shacl-core', 'of the shapes graphs of the W3C suite of SHACL Core'),
  () => {
    const folder = join(suites, 'shacl-core/core');
    let shapesGraphs: string[] = [];

    beforeAll(async () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.ttl$/.test(name),
      );
      const quads = await Promise.all(
        files.map(async (name) => {
          const path = join(folder, name);
          return (await parse(readFileSync(path, 'utf8'), { path, base: pathToFileURL(path).href })).quads;
        }),
      );
      const named = quads
        .flat()
        .filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/shacl-test#shapesGraph')
        .map(({ object }) => object.value)
        .filter((iri) => iri.startsWith('file:'));
      shapesGraphs = [...new Set(named)].map((iri) => fileURLToPath(iri)).sort();
    });

    it('none is refused but a few, each for a reason', async () => {
      const found: Record<string, readonly string[]> = {};
      for (const path of shapesGraphs) {
        const faults = await faultsOf(path);
        if (faults.length > 0) found[relative(folder, path)] = faults;
      }
      expect(shapesGraphs.length).toBeGreaterThan(80);
      expect(found).toEqual(refused);
    });
  },
);

describe.skipIf(!isHere('shacl-shacl'))(titled('shacl-shacl', 'of the shapes of shapes'), () => {
  it('nothing is refused', async () => {
    expect(await faultsOf(join(suites, 'shacl-shacl/shacl-shacl.ttl'))).toEqual([]);
  });
});

/** What profiles that are in use give; each fault is one of theirs. */
const profiles: readonly (readonly [title: string, files: readonly string[], faults: readonly string[]])[] = [
  ['SCHEMA-AP-NDE', ['schema-ap-nde/shacl.ttl'], []],
  ['DCAT-AP-NL 3.0', ['dcat-ap-nl/dcat-ap-nl-SHACL.ttl'], []],
  ['DCAT-AP-NL 3.0, recommended', ['dcat-ap-nl/dcat-ap-nl-SHACL-aanbevolen.ttl'], []],
  ['DCAT-AP-NL 3.0, ranges', ['dcat-ap-nl/dcat-ap-nl-SHACL-klassebereik.ttl'], []],
  // Shapes that only tell which properties are optional: nothing has a target.
  ['DCAT-AP-NL 3.0, optional', ['dcat-ap-nl/dcat-ap-nl-OPT.ttl'], ['no-target']],
  // sh:property of shapes that are described nowhere.
  ['DCAT-AP 3.0.1', ['dcat-ap/shacl-3.0.1/dcat-ap-SHACL.ttl'], ['undefined-shape']],
  ['DCAT-AP HVD 3.0.0', ['dcat-ap/hvd-shacl-3.0.0/hvd-SHACL.ttl'], []],
  // sh:shape where sh:node was meant; engines pass over it.
  ['DCAT-AP 3.0.1 of its page', ['dcat-ap/html-shacl-3.0.1/shapes.ttl'], ['unsupported-term']],
  ['DCAT-AP 3.0.1, ranges', ['dcat-ap/html-shacl-3.0.1/range.ttl'], []],
  ['DCAT-AP 3.0.1, recommended', ['dcat-ap/html-shacl-3.0.1/shapes_recommended.ttl'], []],
  // Imports of live addresses.
  ['DCAT-AP 3.0.1, imports', ['dcat-ap/html-shacl-3.0.1/imports.ttl'], ['import-not-local']],
  ['DCAT-AP 3.0.1, imports of lists', ['dcat-ap/html-shacl-3.0.1/mdr_imports.ttl'], ['import-not-local']],
];

describe('of profiles in use', () => {
  for (const [title, files, faults] of profiles)
    it.skipIf(!isHere(files[0]!))(
      `${titled(files[0]!, title)} gives ${faults.join(', ') || 'no fault'}`,
      async () => {
        expect(await faultsOf(...files.map((file) => join(suites, file)))).toEqual(faults);
      },
    );
});
