import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../src/graph/dataset.ts';
import { parse } from '../../src/graph/parse.ts';
import { termKey } from '../../src/graph/terms.ts';
import { pathName } from '../../src/validate/path.ts';
import { validateShapes } from '../../src/validate/shapes.ts';
import { filesBelow, quadsOf } from '../support.ts';

/** What is found with the screen before the engine, or without it. */
const found = (data: Dataset, shapes: Dataset, isScreened: boolean) =>
  validateShapes(data, shapes, isScreened)
    .map(({ focus, path, value, shape, component, severity, message }) =>
      JSON.stringify([
        ...[focus, shape, ...(value ? [value] : [])].map(termKey),
        path && pathName(path),
        component,
        severity,
        message,
      ]),
    )
    .sort();

const prefixes = `@prefix : <urn:> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n`;
const dataset = async (text: string) =>
  new Dataset((await parse(prefixes + text, { path: 'test.ttl', base: 'urn:' })).quads);

const nodes = [':a', ':b', ':c', '_:d'];
const literals = `"a" "bc"@en "b"@nl "b"@en-GB "" 1 2 10 -3 1.5 0.0 true "x"^^xsd:integer "03"^^xsd:integer
  "2"^^xsd:nonNegativeInteger "1e3"^^xsd:double "2024-01-31"^^xsd:date "2024-02-31"^^xsd:date "t"^^:t`.split(
  /\s+/,
);
const anyValue = fc.constantFrom(...nodes, ...literals);
const anyStatement = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(':p', ':q'), anyValue) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...nodes), fc.constant('a'), fc.constantFrom(':C', ':D', ':E')),
  },
);
const anyData = fc
  .array(anyStatement, { maxLength: 14 })
  .map((all) => `:D rdfs:subClassOf :C . ${all.map((each) => `${each.join(' ')} .`).join('\n')}`);

const bounds = ['0', '1', '2', '1.5', '"2"^^xsd:nonNegativeInteger', '"2024-02-01"^^xsd:date', '"b"'];
const oneOf = (name: string, values: readonly string[]) =>
  fc.constantFrom(...values).map((value) => `sh:${name} ${value}`);
const ofNodes = [
  oneOf('class', [':C', ':D']),
  oneOf(
    'nodeKind',
    'IRI BlankNode Literal BlankNodeOrIRI IRIOrLiteral'.split(' ').map((kind) => `sh:${kind}`),
  ),
  oneOf(
    'datatype',
    'string integer decimal boolean double date nonNegativeInteger'
      .split(' ')
      .map((type) => `xsd:${type}`)
      .concat('rdf:langString', ':t'),
  ),
  ...['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'].map((name) => oneOf(name, bounds)),
  ...['minLength', 'maxLength'].map((name) => oneOf(name, ['0', '1', '2'])),
  oneOf('pattern', ['"^[a-b]"', '"^$"', '"A" ; sh:flags "i"', '"^urn:"']),
  oneOf('languageIn', ['( "en" )', '( "nl" "en-GB" )']),
  oneOf('hasValue', [':a', '1', '"b"@nl']),
  oneOf('in', ['( :a :b 1 )', '( "a" "bc"@en :c )']),
  oneOf('disjoint', [':q']),
  oneOf('equals', [':q']),
];
const ofProperties = [
  ...['minCount', 'maxCount'].map((name) => oneOf(name, ['0', '1', '2'])),
  oneOf('uniqueLang', ['true', 'false']),
  ...['lessThan', 'lessThanOrEquals'].map((name) => oneOf(name, [':q'])),
];
const paths = [
  ':p',
  ':q',
  '[ sh:inversePath :p ]',
  '( :p :q )',
  '[ sh:alternativePath ( :p :q ) ]',
  '[ sh:zeroOrMorePath :p ]',
];
const several = (constraints: readonly fc.Arbitrary<string>[]) =>
  fc.uniqueArray(fc.oneof(...constraints), {
    minLength: 1,
    maxLength: 3,
    selector: (said) => said.split(' ')[0],
  });

const { shape } = fc.letrec((tie) => {
  const inner = tie('shape') as fc.Arbitrary<string>;
  const nested = [
    fc
      .tuple(fc.constantFrom('and', 'or', 'xone'), inner, inner)
      .map(([name, a, b]) => `sh:${name} ( ${a} ${b} )`),
    fc.tuple(fc.constantFrom('not', 'node'), inner).map(([name, a]) => `sh:${name} ${a}`),
    fc.tuple(tie('property') as fc.Arbitrary<string>).map(([a]) => `sh:property ${a}`),
    fc.constant('sh:closed true ; sh:ignoredProperties ( rdf:type :q )'),
  ];
  const qualified = fc
    .tuple(
      inner,
      fc.constantFrom('sh:qualifiedMinCount 1', 'sh:qualifiedMaxCount 1', 'sh:qualifiedMinCount 2'),
    )
    .map(([a, count]) => `sh:qualifiedValueShape ${a} ; ${count}`);
  return {
    shape: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      several(ofNodes).map((all) => `[ ${all.join(' ; ')} ]`),
      several([...ofNodes, ...nested]).map((all) => `[ ${all.join(' ; ')} ]`),
    ),
    property: fc
      .tuple(
        fc.constantFrom(...paths),
        several([...ofNodes, ...ofProperties, ...nested.slice(0, 2), qualified]),
      )
      .map(([path, all]) => `[ sh:path ${path} ; ${all.join(' ; ')} ]`),
  };
}) as { shape: fc.Arbitrary<string> };
const anyShapes = fc.tuple(shape, shape).map(
  ([s, t]) => `:S a sh:NodeShape ; sh:targetClass :C ; sh:node ${s} .
:T a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:targetNode :b ; sh:property [ sh:path :p ; sh:node ${t} ] .`,
);

describe('a screen before the engine', () => {
  it('takes nothing away from what the engine finds', async () => {
    const tally = { cases: 0, results: 0 };
    await fc.assert(
      fc.asyncProperty(anyData, anyShapes, async (statements, rules) => {
        const [data, shapes] = [await dataset(statements), await dataset(rules)];
        const alone = found(data, shapes, false);
        expect(found(data, shapes, true)).toEqual(alone);
        tally.cases++;
        tally.results += alone.length;
      }),
      { seed: 31, numRuns: 300 },
    );
    expect(tally.results).toBeGreaterThan(tally.cases);
  });

  it('takes nothing away from what the shapes of this project find in their fixtures', async () => {
    const read = async (files: readonly string[]) =>
      new Dataset((await Promise.all(files.map(quadsOf))).flat());
    const rules = await read(filesBelow('shapes', /\.ttl$/));
    const data = await read([...filesBelow('ontology', /\.ttl$/), ...filesBelow('test/shapes', /\.ttl$/)]);
    const alone = found(data, rules, false);
    expect(alone.length).toBeGreaterThan(100);
    expect(found(data, rules, true)).toEqual(alone);
  });
});
