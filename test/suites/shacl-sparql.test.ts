import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { iri, termKey } from '../../src/graph/terms.ts';
import { pathName, readPath } from '../../src/validate/path.ts';
import { severityOf } from '../../src/validate/problem.ts';
import { validateShapes } from '../../src/validate/shapes.ts';
import { mergeResults, type SparqlResult } from '../../src/validate/sparql/results.ts';
import { validateSparql } from '../../src/validate/sparql/validate-sparql.ts';
import { addressOf, graphIn, mf, Reader, suiteFolder } from './support.ts';

const sh = 'http://www.w3.org/ns/shacl#';

interface Case {
  readonly name: string;
  /** Data, shapes and expected report stand in one file. */
  readonly reader: Reader;
  readonly result: Term;
}

/** The cases of a manifest and of all that it includes. */
async function casesIn(path: string, folder: string): Promise<Case[]> {
  const reader = new Reader(await graphIn(path));
  const self = iri(addressOf(path));
  const own = reader.list(reader.one(self, `${mf}entries`)).map((entry) => ({
    name: fileURLToPath(entry.value).slice(folder.length + 1),
    reader,
    result: reader.one(entry, `${mf}result`)!,
  }));
  const included = reader.all(self, `${mf}include`).map(({ value }) => casesIn(fileURLToPath(value), folder));
  return [...own, ...(await Promise.all(included)).flat()];
}

/** A result as a line, without its message. */
const asLine = ({ focus, path, value, component, shape, severity, source }: SparqlResult) =>
  [focus, path && iri(pathName(path)), value, iri(component), shape, source]
    .map((term) => (term ? termKey(term) : '-'))
    .concat(severity)
    .join(' ');

function expected({ reader, result: report }: Case): { lines: string[]; messages: string[] } {
  const results = reader.all(report, `${sh}result`);
  const lines = results.map((result) => {
    const one = (name: string) => reader.one(result, sh + name);
    const path = one('resultPath');
    return asLine({
      focus: one('focusNode')!,
      path: path && readPath(reader.dataset, path),
      value: one('value'),
      component: one('sourceConstraintComponent')!.value,
      shape: one('sourceShape')!,
      source: one('sourceConstraint'),
      severity: severityOf(one('resultSeverity')),
    } as SparqlResult);
  });
  const messages = results.flatMap((result) => reader.all(result, `${sh}resultMessage`));
  return { lines: lines.sort(), messages: messages.map(({ value }) => value) };
}

// data-shapes-test-suite/tests/sparql of w3c/data-shapes.
const folder = suiteFolder('shacl-sparql');
const cases = folder ? await casesIn(join(folder, 'manifest.ttl'), folder) : [];

describe.runIf(folder)('the SHACL-SPARQL part of the suite of W3C', () => {
  it('has 22 cases', () => expect(cases).toHaveLength(22));

  it.each(cases)('$name', async (each) => {
    // One case imports a graph from elsewhere that it does not need; imports are for who loads the files.
    const graph = new Dataset(
      [...each.reader.dataset].filter(({ object }) => object.value !== 'http://datashapes.org/dash'),
    );
    const { findings, refusals, core } = await validateSparql(graph, graph);
    if (each.result.value.endsWith('#Failure')) return expect(refusals).not.toEqual([]);
    expect(refusals).toEqual([]);
    const results = mergeResults(validateShapes(graph, core), findings);
    const { lines, messages } = expected(each);
    expect(results.map(asLine).sort()).toEqual(lines);
    expect(results.flatMap(({ message }) => Object.values(message))).toEqual(
      expect.arrayContaining(messages),
    );
  });
});
