import type { Term } from '@rdfjs/types';
import type { Dataset } from '../graph/dataset.ts';
import { isOfDatatype } from '../graph/datatypes.ts';
import type { Findable } from '../graph/quad-index.ts';
import { iri, shacl, termKey, vocabulary } from '../graph/terms.ts';
import { classesBelow } from './hierarchy.ts';
import { readList } from './path.ts';
import { translate } from './regular-expression.ts';
import { languageMatches, lengthOf } from './validators.ts';

const { rdf, sh } = vocabulary;
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Whether the values of a node surely keep a constraint. */
export type Demand = (values: readonly Term[], node: Term, data: Findable) => boolean;

/** A parameter of a shape, to be made a demand of. */
interface Given {
  readonly shapes: Dataset;
  readonly shape: Term;
  readonly value: Term;
  /** Whether the shape is a property shape. */
  readonly hasPath: boolean;
  readonly testOf: (shape: Term) => (node: Term, data: Findable) => boolean;
  /** Whether a node surely does not conform to another shape. */
  readonly refusalOf: (shape: Term) => (node: Term, data: Findable) => boolean;
}

const each =
  (test: (value: Term, data: Findable) => boolean): Demand =>
  (values, _node, data) =>
    values.every((value) => test(value, data));

const satisfied: Demand = () => true;

/** The one value of another parameter of the shape, or none; what has several is left to the engine. */
function companion({ shapes, shape }: Given, name: string): Term | undefined {
  const found = [...shapes.match(shape, iri(shacl + name))];
  if (found.length > 1) throw new Error(`Several values of ${name}`);
  return found[0]?.object;
}

const alone = (given: Given, name: string): void => void companion(given, name);

const isTrue = ({ value, termType }: Term): boolean => termType === 'Literal' && value === 'true';
const numberOf = ({ value }: Term): number => Number(value);

const kinds: Readonly<Record<string, readonly Term['termType'][]>> = {
  IRI: ['NamedNode'],
  BlankNode: ['BlankNode'],
  Literal: ['Literal'],
  BlankNodeOrIRI: ['BlankNode', 'NamedNode'],
  BlankNodeOrLiteral: ['BlankNode', 'Literal'],
  IRIOrLiteral: ['NamedNode', 'Literal'],
};

/** Numbers that are surely the same to whoever reads them. */
const plainNumber = /^-?\d{1,9}(?:\.\d{1,6})?$/;

const isNumber = (term: Term): boolean =>
  term.termType === 'Literal' && numbers.has(term.datatype.value) && plainNumber.test(term.value);

const numbers: ReadonlySet<string> = new Set(
  ['decimal', 'integer', 'nonNegativeInteger', 'positiveInteger'].map((name) => xsd + name),
);

/** Compares numbers; what is no plain number is left to the engine. */
const compared =
  (compare: (a: number, b: number) => boolean) =>
  ({ value: bound }: Given): Demand | undefined =>
    isNumber(bound)
      ? each((value) => isNumber(value) && compare(numberOf(value), numberOf(bound)))
      : undefined;

const comparedWithProperty =
  (compare: (a: number, b: number) => boolean) =>
  ({ value: property, hasPath }: Given): Demand | undefined =>
    hasPath
      ? (values, node, data) => {
          const others = data.find(node, property, null).map(({ object }) => object);
          return values.every((value) =>
            others.every(
              (other) => isNumber(value) && isNumber(other) && compare(numberOf(value), numberOf(other)),
            ),
          );
        }
      : undefined;

/** A demand of the number of values, which only a property shape can have. */
const counted =
  (compare: (count: number, bound: number) => boolean) =>
  ({ value, hasPath }: Given): Demand | undefined =>
    hasPath ? (values) => compare(values.length, numberOf(value)) : undefined;

const conforms = ({ value, testOf }: Given): Demand => each(testOf(value));

/** By parameter: the demand it makes; none where only the engine knows. */
export const demands: Readonly<Record<string, (given: Given) => Demand | undefined>> = {
  property: conforms,
  node: conforms,
  and: ({ shapes, value, testOf }) => {
    const tests = readList(shapes, value).map(testOf);
    return each((node, data) => tests.every((test) => test(node, data)));
  },
  or: ({ shapes, value, testOf }) => {
    const tests = readList(shapes, value).map(testOf);
    return each((node, data) => tests.some((test) => test(node, data)));
  },
  class: ({ value: type }) =>
    each((value, data) => {
      const classes = classesBelow(data, type);
      return data.find(value, rdf.type, null).some(({ object }) => classes.has(termKey(object)));
    }),
  datatype: ({ value: datatype }) =>
    each(
      (value) =>
        value.termType === 'Literal' &&
        value.datatype.value === datatype.value &&
        isOfDatatype(value.value, datatype.value),
    ),
  nodeKind: ({ value: kind }) => {
    const allowed = kinds[kind.value.slice(shacl.length)];
    return allowed && each(({ termType }) => allowed.includes(termType));
  },
  minCount: counted((count, bound) => count >= bound),
  maxCount: counted((count, bound) => count <= bound),
  minInclusive: compared((a, b) => a >= b),
  maxInclusive: compared((a, b) => a <= b),
  minExclusive: compared((a, b) => a > b),
  maxExclusive: compared((a, b) => a < b),
  lessThan: comparedWithProperty((a, b) => a < b),
  lessThanOrEquals: comparedWithProperty((a, b) => a <= b),
  minLength: ({ value: bound }) =>
    each((value) => value.termType !== 'BlankNode' && lengthOf(value) >= numberOf(bound)),
  maxLength: ({ value: bound }) =>
    each((value) => value.termType !== 'BlankNode' && lengthOf(value) <= numberOf(bound)),
  pattern: (given) => {
    alone(given, 'pattern');
    const { source, flags } = translate(given.value.value, companion(given, 'flags')?.value);
    const pattern = new RegExp(source, flags);
    return each((value) => value.termType !== 'BlankNode' && pattern.test(value.value));
  },
  languageIn: ({ shapes, value: list }) => {
    const ranges = readList(shapes, list).map(({ value }) => value);
    return each(
      (value) =>
        value.termType === 'Literal' && ranges.some((range) => languageMatches(value.language, range)),
    );
  },
  uniqueLang: ({ value, hasPath }) => {
    if (!hasPath) return undefined;
    if (!isTrue(value)) return satisfied;
    return (values) => {
      const tags = values.flatMap((each) => (each.termType === 'Literal' && each.language) || []);
      return new Set(tags).size === tags.length;
    };
  },
  hasValue:
    ({ value: wanted }) =>
    (values) =>
      values.some((value) => value.equals(wanted)),
  in: (given) => {
    alone(given, 'in');
    const members = new Set(readList(given.shapes, given.value).map(termKey));
    return each((value) => members.has(termKey(value)));
  },
  disjoint:
    ({ value: property }) =>
    (values, node, data) =>
      values.every((value) => data.find(node, property, value).length === 0),
  closed: (given) => {
    const { shapes, shape, value } = given;
    alone(given, 'closed');
    const ignored = companion(given, 'ignoredProperties');
    if (!isTrue(value)) return satisfied;
    const allowed = new Set(ignored ? readList(shapes, ignored).map(termKey) : []);
    for (const { object: property } of shapes.match(shape, sh.property))
      for (const { object: path } of shapes.match(property, sh.path))
        if (path.termType === 'NamedNode') allowed.add(path.value);
    return each((node, data) =>
      data.find(node, null, null).every(({ predicate }) => allowed.has(predicate.value)),
    );
  },
  qualifiedValueShape: (given) => {
    const { value, testOf, refusalOf, hasPath } = given;
    alone(given, 'qualifiedValueShape');
    const apart = companion(given, 'qualifiedValueShapesDisjoint');
    const [least, most] = [companion(given, 'qualifiedMinCount'), companion(given, 'qualifiedMaxCount')];
    if (!hasPath || (apart && isTrue(apart))) return undefined;
    const [conforms, refuses] = [testOf(value), refusalOf(value)];
    return (values, _node, data) =>
      (!most || values.filter((each) => !refuses(each, data)).length <= numberOf(most)) &&
      (!least || values.filter((each) => conforms(each, data)).length >= numberOf(least));
  },
};

/** The parameters whose demand is known to the full: a node that does not surely keep it, breaks it. */
export const exact: ReadonlySet<string> = new Set(['class', 'nodeKind', 'hasValue', 'in']);

/** Parameters that go with another. */
export const companions: ReadonlySet<string> = new Set([
  'flags',
  'ignoredProperties',
  'qualifiedMinCount',
  'qualifiedMaxCount',
  'qualifiedValueShapesDisjoint',
]);

/** What a shape may say without demanding anything of a node. */
export const annotations: ReadonlySet<string> = new Set(
  `path severity message name description order group defaultValue deactivated targetClass targetNode
  targetSubjectsOf targetObjectsOf target`.split(/\s+/),
);
