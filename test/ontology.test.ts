import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iri, vocabulary } from '../src/graph/terms.ts';
import { Ontology, type Rule } from './ontology/ontology.ts';
import { pitfallsOfClasses } from './ontology/pitfalls/classes.ts';
import { pitfallsOfTheDeclaration } from './ontology/pitfalls/declaration.ts';
import { pitfallsOfNames } from './ontology/pitfalls/names.ts';
import { pitfallsOfProperties } from './ontology/pitfalls/properties.ts';
import { filesBelow, ownGraph, quadsOf, root, textOf } from './support.ts';

const quadsOfAll = async (files: readonly string[]) => (await Promise.all(files.map(quadsOf))).flat();
const meent = new Ontology(
  await quadsOfAll(['ontology/meent.ttl', 'ontology/alignments.ttl']),
  'https://w3id.org/meent/ns#',
);
const iriOfOntology = 'https://w3id.org/meent/ns';

/**
 * The pitfalls of OOPS! that can be seen without a dictionary, the network or a person. The others are P01, P09, P17 and
 * P18, which ask what a term means, and P37, whether it is on the Web. P13 is accepted; see below.
 */
const pitfalls: Readonly<Record<string, Rule>> = {
  ...pitfallsOfNames,
  ...pitfallsOfClasses,
  ...pitfallsOfProperties,
  ...pitfallsOfTheDeclaration,
};

describe.each(Object.entries(pitfalls))('%s', (pitfall, offenders) => {
  const fault = `test/ontology/faults/${pitfall.slice(0, 3)}.ttl`;

  it('is not in the ontology', () => {
    expect(offenders(meent)).toEqual([]);
  });

  it('is found in an ontology that has it', async () => {
    const faulty = new Ontology(await quadsOf(fault), 'https://example.org/orchard#');
    const expected = /^#\+ expect: (.+)$/m.exec(textOf(fault))?.[1]?.split(', ');
    expect([...new Set(offenders(faulty))].map((term) => faulty.short(term) || term).sort()).toEqual(
      expected,
    );
  });
});

describe('the faults', () => {
  it('each have a pitfall', () => {
    const names = Object.keys(pitfalls).map((pitfall) => `test/ontology/faults/${pitfall.slice(0, 3)}.ttl`);
    expect(filesBelow('test/ontology/faults', /\.ttl$/)).toEqual(names.sort());
  });
});

describe('P13, properties without an inverse', () => {
  it('is accepted, for a reason that is written down', () => {
    expect(existsSync(join(root, 'docs/decisions/0010-leave-out-inverse-properties.md'))).toBe(true);
    expect(meent.pairs('owl:inverseOf')).toEqual([]);
  });
});

describe('the ontology', () => {
  const data = ownGraph().then(({ dataset }) => dataset);

  it('is small', () => {
    expect(meent.classes.length).toBeLessThanOrEqual(14);
    expect(meent.properties.length).toBeLessThanOrEqual(28);
  });

  it('says what it is, who made it and how to cite it', () => {
    for (const property of ['dcterms:title', 'dcterms:description'])
      expect(meent.texts(iriOfOntology, property).map(({ language }) => language)).toEqual(['nl', 'en']);
    for (const property of ['dcterms:creator', 'dcterms:license', 'owl:versionIRI'])
      expect(meent.links(iriOfOntology, property), property).toHaveLength(1);
    expect(meent.objects(iriOfOntology, 'dcterms:created')).toMatchObject([
      {
        value: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        datatype: { value: expect.stringMatching(/#date$/) },
      },
    ]);
    expect(meent.objects(iriOfOntology, 'vann:preferredNamespacePrefix')).toMatchObject([
      { termType: 'Literal', value: 'meent' },
    ]);
    expect(meent.objects(iriOfOntology, 'vann:preferredNamespaceUri')).toMatchObject([
      { termType: 'Literal', value: meent.namespace },
    ]);
  });

  it('has one version, in its number, its IRI, its citation and the changelog', () => {
    const [version] = meent.objects(iriOfOntology, 'owl:versionInfo').map(({ value }) => value);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(meent.links(iriOfOntology, 'owl:versionIRI')).toEqual([`${iriOfOntology}/${version}`]);
    expect(meent.objects(iriOfOntology, 'dcterms:bibliographicCitation')[0]!.value).toContain(
      `version ${version}.`,
    );
    expect(textOf('CHANGELOG.md')).toContain(`\`${iriOfOntology}\` ${version}`);
  });

  it.each(meent.classes.map((term) => [meent.short(term), term]))(
    'gives an example of %s',
    async (_, term) => {
      const examples = meent.links(term, 'vann:example');
      expect(examples).toHaveLength(1);
      expect((await data).countQuads(iri(examples[0]!), vocabulary.rdf.type, iri(term))).toBeGreaterThan(0);
    },
  );

  it('has no term that neither data nor shapes use', async () => {
    const used = new Set(
      (await quadsOfAll([...filesBelow('data', /\.ttl$/), ...filesBelow('shapes', /\.ttl$/)])).flatMap(
        ({ predicate, object }) => [predicate.value, object.value],
      ),
    );
    expect(meent.terms.filter((term) => !used.has(term))).toEqual([]);
  });
});
