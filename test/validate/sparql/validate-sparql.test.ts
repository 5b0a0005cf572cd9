import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/failure.ts';
import { Dataset } from '../../../src/graph/dataset.ts';
import { pathName } from '../../../src/validate/path.ts';
import { validateShapes } from '../../../src/validate/shapes.ts';
import { mergeResults } from '../../../src/validate/sparql/results.ts';
import { validateSparql } from '../../../src/validate/sparql/validate-sparql.ts';
import { turtle } from '../../support.ts';

const prefixes = `
  @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
  :ns sh:declare [ sh:prefix "" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .
`;
const shapesOf = (text: string): Promise<Dataset> => turtle(prefixes + text);
const local = (text: string | undefined) =>
  text?.replace(/https:\/\/example.org\/|http:\/\/www.w3.org\/ns\/shacl#/g, '');

/** Every result as *focus path value component rule*, after both engines. */
async function resultsOf(data: string, shapesText: string): Promise<string[]> {
  const [dataset, shapes] = [await turtle(data), await shapesOf(shapesText)];
  const { findings, refusals, core } = await validateSparql(dataset, shapes);
  expect(refusals).toEqual([]);
  return mergeResults(await validateShapes(dataset, core), findings)
    .map(({ focus, path, value, component, rule }) =>
      [focus.value, path && pathName(path), value?.value, component, rule]
        .map((each) => local(each) ?? '-')
        .join(' '),
    )
    .sort();
}

const refusalsOf = async (text: string) =>
  (await validateSparql(new Dataset(), await shapesOf(text))).refusals.map(
    ({ node, why }) => `${local(node.value)}: ${why['en']}`,
  );

const tooLong = `sh:prefixes :ns ; sh:select "SELECT $this ?value { $this :name ?value FILTER(STRLEN(?value) > 3) }"`;
const people =
  ':anna :name "Anna" ; :knows :bob . :bob :name "Bob" ; :knows :anna, :carol . :carol :name "Carol" .';

describe('a constraint in SPARQL', () => {
  it('stands beside another, and beside Core, on one shape', async () => {
    expect(
      await resultsOf(
        people,
        `:S a sh:NodeShape ; sh:targetNode :anna ; sh:property :P ; sh:sparql [ ${tooLong} ], [
           sh:prefixes :ns ; sh:select "SELECT $this (:knows AS ?path) { $this :knows :bob }" ] .
         :P a sh:PropertyShape ; sh:path :knows ; sh:minCount 2 .`,
      ),
    ).toEqual([
      'anna - Anna SPARQLConstraintComponent S',
      'anna knows - MinCountConstraintComponent P',
      'anna knows anna SPARQLConstraintComponent S',
    ]);
  });

  it('is silent where it, or its shape, is switched off', async () => {
    expect(
      await resultsOf(
        people,
        `:S a sh:NodeShape ; sh:targetNode :anna ; sh:sparql [ sh:deactivated true ; ${tooLong} ] .
         :T a sh:NodeShape ; sh:targetNode :anna ; sh:deactivated true ; sh:sparql [ ${tooLong} ] .`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['predicate', ':knows'],
    ['inverse', '[ sh:inversePath :knows ]'],
    ['sequence', '( :knows :name )'],
    ['alternative', '[ sh:alternativePath ( :knows :name ) ]'],
    ['repeat', '[ sh:oneOrMorePath :knows ]'],
    ['nested', '( [ sh:zeroOrMorePath [ sh:inversePath :knows ] ] :name )'],
  ])('finds with $PATH what the Core engine finds: %s', async (_, path) => {
    const text = (constraint: string) =>
      `:P a sh:PropertyShape ; sh:targetNode :anna, :bob, :carol ; sh:path ${path} ; ${constraint} .`;
    const select = 'SELECT DISTINCT $this ?value { $this $PATH ?value FILTER(!isBlank(?value)) }';
    const strip = (lines: string[]) => lines.map((line) => line.replace(/\S+Component/, ''));
    const found = await resultsOf(people, text(`sh:sparql [ sh:select "${select}" ]`));
    expect(found.length).toBeGreaterThan(0);
    expect(strip(found)).toEqual(strip(await resultsOf(people, text('sh:nodeKind sh:BlankNode'))));
  });

  it('speaks in every language, with the values of the solution filled in', async () => {
    const shapes = await shapesOf(`:S a sh:NodeShape ; sh:targetNode :anna ; sh:severity sh:Info ; sh:sparql [
      sh:message "{?value} is te lang voor {$this}, {?niets}"@nl, "{$value} is too long"@en ; ${tooLong} ] .`);
    const { findings } = await validateSparql(await turtle(people), shapes);
    expect(findings).toMatchObject([
      {
        severity: 'info',
        message: { nl: 'Anna is te lang voor https://example.org/anna, {?niets}', en: 'Anna is too long' },
      },
    ]);
  });

  it.each([
    [
      'the shape, whatever else does',
      'sh:message "Shape" ; ',
      'sh:message "Constraint" ;',
      '("Row" AS ?message)',
      'Shape',
    ],
    ['the solution', '', 'sh:message "Constraint" ;', '("Row" AS ?message)', 'Row'],
    ['the constraint', '', 'sh:message "Constraint" ;', '', 'Constraint'],
    ['nobody, so we', '', '', '', 'Breaks a rule in SPARQL (SPARQLConstraintComponent).'],
  ])('has the message of %s', async (_, shape, constraint, solution, message) => {
    const shapes = await shapesOf(`:S a sh:NodeShape ; sh:targetNode :anna ; ${shape} sh:sparql [
      ${constraint} sh:prefixes :ns ; sh:select 'SELECT $this ${solution} { $this :name ?name }' ] .`);
    const { findings } = await validateSparql(await turtle(people), shapes);
    expect(findings.map((finding) => finding.message['en'])).toEqual([message]);
  });

  it('looks at blank nodes and literals too, and names them as the data does', async () => {
    const data = await turtle('[] a :Thing ; :name "nameless" .');
    const shapes = await shapesOf(`:S a sh:NodeShape ; sh:targetClass :Thing ; sh:targetNode "text" ;
      sh:sparql [ sh:prefixes :ns ; sh:select "SELECT $this { FILTER(!isIRI($this)) }" ] .`);
    const { findings } = await validateSparql(data, shapes);
    const [thing] = data;
    expect(findings.map(({ focus }) => focus)).toEqual(expect.arrayContaining([thing!.subject]));
    expect(findings).toHaveLength(2);
  });

  it('fails, and does not pass, where its query says that it failed', async () => {
    const shapes = await shapesOf(
      ':S a sh:NodeShape ; sh:targetNode :anna ; sh:sparql [ sh:select "SELECT $this (true AS ?failure) {}" ] .',
    );
    const failure = (await validateSparql(new Dataset(), shapes).catch((error: unknown) => error)) as Failure;
    expect(failure).toMatchObject({ code: 4, message: expect.stringContaining('anna') });
  });

  it('can look into the shapes, which are no part of the data', async () => {
    const select = (pattern: string) =>
      `sh:sparql [ sh:prefixes :ns ; sh:select "SELECT $this { ${pattern} }" ]`;
    const shape = (pattern: string) =>
      `:S a sh:NodeShape ; sh:targetNode :anna ; :limit 3 ; ${select(pattern)} .`;
    expect(
      await resultsOf(people, shape('GRAPH $shapesGraph { $currentShape :limit ?n } FILTER(?n < 5)')),
    ).toHaveLength(1);
    expect(await resultsOf(people, shape('?any :limit ?n'))).toEqual([]);
    expect(await resultsOf(people, shape('GRAPH ?g { ?any :limit ?n }'))).toEqual([]);
  });
});

describe('a target in SPARQL', () => {
  const knowing = `sh:target [ a sh:SPARQLTarget ; sh:prefixes :ns ; sh:select "SELECT ?this { ?this :knows :bob }" ]`;

  it('selects the nodes of Core constraints and of those in SPARQL', async () => {
    expect(
      await resultsOf(
        people,
        `:S a sh:NodeShape ; ${knowing} ; sh:nodeKind sh:Literal ; sh:sparql [ ${tooLong} ] .`,
      ),
    ).toEqual(['anna - Anna SPARQLConstraintComponent S', 'anna - anna NodeKindConstraintComponent S']);
  });

  it('can be of a type with parameters', async () => {
    const type = `:Knowing a sh:SPARQLTargetType ; rdfs:subClassOf sh:Target ; sh:parameter [ sh:path :whom ] ;
      sh:prefixes :ns ; sh:select "SELECT ?this { ?this :knows $whom }" .`;
    const shape = (target: string) =>
      `${type} :S a sh:NodeShape ; sh:target [ ${target} ] ; sh:nodeKind sh:Literal .`;
    expect(await resultsOf(people, shape('a :Knowing ; :whom :carol'))).toEqual([
      'bob - bob NodeKindConstraintComponent S',
    ]);
    expect(await refusalsOf(shape('a :Knowing'))).toMatchObject([/whom/]);
  });

  it.each([
    ['one of another sort', ':T :x 1', /sh:select/],
    [
      'one that asks elsewhere',
      ':T sh:select "SELECT ?this { SERVICE <https://example.org/> { ?this ?p ?o } }"',
      /SERVICE/,
    ],
    ['one that does not return the node', ':T sh:select "SELECT ?x { ?x ?p ?o }"', /this/],
  ])('is refused: %s', async (_, target, why) => {
    expect(await refusalsOf(`:S a sh:NodeShape ; sh:target :T . ${target} .`)).toMatchObject([why]);
  });
});

describe('a shape that another leads to', () => {
  const named = `:Named a sh:NodeShape ; sh:sparql [ ${tooLong} ] .`;

  it('has results of its own through sh:property', async () => {
    expect(
      await resultsOf(
        people,
        `:S a sh:NodeShape ; sh:targetNode :bob ; sh:property :P .
         :P a sh:PropertyShape ; sh:path :knows ; sh:property :Q .
         :Q a sh:PropertyShape ; sh:path :name ; sh:sparql [
           sh:select "SELECT $this ?value { $this $PATH ?value FILTER(STRLEN(?value) > 4) }" ] .`,
      ),
    ).toEqual(['carol name Carol SPARQLConstraintComponent Q']);
  });

  it.each([
    ['sh:node', 'sh:node :Named', 'NodeConstraintComponent'],
    ['sh:and', 'sh:and ( :Named [ sh:nodeKind sh:IRI ] )', 'AndConstraintComponent'],
  ])('gives the shape that refers to it a result through %s', async (_, reference, component) => {
    expect(
      await resultsOf(
        people,
        `${named} :S a sh:NodeShape ; sh:targetNode :bob ; sh:property :P . :P sh:path :knows ; ${reference} .`,
      ),
    ).toEqual([`bob knows anna ${component} P`, `bob knows carol ${component} P`]);
  });

  it('gives one result where its Core constraints find fault too', async () => {
    expect(
      await resultsOf(
        people,
        `${named} :Named sh:nodeKind sh:Literal . :S a sh:NodeShape ; sh:targetNode :anna, :bob ; sh:node :Named .`,
      ),
    ).toEqual(['anna - anna NodeConstraintComponent S', 'bob - bob NodeConstraintComponent S']);
  });

  it.each([
    ['sh:or', 'sh:or ( :Named [ sh:nodeKind sh:Literal ] )'],
    ['sh:xone', 'sh:xone ( :Named [ sh:nodeKind sh:Literal ] )'],
    ['sh:not', 'sh:not :Named'],
    ['sh:not at a distance', 'sh:not [ sh:node :Named ]'],
    [
      'sh:qualifiedValueShape',
      'sh:property [ sh:path :knows ; sh:qualifiedValueShape :Named ; sh:qualifiedMaxCount 1 ]',
    ],
    ['a circle', 'sh:node :Named . :Named sh:property [ sh:path :knows ; sh:node :Named ]'],
  ])('is refused through %s', async (_, reference) => {
    expect(await refusalsOf(`${named} :S a sh:NodeShape ; sh:targetNode :bob ; ${reference} .`)).toHaveLength(
      1,
    );
  });
});

describe('a constraint component of the shapes’ own', () => {
  const component = (
    validator: string,
  ) => `:Longest a sh:ConstraintComponent ; sh:labelTemplate "At most {$most}" ;
    sh:parameter [ sh:path :most ], [ sh:path :except ; sh:optional true ] ; ${validator} .`;
  const askLength = `sh:validator [ sh:prefixes :ns ; sh:message "{$value} exceeds {$most}" ;
    sh:ask "ASK { FILTER(STRLEN(STR($value)) <= $most || $value = COALESCE($except, false)) }" ]`;
  const shape = (more: string) =>
    `:P a sh:PropertyShape ; sh:targetNode :anna, :bob, :carol ; sh:path :name ; ${more} .`;

  it('holds every value against its ASK, with and without the optional parameter', async () => {
    const text = component(askLength);
    expect(await resultsOf(people, text + shape(':most 3'))).toEqual([
      'anna name Anna Longest P',
      'carol name Carol Longest P',
    ]);
    expect(await resultsOf(people, text + shape(':most 3 ; :except "Anna"'))).toEqual([
      'carol name Carol Longest P',
    ]);
    expect(await resultsOf(people, text + shape(':except "Anna"'))).toEqual([]);
  });

  it('prefers the SELECT for the sort of shape', async () => {
    const select = `sh:propertyValidator [ sh:select "SELECT $this ?value { $this $PATH ?value FILTER(STRLEN(?value) > $most) }" ]`;
    const { findings } = await validateSparql(
      await turtle(people),
      await shapesOf(component(`${askLength} ; ${select}`) + shape(':most 4')),
    );
    expect(findings).toMatchObject([{ value: { value: 'Carol' }, message: { en: 'At most 4' } }]);
  });

  it.each([
    ['without a validator in SPARQL', component(':other 1') + shape(':most 3')],
    ['with two values of one of its parameters', component(askLength) + shape(':most 3, 4')],
    [
      'that gives its value another',
      component('sh:validator [ sh:ask "ASK { BIND(1 AS ?value) }" ]') + shape(':most 3'),
    ],
  ])('is refused %s', async (_, text) => expect(await refusalsOf(text)).toHaveLength(1));
});
