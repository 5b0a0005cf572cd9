import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { iri, termKey } from '../../src/graph/terms.ts';
import { pathName, readPath } from '../../src/validate/path.ts';
import { type ShapeResult, validateShapes } from '../../src/validate/shapes.ts';
import { root } from '../support.ts';
import { addressOf, graphIn, mf, Reader, suiteFolder } from './support.ts';

const sh = 'http://www.w3.org/ns/shacl#';
const sht = 'http://www.w3.org/ns/shacl-test#';

/** Cases whose results are known to differ from the suite's, each with the reason; the list may only shrink. */
const skips = JSON.parse(readFileSync(join(root, 'test/suites/shacl-core.skips.json'), 'utf8')) as Record<
  string,
  string
>;

interface Case {
  readonly name: string;
  readonly data: string;
  readonly shapes: string;
  readonly conforms: boolean;
  readonly results: readonly string[];
}

/** The cases of a manifest and of all that it includes. */
async function casesIn(path: string, folder: string): Promise<Case[]> {
  const manifest = new Reader(await graphIn(path));
  const self = iri(addressOf(path));
  const found = manifest
    .list(manifest.one(self, `${mf}entries`))
    .map((entry) => caseOf(manifest, entry, folder));
  for (const { value } of manifest.all(self, `${mf}include`)) {
    const included = fileURLToPath(value);
    // The suite's root includes a part for SPARQL, which is not SHACL Core.
    if (existsSync(included)) found.push(...(await casesIn(included, folder)));
  }
  return found;
}

function caseOf(manifest: Reader, entry: Term, folder: string): Case {
  const action = manifest.one(entry, `${mf}action`)!;
  const report = manifest.one(entry, `${mf}result`)!;
  const file = (property: string) => fileURLToPath(manifest.one(action, sht + property)!.value);
  return {
    name: fileURLToPath(entry.value).slice(folder.length + 1),
    data: file('dataGraph'),
    shapes: file('shapesGraph'),
    conforms: manifest.one(report, `${sh}conforms`)!.value === 'true',
    results: manifest
      .all(report, `${sh}result`)
      .map((result) => expected(manifest, result))
      .sort(),
  };
}

function expected(manifest: Reader, result: Term): string {
  const one = (property: string) => manifest.one(result, sh + property);
  const path = one('resultPath');
  return asText({
    focus: one('focusNode'),
    path: path && pathName(readPath(manifest.dataset, path)),
    value: one('value'),
    component: one('sourceConstraintComponent')!.value,
    shape: one('sourceShape'),
    severity: one('resultSeverity')!.value.slice(sh.length).toLowerCase(),
  });
}

const found = ({ focus, path, value, component, shape, severity }: ShapeResult): string =>
  asText({ focus, path: path && pathName(path), value, component, shape, severity });

interface Comparable {
  readonly focus: Term | undefined;
  readonly path: string | undefined;
  readonly value: Term | undefined;
  readonly component: string;
  readonly shape: Term | undefined;
  readonly severity: string;
}

/** A result in one line. Blank nodes have other labels in every file, so one is as good as another. */
function asText({ focus, path, value, component, shape, severity }: Comparable): string {
  const text = (term: Term | undefined) =>
    term ? (term.termType === 'BlankNode' ? '[]' : termKey(term)) : '–';
  // We tell apart three severities; one of the shapes' own counts as the most serious.
  const level = ['warning', 'info'].includes(severity) ? severity : 'violation';
  return [text(focus), path ?? '–', text(value), component.slice(sh.length), text(shape), level].join(' | ');
}

describe('the W3C suite for SHACL Core', async () => {
  const folder = suiteFolder('shacl-core');
  if (!folder) return;
  const cases = await casesIn(join(folder, 'manifest.ttl'), folder);
  const results = async ({ data, shapes }: Case) =>
    validateShapes(await graphIn(data), await graphIn(shapes));

  it('is there as a whole: 98 cases', () => {
    expect(cases).toHaveLength(98);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(98);
  });

  it.each(cases)('$name conforms or not as it should', async (each) => {
    expect((await results(each)).length === 0).toBe(each.conforms);
  });

  it.each(cases.filter(({ name }) => !Object.hasOwn(skips, name)))(
    '$name has the results that it should',
    async (each) => {
      expect((await results(each)).map(found).sort()).toEqual(each.results);
    },
  );

  it('has the same results with the screen before the engine as without', async () => {
    for (const { name, data, shapes } of cases) {
      const [graph, rules] = [await graphIn(data), await graphIn(shapes)];
      const told = (isScreened: boolean) => validateShapes(graph, rules, isScreened).map(found).sort();
      expect(told(true), name).toEqual(told(false));
    }
  });

  it.each(Object.entries(skips))('%s still differs: %s', async (name) => {
    const each = cases.find((other) => other.name === name)!;
    // When this fails, the case passes: take it off the list.
    expect((await results(each)).map(found).sort()).not.toEqual(each.results);
  });
});
