import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countStatistics, type Statistics } from '../../../src/export/description/statistics.ts';
import { Dataset } from '../../../src/graph/dataset.ts';
import { blankNode, iri, literal, quad, vocabulary } from '../../../src/graph/terms.ts';
import { loadTexts } from '../../../src/project/load.ts';
import { evaluate } from '../../../src/query/engine.ts';
import { shuffled } from '../../random.ts';
import { publishedOf } from '../support.ts';
import { ownGraph, ownProject } from '../../support.ts';

/** The answers of a query of one or two columns, the second counted by the engine and not by us. */
async function ask(dataset: Dataset, sparql: string): Promise<[string, number][]> {
  const answer = await evaluate(sparql, dataset, { path: 'test.rq' });
  if (answer.form !== 'SELECT') throw new Error('not a SELECT');
  return answer.rows.map((row) => [row['key']?.value ?? '', Number(row['count']!.value)]);
}

const one = async (dataset: Dataset, count: string, where = '?s ?p ?o') =>
  (await ask(dataset, `SELECT (COUNT(${count}) AS ?count) WHERE { ${where} }`))[0]![1];

async function recounted(
  dataset: Dataset,
  space: string,
): Promise<Omit<Statistics, 'vocabularies' | 'examples' | 'linksets'>> {
  const groups = async (where: string, count: string) =>
    new Map(
      (await ask(dataset, `SELECT ?key (COUNT(${count}) AS ?count) WHERE { ${where} } GROUP BY ?key`)).sort(),
    );
  return {
    triples: await one(dataset, '*'),
    entities: await one(
      dataset,
      'DISTINCT ?s',
      `?s ?p ?o FILTER (isIRI(?s) && STRSTARTS(STR(?s), "${space}"))`,
    ),
    distinctSubjects: await one(dataset, 'DISTINCT ?s'),
    distinctObjects: await one(dataset, 'DISTINCT ?o'),
    classes: await groups('?s a ?key FILTER (isIRI(?key))', 'DISTINCT ?s'),
    properties: await groups('?s ?key ?o', '*'),
  };
}

const void_ = 'http://rdfs.org/ns/void#';

describe('void.ttl of this repository', () => {
  const { base } = ownProject().config;
  let description: Dataset;
  let dump: Dataset;

  beforeAll(async () => {
    const files = await publishedOf(ownProject(), await ownGraph());
    const read = async (name: string) => (await loadTexts([{ file: name, text: files[name]! }])).dataset;
    [description, dump] = await Promise.all([read('void.ttl'), read('dataset.ttl')]);
  });

  const values = (subject: string | undefined, property: string) =>
    [...description.match(subject === undefined ? null : iri(subject), iri(void_ + property))].map(
      ({ object }) => object.value,
    );
  const number = (subject: string, property: string) => Number(values(subject, property)[0]);
  const self = `${base}dataset`;

  it('has the numbers that SPARQL counts in the dump', async () => {
    const counted = await recounted(dump, base);
    for (const property of ['triples', 'entities', 'distinctSubjects', 'distinctObjects'] as const)
      expect(values(self, property), property).toEqual([String(counted[property])]);
    expect(number(self, 'classes')).toBe(counted.classes.size);
    expect(number(self, 'properties')).toBe(counted.properties.size);
    const partitions = (kind: 'class' | 'property', count: string) =>
      new Map(
        values(self, `${kind}Partition`)
          .map((part): [string, number] => [values(part, kind)[0]!, number(part, count)])
          .sort(),
      );
    expect(partitions('class', 'entities')).toEqual(counted.classes);
    expect(partitions('property', 'triples')).toEqual(counted.properties);
  });

  it('names as vocabularies the namespaces of what the dump uses, and no other', () => {
    const used = [...dump].flatMap(({ predicate, object }) =>
      predicate.value.endsWith('#type') ? [predicate.value, object.value] : [predicate.value],
    );
    const vocabularies = values(self, 'vocabulary');
    expect(vocabularies.filter((space) => !used.some((each) => each.startsWith(space)))).toEqual([]);
    expect(used.filter((each) => !vocabularies.includes(each.replace(/[^#/]+$/, '')))).toEqual([]);
  });

  it('has a linkset for each property and place that SPARQL finds links with, in either direction', async () => {
    const elsewhere = (own: string, other: string) =>
      `FILTER (STRSTARTS(STR(${own}), "${base}") && !STRSTARTS(STR(${own}), "${base}ns#") && !STRSTARTS(STR(${other}), "${base}"))
       BIND (CONCAT(STR(?p), " ", REPLACE(STR(${other}), "^(https?://[^/]+/).*$", "$1")) AS ?key)`;
    const found = await ask(
      dump,
      `PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
       SELECT ?key (COUNT(*) AS ?count) WHERE {
        { VALUES ?p { <https://schema.org/sameAs> <http://www.w3.org/2000/01/rdf-schema#seeAlso> owl:sameAs skos:exactMatch
            skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch }
          ?s ?p ?o ${elsewhere('?s', '?o')} }
        UNION { VALUES ?p { <http://xmlns.com/foaf/0.1/focus> } ?s ?p ?o ${elsewhere('?o', '?s')} } } GROUP BY ?key`,
    );
    const linksets = values(self, 'subset').map((set) => {
      const [subjects, objects] = [values(set, 'subjectsTarget')[0], values(set, 'objectsTarget')[0]];
      const other = subjects === self ? objects : subjects;
      expect([subjects, objects]).toContain(self);
      expect(other).not.toBe(self);
      return [`${values(set, 'linkPredicate')[0]} ${values(other, 'uriSpace')[0]}`, number(set, 'triples')];
    });
    expect(found.length).toBeGreaterThan(5);
    expect(new Map(linksets as [string, number][])).toEqual(new Map(found));
  });

  it('shows one thing of each class of the ontology that has things', () => {
    const examples = values(self, 'exampleResource');
    const declared = [...dump.match(null, vocabulary.rdf.type, iri('http://www.w3.org/2002/07/owl#Class'))];
    const members = declared.map(({ subject }) =>
      [...dump.match(null, vocabulary.rdf.type, subject)].map((each) => each.subject.value),
    );
    expect(members.filter((each) => each.length > 0 && !each.some((iri) => examples.includes(iri)))).toEqual(
      [],
    );
    expect(examples.filter((each) => !members.flat().includes(each))).toEqual([]);
  });
});

describe('the numbers of any graph', () => {
  const space = 'https://a.example/';
  const thing = fc.constantFrom(
    ...['x', 'y', 'z'].map((each) => iri(space + each)),
    iri('https://b.example/x'),
  );
  const subject = fc.oneof(
    thing,
    fc.constantFrom('p', 'q').map((each) => blankNode(each)),
  );
  const text = fc.constantFrom(
    literal('x'),
    literal('x', 'nl'),
    literal('1', iri('http://www.w3.org/2001/XMLSchema#integer')),
  );
  const predicate = fc.constantFrom(
    ...[
      'https://a.example/p',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
      'http://www.w3.org/2002/07/owl#sameAs',
    ].map(iri),
  );
  const graphs = fc.array(
    fc.tuple(subject, predicate, fc.oneof(subject, text)).map(([s, p, o]): Quad => quad(s, p, o)),
    { maxLength: 25 },
  );

  it('are those that SPARQL counts', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (quads) => {
        const dataset = new Dataset(quads);
        const {
          vocabularies: _,
          examples: __,
          linksets: ___,
          ...counted
        } = countStatistics(dataset.union(), space);
        expect(counted).toEqual(await recounted(dataset, space));
      }),
      { seed: 20261125, numRuns: 40 },
    );
  });

  it('count as links the triples that lead from the space to another site', () => {
    fc.assert(
      fc.property(graphs, (quads) => {
        const dataset = new Dataset(quads);
        const leaving = [...dataset.union()].filter(
          (each) =>
            each.predicate.value.endsWith('sameAs') &&
            each.subject.value.startsWith(space) &&
            each.object.value.startsWith('https://b.example/'),
        );
        const { linksets } = countStatistics(dataset.union(), space);
        expect(linksets.map(({ target, triples }) => [target, triples])).toEqual(
          leaving.length > 0 ? [['https://b.example', leaving.length]] : [],
        );
      }),
      { seed: 20261125 },
    );
  });

  it('do not depend on the order of the triples', () => {
    fc.assert(
      fc.property(graphs, fc.integer(), (quads, seed) => {
        const distinct = [...new Dataset(quads).union()];
        expect(countStatistics(shuffled(distinct, seed), space)).toEqual(countStatistics(distinct, space));
      }),
      { seed: 20261125 },
    );
  });
});
