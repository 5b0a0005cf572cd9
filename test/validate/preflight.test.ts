import { describe, expect, it } from 'vitest';
import { loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { knownTerms } from '../../src/validate/preflight/known-terms.ts';
import { editDistance, nearest } from '../../src/graph/nearest.ts';
import {
  memberRules,
  needs,
  once,
  onPropertyShapes,
  valueRules,
} from '../../src/validate/preflight/parameter-rules.ts';
import { preflight } from '../../src/validate/preflight/preflight.ts';
import { filesBelow, loadedFrom, ownProject, root, textOf } from '../support.ts';

const fixtures = filesBelow('test/validate/preflight', /\.ttl$/);
const shapesOf = (file: string) => loadShapes(openProject('.', root, { data: [file], shapes: [file] }));
const expectation = (file: string) => /^#\+ expect: (.*)$/m.exec(textOf(file))?.[1]?.split(', ');
const core = { sparql: false };

describe('a shapes file gives the fault that it names, where it says, and no other:', () => {
  it.each(fixtures)('%s', async (file) => {
    const found = preflight(await shapesOf(file), core);
    expect(found.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual(expectation(file));
    for (const { kind, message, hint, excerpt } of found) {
      expect(kind).toBe('preflight');
      expect(excerpt).toBe(textOf(file).split('\n')[found[0]!.line! - 1]);
      for (const sentence of [message, hint ?? { nl: '.', en: '.' }]) {
        expect(Object.keys(sentence).sort()).toEqual(['en', 'nl']);
        expect(Object.values(sentence).join()).not.toMatch(
          /\{(term|shape|parameter|expected|value|other|reason)\}|undefined|\[object/,
        );
      }
    }
  });
});

const prefixes = '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .\n';
const faultsOf = async (turtle: string, honouring = core) =>
  preflight(await loadedFrom({ 'shapes.ttl': prefixes + turtle }), honouring);

describe('preflight', () => {
  it('finds nothing in the shapes of this project', async () => {
    expect(preflight(await loadShapes(ownProject()), core)).toEqual([]);
  });

  it('finds all there is, in the order of the lines', async () => {
    const found = await faultsOf(`ex:S a sh:NodeShape ;
  sh:targetClas ex:C ;
  sh:property [ sh:path ex:p ; sh:minCuont 1 ; sh:maxCount "many" ] ;
  sh:node ex:Undefined .`);
    expect(found.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '3 unknown-term',
      '4 unknown-term',
      '4 wrong-value',
      '5 undefined-shape',
    ]);
  });

  it('names the shape that a nameless node belongs to', async () => {
    const [fault] = await faultsOf(`ex:S a sh:NodeShape ; sh:targetClass ex:C ;
  sh:or ( [ sh:property [ sh:path ex:p ; sh:minCount "one" ] ] ) .`);
    expect(fault).toMatchObject({ focus: 'https://example.org/S', value: 'one' });
    expect(fault!.message['en']).toBe(
      'sh:minCount takes a whole number from 0 (xsd:integer), and not "one".',
    );
  });

  it('is not as serious where the shapes can be honoured all the same', async () => {
    const found = await faultsOf(`ex:S a sh:NodeShape ; sh:targetClass ex:C ; ex:later [ sh:maxCount 1 ] ;
  sh:property [ sh:nodeKind sh:IRI ] .`);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['annotation', 'info'],
      ['path-left-out', 'warning'],
    ]);
  });

  it('asks whether another term was meant', async () => {
    const [fault] = await faultsOf('ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodekind sh:IRI .');
    expect(fault!.hint).toEqual({ nl: 'Bedoel je sh:nodeKind?', en: 'Did you mean sh:nodeKind?' });
  });

  it('does not ask where nothing is alike', async () => {
    const [fault] = await faultsOf('ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:orchard sh:IRI .');
    expect(fault!.hint).toBeUndefined();
  });

  it('takes SPARQL for honoured where it is', async () => {
    const turtle = `ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this ?p ?o }" ] ;
  sh:sparql [ sh:select "SELECT $this { $this ?p ?o }" ] .`;
    expect((await faultsOf(turtle)).map(({ path }) => path?.replace(/.*#/, ''))).toEqual([
      'target',
      'sparql',
    ]);
    expect(await faultsOf(turtle, { sparql: true })).toEqual([]);
  });

  it('takes an import for honoured where what it names is among the files', async () => {
    const importing = `${prefixes}@prefix owl: <http://www.w3.org/2002/07/owl#> .
ex:Shapes owl:imports ex:More , <https://example.org/more/1.0> .`;
    const imported = `${prefixes}@prefix owl: <http://www.w3.org/2002/07/owl#> .
ex:More a owl:Ontology ; owl:versionIRI <https://example.org/more/1.0> .
ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind sh:IRI .`;
    expect(preflight(await loadedFrom({ 'a.ttl': importing, 'b.ttl': imported }), core)).toEqual([]);
  });

  it('says once a file that the namespace is wrong', async () => {
    const turtle = (name: string) =>
      `@prefix sh: <https://www.w3.org/ns/shacl#> . <${name}> a sh:NodeShape ; sh:targetClass <C> ; sh:minCount 1 .`;
    const found = preflight(await loadedFrom({ 'a.ttl': turtle('a'), 'b.ttl': turtle('b') }), core);
    expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'a.ttl wrong-namespace',
      'b.ttl wrong-namespace',
    ]);
  });

  it('leaves namespaces of the same family alone', async () => {
    const turtle = `@prefix shsh: <http://www.w3.org/ns/shacl-shacl#> .
ex:S a sh:NodeShape , shsh:Thing ; sh:targetClass ex:C ; sh:nodeKind sh:IRI .`;
    expect(await faultsOf(turtle)).toEqual([]);
  });

  it('finds that there are no shapes where every shape is switched off, and where there are no files', async () => {
    const off = 'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind sh:IRI ; sh:deactivated true .';
    expect((await faultsOf(off)).map(({ rule }) => rule)).toEqual(['no-shapes']);
    expect(preflight(await loadedFrom({}), core).map(({ rule }) => rule)).toEqual(['no-shapes']);
  });

  it('finds that there are no shapes where demands only annotate', async () => {
    const found = await faultsOf('ex:Orchard ex:fromNextYear [ sh:maxCount 1 ] .');
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['no-shapes', 'violation'],
      ['annotation', 'info'],
    ]);
  });

  it('follows the parameters of components to shapes', async () => {
    const turtle = `ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:eachTree ] .
ex:S a sh:NodeShape ; sh:targetClass ex:Orchard ; ex:eachTree [ sh:nodeKind sh:IRI ; sh:maxCount 1 ] .`;
    const found = await faultsOf(turtle, { sparql: true });
    expect(found.map(({ rule }) => rule)).toContain('only-on-property-shapes');
  });

  it('takes a property shape without constraints for a description', async () => {
    const turtle = `ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:closed true ;
  sh:property [ sh:path ex:p ; sh:name "height" ] .`;
    expect(await faultsOf(turtle)).toEqual([]);
  });
});

describe('the tables of preflight', () => {
  it('rule only over terms that are known', () => {
    const ruled = [
      ...valueRules.keys(),
      ...memberRules.keys(),
      ...once,
      ...onPropertyShapes,
      ...needs.flat(2),
    ];
    expect(ruled.filter((name) => !knownTerms.includes(name))).toEqual([]);
  });

  it('name each term once', () => {
    expect(new Set(knownTerms).size).toBe(knownTerms.length);
  });
});

describe('the nearest word', () => {
  it.each([
    ['minCuont', 'minCount'],
    ['targetClas', 'targetClass'],
    ['NodeShap', 'NodeShape'],
    ['nodekind', 'nodeKind'],
    ['propety', 'property'],
    ['pth', 'path'],
    ['orchard', undefined],
    ['x', undefined],
  ])('to %s is %s', (misspelt, meant) => {
    expect(nearest(misspelt, knownTerms)).toBe(meant);
  });

  it.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s are %i letters apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
