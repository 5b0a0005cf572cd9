import { describe, expect, it } from 'vitest';
import { validateShapes } from '../../src/validate/shapes.ts';
import { selectTargets } from '../../src/validate/targets.ts';
import { turtle } from '../support.ts';

const prefixes =
  '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . ';
const local = (iri: string) => iri.replace('https://example.org/', '');

/** Classes :C, :C0, :C1 … each below the one before it, as many as no stack of calls holds. */
const deep = Array.from({ length: 20_000 }, (_, i) => `:C${i} rdfs:subClassOf :C${i === 0 ? '' : i - 1} .`);
/** Classes in layers of two, each below both of the layer above: more ways down than can be gone. */
const wide = Array.from({ length: 40 }, (_, i) =>
  ['a', 'b']
    .map((side) => `:${side}${i} rdfs:subClassOf ${i === 0 ? ':C' : `:a${i - 1} , :b${i - 1}`} .`)
    .join(' '),
);

describe('the instances of a class are those of every class below it, where', () => {
  const cases: [title: string, classes: string, instance: string][] = [
    ['a class is below itself', ':C rdfs:subClassOf :C .', ':C'],
    ['a class is below one that is below itself', ':D rdfs:subClassOf :C , :D .', ':D'],
    ['two classes are below each other', ':C rdfs:subClassOf :D . :D rdfs:subClassOf :C .', ':D'],
    [
      'three classes go round',
      ':C rdfs:subClassOf :D . :D rdfs:subClassOf :E . :E rdfs:subClassOf :C .',
      ':D',
    ],
    [
      'a circle is below the class',
      ':D rdfs:subClassOf :C . :E rdfs:subClassOf :D . :F rdfs:subClassOf :E . :E rdfs:subClassOf :F .',
      ':F',
    ],
    ['classes stand below each other 20 000 deep', deep.join('\n'), ':C19999'],
    ['more ways lead down than can be gone', wide.join('\n'), ':b39'],
  ];

  it.each(cases)('%s: as targets', async (_, classes, instance) => {
    const shapes = await turtle(
      `${prefixes}:S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] .`,
    );
    const data = await turtle(`${prefixes}${classes} :i a ${instance} . :j a :Other .`);
    expect(validateShapes(data, shapes).map(({ focus }) => local(focus.value))).toEqual(['i']);
    const [target] = selectTargets(shapes, data.union());
    expect(target!.focusNodes.map(({ value }) => local(value))).toEqual(['i']);
  });

  it.each(cases)('%s: as values of sh:class', async (_, classes, instance) => {
    const shapes = await turtle(
      `${prefixes}:S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; sh:class :C ] .`,
    );
    const data = await turtle(`${prefixes}${classes} :i a ${instance} . :j a :Other . :a :p :i , :j .`);
    expect(validateShapes(data, shapes).map(({ value }) => local(value!.value))).toEqual(['j']);
  });

  it.each(cases)('%s: of a shape that is the class', async (_, classes, instance) => {
    const shapes = await turtle(
      `${prefixes}:C a sh:NodeShape , rdfs:Class ; sh:property [ sh:path :p ; sh:minCount 1 ] .`,
    );
    const data = await turtle(`${prefixes}${classes} :i a ${instance} .`);
    expect(validateShapes(data, shapes).map(({ focus }) => local(focus.value))).toEqual(['i']);
  });
});

it('a shape is a class where the classes of classes go round', async () => {
  const shapes =
    await turtle(`${prefixes}:Kind rdfs:subClassOf rdfs:Class . rdfs:Class rdfs:subClassOf rdfs:Class , :Kind .
    :C a sh:NodeShape , :Kind ; sh:property [ sh:path :p ; sh:minCount 1 ] .`);
  expect(validateShapes(await turtle(':i a :C .'), shapes).map(({ focus }) => local(focus.value))).toEqual([
    'i',
  ]);
});

it('a path over rdfs:subClassOf goes one step', async () => {
  const shapes = await turtle(
    `${prefixes}:S a sh:NodeShape ; sh:targetNode :C ; sh:property [ sh:path [ sh:inversePath rdfs:subClassOf ] ; sh:nodeKind sh:Literal ] .`,
  );
  const data = await turtle(`${prefixes}:D rdfs:subClassOf :C . :E rdfs:subClassOf :D .`);
  expect(validateShapes(data, shapes).map(({ value }) => local(value!.value))).toEqual(['D']);
});
