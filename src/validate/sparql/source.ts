import { Dataset } from '../../graph/dataset.ts';
import { blankNode, defaultGraph, iri, quad } from '../../graph/terms.ts';
import type { Binding } from '../../query/algebra.ts';
import type { Source } from '../../query/engine.ts';

/** What `$shapesGraph` stands for: `GRAPH $shapesGraph` looks into the shapes. */
export const shapesGraph = iri('https://w3id.org/meent/graph/shapes');

/** The data, with the shapes as a graph that is no part of the union. */
export function withShapesGraph(data: Dataset, shapes: Dataset): Source {
  const union = new Dataset(shapes.union());
  return {
    match: (subject, predicate, object, graph) =>
      graph?.equals(shapesGraph)
        ? union.match(subject, predicate, object, defaultGraph())
        : data.match(subject, predicate, object, graph),
    countQuads: (subject, predicate, object, graph) =>
      graph?.equals(shapesGraph)
        ? union.countQuads(subject, predicate, object, defaultGraph())
        : data.countQuads(subject, predicate, object, graph),
  };
}

/** The property that leads from a row to its value for a name. It is no IRI, so that no query can speak of it. */
export const column = (name: string) => iri(` ${name}`);

/** A source, and beside it rows of values, which only who asks for a column sees. */
export class SourceWithRows implements Source {
  readonly #source: Source;
  #table = new Dataset();

  constructor(source: Source) {
    this.#source = source;
  }

  /** Puts these rows in place of those before. The source stays one: what a plan knows of the data stays known. */
  setRows(rows: readonly Binding[]): void {
    this.#table = new Dataset(
      rows.flatMap((row) => {
        const node = blankNode();
        return Object.entries(row).map(([name, value]) => quad(node, column(name), value as never));
      }),
    );
  }

  match: Source['match'] = (subject, predicate, object, graph) =>
    this.#holding(predicate).match(subject, predicate, object, graph);

  countQuads: Source['countQuads'] = (subject, predicate, object, graph) =>
    this.#holding(predicate).countQuads(subject, predicate, object, graph);

  #holding = (predicate: Parameters<Source['match']>[1]): Source =>
    predicate?.value.startsWith(' ') ? this.#table : this.#source;
}
