import { describe, expect, it } from 'vitest';
import { canonicalJsonLd, toJsonLd } from '../src/export/json-ld.ts';
import { canonicalNQuads } from '../src/graph/canonical.ts';
import { vocabulary } from '../src/graph/terms.ts';
import { Ontology } from './ontology/ontology.ts';
import { invented, schemaTermsIn, termLists } from './ontology/term-lists.ts';
import { filesBelow, ownGraph, quadsOf, textOf, turtle } from './support.ts';

interface Definition {
  readonly '@id'?: string;
  readonly '@reverse'?: string;
  readonly '@type'?: string;
  readonly '@container'?: string | readonly string[];
}

const document = JSON.parse(textOf('ontology/context.jsonld'));
const { '@version': version, '@protected': isProtected, ...entries } = document['@context'];
const meent = new Ontology(await quadsOf('ontology/meent.ttl'), 'https://w3id.org/meent/ns#');

const keywords = ['id', 'type'];
const definitions = Object.entries(entries).map(([term, value]): [string, Definition] => [
  term,
  typeof value === 'string' ? { '@id': value } : (value as Definition),
]);
const isPrefix = ([, { '@id': id }]: [string, Definition]) => /[#/]$/.test(id ?? '');
const terms = definitions.filter((entry) => !isPrefix(entry) && !keywords.includes(entry[0]));
const expand = (name: string) => {
  const [prefix, local] = name.split(':') as [string, string];
  return `${entries[prefix]}${local}`;
};
const iriOf = ({ '@id': id, '@reverse': reverse }: Definition) => expand((id ?? reverse)!);
const containers = ({ '@container': container }: Definition) => [container ?? []].flat();
const isReference = ({ '@type': type }: Definition) => type === '@id' || type === '@vocab';

describe('the context', () => {
  it('is JSON-LD 1.1 and protects its terms', () => {
    expect([version, isProtected, Object.keys(document)]).toEqual([1.1, true, ['@context']]);
  });

  it('names no term like a keyword, and gives keywords the usual names', () => {
    expect(Object.keys(entries).filter((term) => /^@|:/.test(term))).toEqual([]);
    expect(Object.fromEntries(keywords.map((keyword) => [keyword, entries[keyword]]))).toEqual({
      id: '@id',
      type: '@type',
    });
  });

  it('has each class and property of the ontology, under its own name', () => {
    const missing = meent.terms.filter(
      (term) => !terms.some(([name, definition]) => name === meent.short(term) && iriOf(definition) === term),
    );
    expect(missing).toEqual([]);
  });

  it('has a term for each class and property of the data', async () => {
    const data = await Promise.all(filesBelow('data', /\.ttl$/).map(quadsOf));
    const known = new Set(terms.map(([, definition]) => iriOf(definition))).add(vocabulary.rdf.type.value);
    expect([...new Set(schemaTermsIn(data.flat()))].filter((iri) => !known.has(iri))).toEqual([]);
  });

  it('points at terms that exist', () => {
    const iris = terms.map(([, definition]) => iriOf(definition));
    const listed = (iri: string) => [...termLists.keys()].some((namespace) => iri.startsWith(namespace));
    expect(iris.filter((iri) => !meent.terms.includes(iri) && !listed(iri))).toEqual([]);
    expect(invented(iris)).toEqual([]);
  });

  it('declares prefixes that it uses, with the namespaces of the vocabularies', () => {
    const used = new Set(
      terms.flatMap(([, definition]) =>
        [definition['@id'], definition['@reverse'], definition['@type']].map((name) => name?.split(':')[0]),
      ),
    );
    const prefixes = definitions.filter(isPrefix);
    expect(prefixes.filter(([prefix]) => !used.has(prefix))).toEqual([]);
    const namespaces = [...termLists.keys(), meent.namespace];
    expect(prefixes.filter(([, { '@id': id }]) => !namespaces.includes(id!))).toEqual([]);
  });

  it('has one term for an IRI in each direction', () => {
    const targets = terms.map(([, definition]) => `${'@reverse' in definition} ${iriOf(definition)}`);
    expect(targets.filter((target, index) => targets.indexOf(target) !== index)).toEqual([]);
  });
});

describe('a term of the context', () => {
  const values = ownGraph().then(({ dataset }) =>
    Map.groupBy(dataset.union(), ({ predicate }) => predicate.value),
  );
  const properties = terms.filter(([name]) => /^[a-z]/.test(name));

  it('refers, where the ontology says it leads to a thing', () => {
    const objectProperties = meent.properties.filter((term) => meent.is(term, 'owl:ObjectProperty'));
    const plain = properties.filter(
      ([, definition]) => objectProperties.includes(iriOf(definition)) && !isReference(definition),
    );
    expect(plain).toEqual([]);
  });

  // What the data says decides: a value that the definition does not fit comes out as an object instead of a plain value.
  it.each(properties)('%s fits the values that the data has', async (_, definition) => {
    for (const { object: value } of (await values).get(iriOf(definition)) ?? [])
      if (value.termType !== 'Literal') expect(isReference(definition), value.value).toBe(true);
      else if (value.language) expect(containers(definition), value.value).toContain('@language');
      else if (value.datatype.value.endsWith('#string')) expect(definition['@type']).toBeUndefined();
      else expect(expand(definition['@type']!), value.value).toBe(value.datatype.value);
  });
});

describe('a document with the context', () => {
  it('says what the Turtle says', async () => {
    const graph = await turtle(textOf('test/ontology/claim.ttl'));
    expect(
      await canonicalJsonLd(
        JSON.stringify({ ...document, ...JSON.parse(textOf('test/ontology/claim.json')) }),
      ),
    ).toBe(await canonicalNQuads(graph));
  });

  it('brings back the whole graph', async () => {
    const { dataset } = await ownGraph();
    const graph = [...dataset.union()];
    expect(await canonicalJsonLd(await toJsonLd(graph, document))).toBe(await canonicalNQuads(graph));
  });
});
