import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { Dataset } from '../../src/graph/dataset.ts';
import { blankNode, iri, literal, quad, termKey, vocabulary } from '../../src/graph/terms.ts';
import { predicatesOf, readPath } from '../../src/validate/path.ts';
import { Reader } from './support.ts';

const sh = 'http://www.w3.org/ns/shacl#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Texts by datatype, of which the last have no value in it. */
const texts: Readonly<Record<string, readonly string[]>> = {
  string: ['', 'pear', 'a\nb', '𝄞', '2024-02-29', 'https://example.org/', '0042/../1999'],
  integer: ['0', '-7', '+12', '007', '1.5', ''],
  decimal: ['1.5', '.5', '-0', '1e3', 'NaN'],
  double: ['1e3', 'INF', '-0', 'many'],
  boolean: ['true', '0', 'TRUE'],
  nonNegativeInteger: ['0', '3', '-1'],
  byte: ['-128', '128'],
  date: ['2024-02-29', '-0044-03-15', '2024-02-29Z', '2024-02-31', 'yesterday'],
  dateTime: ['2024-02-29T12:00:00', '2024-02-29T12:00:00+01:00', '2024-02-29T24:00:01', '2024-02-29'],
  gYear: ['1999', '-0044', '99'],
  gYearMonth: ['1999-12', '1999-13'],
  duration: ['P1Y2M', 'PT0.5S', 'P'],
  hexBinary: ['0FB7', '', '0FB'],
  anyURI: ['https://example.org/', ''],
};
const literals = [
  ...Object.entries(texts).flatMap(([type, forms]) => forms.map((text) => literal(text, iri(xsd + type)))),
  ...['nl', 'en', 'en-GB', 'und'].flatMap((tag) => ['pear', 'peer'].map((text) => literal(text, tag))),
  literal('<b>pear</b>', iri(`${rdf}HTML`)),
  literal('1999', iri('https://schema.org/Date')),
];
const iris = [
  'http://www.iana.org/assignments/media-types/text/turtle',
  'https://spdx.org/rdf/terms#checksumAlgorithm_sha1',
  'https://sws.geonames.org/2759794/',
  'mailto:ada@example.org',
  'http://example.org/page',
].map(iri);

/** The members of a list, chosen by a number that may be larger than it. */
const chosen = <T>(from: readonly T[], number: number): T => from[number % from.length]!;
const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((each) => [termKey(each), each])).values(),
];

/** What shapes speak of. */
function vocabularyOf(shapes: Dataset) {
  const reader = new Reader(shapes);
  const objects = (name: string) => [...shapes.match(null, iri(sh + name))].map(({ object }) => object);
  const predicates = (shape: Term) =>
    reader.all(shape, `${sh}path`).flatMap((path) => predicatesOf(readPath(shapes, path)));
  const byClass = new Map<string, { type: Term; predicates: Term[] }>();
  for (const { subject, object } of shapes.match(null, vocabulary.sh.targetClass)) {
    const known = byClass.get(termKey(object)) ?? { type: object, predicates: [] };
    const own = [subject, ...reader.all(subject, `${sh}property`)].flatMap(predicates);
    byClass.set(termKey(object), { type: object, predicates: distinct([...known.predicates, ...own]) });
  }
  const all = distinct(objects('path').flatMap((path) => predicatesOf(readPath(shapes, path))));
  return {
    targeted: [...byClass.values()],
    classes: distinct([...objects('targetClass'), ...objects('class')]),
    predicates: all,
    values: distinct([...objects('hasValue'), ...objects('in').flatMap((list) => reader.list(list))]),
    hints: hintsOf(shapes, reader),
  };
}

/** For a predicate, literals of the datatypes that shapes with that path ask for, here or in a list of choices. */
function hintsOf(shapes: Dataset, reader: Reader): (predicate: Term) => readonly Term[] {
  const hints = new Map<string, Term[]>();
  for (const { subject, object } of shapes.match(null, iri(`${sh}path`))) {
    if (object.termType !== 'NamedNode') continue;
    const choices = reader.all(subject, `${sh}or`).flatMap((list) => reader.list(list));
    const types = [subject, ...choices].flatMap((shape) => reader.all(shape, `${sh}datatype`));
    const fitting = literals.filter(({ datatype }) => types.some((type) => type.equals(datatype)));
    hints.set(termKey(object), [...(hints.get(termKey(object)) ?? []), ...fitting]);
  }
  return (predicate) => hints.get(termKey(predicate)) ?? [];
}

const number = fc.nat({ max: 9999 });
const fact = fc.record({
  predicate: number,
  isOwn: fc.nat({ max: 9 }),
  kind: fc.nat({ max: 9 }),
  value: number,
});
const description = fc.record({
  isBlank: fc.nat({ max: 4 }),
  type: number,
  second: number,
  facts: fc.array(fact, { maxLength: 14 }),
});

/** Graphs of nodes of the classes that shapes target, with values that some fit, some almost, some not. */
export function dataFor(shapes: Dataset): fc.Arbitrary<Dataset> {
  const { targeted, classes, predicates, values, hints } = vocabularyOf(shapes);
  const subclasses = fc
    .array(fc.tuple(number, number), { maxLength: 2 })
    .map((pairs) =>
      (classes.length > 0 ? pairs : []).map(([lower, upper]) =>
        quad(chosen(classes, lower) as never, vocabulary.rdfs.subClassOf, chosen(classes, upper) as never),
      ),
    );
  const descriptionsOfNodes = fc.array(description, { minLength: 2, maxLength: 10 }).map((descriptions) => {
    const nodes = descriptions.map(({ isBlank }, i) =>
      isBlank === 0 ? blankNode(`n${i}`) : iri(`https://example.org/n${i}`),
    );
    const quads: Quad[] = descriptions.flatMap(({ type, second, facts }, i) => {
      const node = nodes[i]!;
      const { type: first, predicates: own = [] } = targeted.length > 0 ? chosen(targeted, type) : {};
      const types = [
        ...(first ? [first] : []),
        ...(second % 3 === 0 && classes.length > 0 ? [chosen(classes, second)] : []),
      ];
      const told = facts.flatMap(({ predicate, isOwn, kind, value }) => {
        const from = isOwn > 0 && own.length > 0 ? own : predicates;
        if (from.length === 0) return [];
        const along = chosen(from, predicate);
        const hinted = hints(along);
        const pools = [hinted, hinted, hinted, nodes, nodes, nodes, values, iris, literals, classes];
        const pool = pools[kind]!.length > 0 ? pools[kind]! : nodes;
        return [quad(node as never, along as never, chosen<Term>(pool, value) as never)];
      });
      return [...types.map((each) => quad(node as never, vocabulary.rdf.type, each as never)), ...told];
    });
    return quads;
  });
  return fc.tuple(subclasses, descriptionsOfNodes).map((parts) => new Dataset(parts.flat()));
}
