import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../src/graph/dataset.ts';
import { parse } from '../../../src/graph/parse.ts';
import { iri, termKey } from '../../../src/graph/terms.ts';
import { pathName, readPath } from '../../../src/validate/path.ts';
import { severityOf, validateShapes } from '../../../src/validate/shapes.ts';
import type { SparqlResult } from '../../../src/validate/sparql/results.ts';
import { validateSparql } from '../../../src/validate/sparql/validate-sparql.ts';
import { root } from '../../support.ts';

// The SHACL-SPARQL part of the W3C test suite: data-shapes-test-suite/tests/sparql of w3c/data-shapes.
const suite = join(process.env['MEENT_SUITES'] ?? resolve(root, '../shared/suites'), 'shacl-sparql');
const present = existsSync(join(suite, 'manifest.ttl'));

const mf = (name: string) => iri(`http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#${name}`);
const sh = (name: string) => iri(`http://www.w3.org/ns/shacl#${name}`);

interface Case {
  readonly name: string;
  readonly graph: Dataset;
  readonly result: Term;
}

/** The tests that a manifest includes; each stands in a file with its data and shapes. */
async function casesOf(file: string): Promise<Case[]> {
  const path = join(suite, file);
  const base = `https://example.org/${file}`;
  const { quads } = await parse(readFileSync(path, 'utf8'), { path, base });
  // One test imports a graph from elsewhere that it does not need; imports are for who loads the files.
  const graph = new Dataset(quads.filter(({ object }) => object.value !== 'http://datashapes.org/dash'));
  const included = [...graph.match(null, mf('include'))].map(({ object }) =>
    object.value.slice('https://example.org/'.length),
  );
  const own = [...graph.match(null, mf('result'))].map(({ subject, object }) => ({
    name: subject.value.slice('https://example.org/'.length),
    graph,
    result: object,
  }));
  return [...own, ...(await Promise.all(included.map(casesOf))).flat()];
}

const optional = (term: Term | undefined) => (term ? termKey(term) : '');

/** A result as a line, without its message. */
const asLine = ({ focus, path, value, component, shape, severity, source }: SparqlResult) =>
  [focus, path && iri(pathName(path)), value, iri(component), shape, source]
    .map(optional)
    .concat(severity)
    .join(' | ');

function expectedLines(graph: Dataset, report: Term): string[] {
  return [...graph.match(report, sh('result'))]
    .map(({ object: result }) => {
      const one = (name: string) => [...graph.match(result, sh(name))][0]?.object;
      const path = one('resultPath');
      return asLine({
        focus: one('focusNode')!,
        path: path && readPath(graph, path),
        value: one('value'),
        component: one('sourceConstraintComponent')!.value,
        shape: one('sourceShape')!,
        severity: severityOf(one('resultSeverity')),
        source: one('sourceConstraint'),
      } as SparqlResult);
    })
    .sort();
}

const cases = present ? await casesOf('manifest.ttl') : [];

describe.skipIf(!present)(`the SHACL-SPARQL suite of W3C (absent: put it in ${suite})`, () => {
  it('has the 22 tests', () => expect(cases).toHaveLength(22));

  it.each(cases)('$name', async ({ graph, result }) => {
    const { findings, refusals, core } = await validateSparql(graph, graph);
    if (result.value.endsWith('#Failure')) return expect(refusals.length).toBeGreaterThan(0);
    expect(refusals).toEqual([]);
    const results: SparqlResult[] = [...findings, ...(await validateShapes(graph, core))];
    expect(results.map(asLine).sort()).toEqual(expectedLines(graph, result));
    const messages = [...graph.match(result, sh('result'))].flatMap(({ object }) =>
      [...graph.match(object, sh('resultMessage'))].map((message) => message.object.value),
    );
    expect(results.flatMap(({ message }) => Object.values(message))).toEqual(
      expect.arrayContaining(messages),
    );
  });
});
