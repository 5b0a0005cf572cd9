import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Term } from '@rdfjs/types';
import { it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';
import { root } from '../support.ts';

/** The folder of suites of others: beside the repository, never in it; MEENT_SUITES names another. */
const suites = process.env['MEENT_SUITES'] ?? join(root, '../shared/suites');

/** The folder of a suite; where it is absent, a warning, a skipped test that says so, and undefined. */
export function suiteFolder(name: string): string | undefined {
  const folder = join(suites, name);
  if (existsSync(folder)) return folder;
  const message = `NOT RUN: no suite in ${relative(root, folder)}; put it there, or name its parent in MEENT_SUITES`;
  console.warn(message);
  it.skip(message, () => {});
  return undefined;
}

/** The IRI by which a file of a suite calls itself and its neighbours. */
export const addressOf = (path: string): string => pathToFileURL(path).href;

const read = new Map<string, Promise<Dataset>>();

/** The graph in a file, each file read once. */
export function graphIn(path: string): Promise<Dataset> {
  let graph = read.get(path);
  if (!graph) {
    const parsed = parse(readFileSync(path, 'utf8'), { path, base: addressOf(path) });
    read.set(path, (graph = parsed.then(({ quads }) => new Dataset(quads))));
  }
  return graph;
}

/** Reading of a graph by property. */
export class Reader {
  readonly dataset: Dataset;

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  all(subject: Term, property: string): Term[] {
    return [...this.dataset.match(subject, iri(property))].map(({ object }) => object);
  }

  one(subject: Term, property: string): Term | undefined {
    return this.all(subject, property)[0];
  }

  /** The members of an RDF list. */
  list(cell: Term | undefined): Term[] {
    if (!cell || cell.equals(vocabulary.rdf.nil)) return [];
    const first = this.one(cell, vocabulary.rdf.first.value);
    return [...(first ? [first] : []), ...this.list(this.one(cell, vocabulary.rdf.rest.value))];
  }
}

export const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
