import { describe, expect, it } from 'vitest';
import { filesBelow, quadsOf } from '../support.ts';
import { Ontology } from './ontology.ts';

// The lists of the ontology serve every project; those in data/reference/ are of this one.
const lists = new Map<string, Ontology>();
for (const folder of ['ontology/vocabularies', 'data/reference'])
  for (const file of filesBelow(folder, /\.ttl$/)) {
    const list = new Ontology(await quadsOf(file), 'https://w3id.org/meent/');
    if (list.instances('skos:ConceptScheme').length > 0) lists.set(file, list);
  }

const inBoth = (list: Ontology, property: string) => (term: string) =>
  list
    .texts(term, property)
    .map(({ language }) => language)
    .join() === 'nl,en';

describe.each([...lists])('%s', (file, list) => {
  const schemes = list.instances('skos:ConceptScheme');
  const concepts = list.instances('skos:Concept');

  it('names and defines each list and each term in Dutch and in English', () => {
    expect(schemes.filter((scheme) => !inBoth(list, 'rdfs:label')(scheme))).toEqual([]);
    expect(concepts.filter((term) => !inBoth(list, 'skos:prefLabel')(term))).toEqual([]);
    expect([...schemes, ...concepts].filter((term) => !inBoth(list, 'skos:definition')(term))).toEqual([]);
  });

  it('puts each term in one list, and no list is empty', () => {
    const used = concepts.map((term) => list.links(term, 'skos:inScheme'));
    expect(used.filter(({ length }) => length !== 1)).toEqual([]);
    expect([...new Set(used.flat())].sort()).toEqual(schemes.sort());
  });

  it('has no name or definition twice', () => {
    for (const property of ['skos:prefLabel', 'skos:definition']) {
      const texts = concepts.flatMap((term) => {
        const [scheme] = list.links(term, 'skos:inScheme');
        return list.texts(term, property).map(({ language, text }) => `${scheme} ${text}@${language}`);
      });
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });

  // Whether the lists of a project are flat is up to the project.
  if (file.startsWith('ontology/'))
    it('puts on top of a list the terms without a broader one', () => {
      for (const term of concepts)
        expect(list.links(term, 'skos:topConceptOf'), term).toEqual(
          list.links(term, 'skos:broader').length > 0 ? [] : list.links(term, 'skos:inScheme'),
        );
    });
});
