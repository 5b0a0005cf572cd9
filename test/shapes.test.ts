import { describe, expect, it } from 'vitest';
import { Dataset } from '../src/graph/dataset.ts';
import { validateShapes } from '../src/validate/shapes.ts';
import { filesBelow, quadsOf, textOf } from './support.ts';

const shapeFiles = filesBelow('shapes', /\.ttl$/);
const fixtures = filesBelow('test/shapes', /\.ttl$/);
const quadsOfAll = async (files: readonly string[]) => (await Promise.all(files.map(quadsOf))).flat();
const shapes = new Dataset(await quadsOfAll(shapeFiles));
// The ontology and its lists of terms, and an orchard that the fixtures refer to.
const world = await quadsOfAll([...filesBelow('ontology', /\.ttl$/), 'test/shapes/world.ttl']);

const localName = (iri: string) => iri.replace(/^.*#/, '');
const expectation = (file: string) => /^#\+ expect: (.*)$/m.exec(textOf(file))?.[1]?.split(', ').sort();
const broken = async (file: string) => {
  const results = await validateShapes(new Dataset([...world, ...(await quadsOf(file))]), shapes);
  const rules = results.map(
    ({ shape, severity }) => `${localName(shape.value)} ${severity[0]!.toUpperCase()}${severity.slice(1)}`,
  );
  return rules.length === 0 ? ['conforms'] : [...new Set(rules)].sort();
};

describe('a fixture breaks the rules that it names and no other:', () => {
  it.each(fixtures)('%s', async (file) => {
    expect(await broken(file)).toEqual(expectation(file));
  });
});

const sh = 'http://www.w3.org/ns/shacl#';
const subjects = (type: string) =>
  [...shapes].filter(({ object }) => object.value === sh + type).map(({ subject }) => subject);
const objects = (subject: string, predicate: string) =>
  [...shapes]
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === sh + predicate)
    .map(({ object }) => object);

describe('every shape', () => {
  const propertyShapes = subjects('PropertyShape').map(({ value }) => value);
  const targeted = subjects('NodeShape')
    .map(({ value }) => value)
    .filter((shape) => objects(shape, 'targetClass').length > 0);

  it('has an IRI', () => {
    const nameless = [...subjects('PropertyShape'), ...subjects('NodeShape')].filter(
      ({ termType }) => termType !== 'NamedNode',
    );
    expect(nameless).toEqual([]);
  });

  it.each([...propertyShapes, ...targeted].map(localName))(
    '%s says in Dutch and in English what to do',
    (name) => {
      const messages = objects(`https://w3id.org/meent/shapes#${name}`, 'message');
      expect(messages.map((term) => (term.termType === 'Literal' ? term.language : '')).sort()).toEqual([
        'en',
        'nl',
      ]);
      expect(objects(`https://w3id.org/meent/shapes#${name}`, 'severity')).toHaveLength(1);
    },
  );

  it('has a fixture that breaks it', () => {
    const named = new Set(
      fixtures.flatMap((file) => expectation(file) ?? []).map((rule) => rule.split(' ')[0]),
    );
    // A term of the wrong list shows where the term is used, not at the shape of the list.
    const unnamed = [...propertyShapes, ...targeted]
      .map(localName)
      .filter((name) => !named.has(name) && !name.startsWith('TermOf-'));
    expect(unnamed).toEqual([]);
  });

  it('stands beside a fixture that conforms', () => {
    const folders = [...new Set(fixtures.map((file) => file.split('/').slice(0, -1).join('/')))].filter(
      (f) => f !== 'test/shapes',
    );
    const classes = new Set(targeted.map(localName).map((name) => `test/shapes/${name.split('-')[0]}`));
    expect([...classes].filter((folder) => !fixtures.includes(`${folder}/valid.ttl`))).toEqual([]);
    expect(folders.filter((folder) => !fixtures.includes(`${folder}/valid.ttl`))).toEqual([]);
  });
});
