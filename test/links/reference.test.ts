import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/graph/parse.ts';
import { type Loaded, loadData } from '../../src/project/load.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { withMapping } from '../../src/sssom/change.ts';
import { linkKey, linkOf } from '../../src/sssom/links.ts';
import { type Mapping, noTermFound } from '../../src/sssom/mapping.ts';
import { type MappingFile, readMappings, writeMappings } from '../../src/sssom/sssom.ts';
import { reviewersOf, standingOf } from '../../src/sssom/standing.ts';
import { newFolder } from '../cli/support.ts';
import { exportsOf } from '../export/support.ts';
import { filesBelow, root, textOf } from '../support.ts';

const path = 'data/links/reference.sssom.tsv';
const set = readMappings(textOf(path), path);
const links = 'https://w3id.org/meent/graph/links';

let project: Project;
let data: Loaded;
beforeAll(async () => {
  project = openProject(root);
  data = await loadData(project);
});

const linksIn = ({ dataset }: Loaded): string[] =>
  [...dataset]
    .filter(({ graph }) => graph.value === links)
    .map(({ subject, predicate, object }) =>
      linkKey({ subject: subject.value, predicate: predicate.value, object: object.value }),
    )
    .sort();

/** The keys of the rows that have a standing. */
const keysOf = (rows: readonly Mapping[], ...standings: string[]): string[] =>
  rows.flatMap((mapping) => {
    // A row that says that something is not so is about the same link as one that says that it is.
    const link = linkOf(set, mapping);
    return link && standings.includes(standingOf(mapping)) ? [linkKey(link)] : [];
  });

describe('the links of the reports', () => {
  it.each(filesBelow('data', /\.sssom\.tsv$/))('in %s are written as they are read, to the byte', (file) => {
    expect(writeMappings(readMappings(textOf(file), file))).toBe(textOf(file));
  });

  it('are those that were accepted, and no others', () => {
    expect(linksIn(data)).toEqual([...new Set(keysOf(set.mappings, 'accepted'))].sort());
    expect(linksIn(data).length).toBeGreaterThan(30);
  });

  it('have none that was rejected, not in any graph', () => {
    const rejected = set.mappings.filter(({ predicate_modifier }) => predicate_modifier === 'Not');
    const said = new Set(
      [...data.dataset].map(({ subject, predicate, object }) =>
        linkKey({ subject: subject.value, predicate: predicate.value, object: object.value }),
      ),
    );
    expect(rejected.length).toBeGreaterThan(15);
    expect(keysOf(rejected, 'rejected')).toHaveLength(rejected.length);
    expect(keysOf(rejected, 'rejected').filter((key) => said.has(key))).toEqual([]);
  });

  it('name no reviewer, since nobody has looked yet: so nothing is the same as anything', () => {
    expect(set.mappings.flatMap(reviewersOf)).toEqual([]);
    const identities = set.mappings.filter(({ predicate_id }) => predicate_id === 'owl:sameAs');
    expect(new Set(identities.map(standingOf))).toEqual(new Set(['proposed', 'rejected', 'not found']));
    expect(linksIn(data).filter((key) => key.includes('owl#sameAs'))).toEqual([]);
  });

  it('each say why, on what grounds, how sure and who says so', () => {
    for (const mapping of set.mappings) {
      expect(mapping).toMatchObject({
        mapping_justification: 'semapv:BackgroundKnowledgeBasedMatching',
        author_id: 'agent:drafting-software',
        mapping_date: '2026-11-28',
        comment: expect.stringMatching(/\w/) as string,
      });
      if (mapping.object_id !== noTermFound) expect(Number(mapping.confidence)).toBeGreaterThan(0.5);
    }
  });

  it.each([
    ['the ministry', 'wd:Q1727053'],
    ['the Kingdom', 'wd:Q29999'],
    ['the economic transition', 'ev:6143'],
    ['common land', 'ev:4876'],
    ['public property', 'ev:2812'],
    ['the Global Compact', 'ror:04bxcqt73'],
    ['the repository product', 'dbr:Digital_Commons'],
  ])('keep the wrong identifier for %s, %s, as a no', (_, object) => {
    const standings = set.mappings.filter(({ object_id }) => object_id === object).map(standingOf);
    expect(new Set(standings)).toEqual(new Set(['rejected']));
  });

  it('use one relation for things and another for terms, as the shapes ask', async () => {
    const concepts = new Set(
      [...data.dataset].flatMap(({ subject, predicate, object }) =>
        predicate.value.endsWith('#type') && object.value.endsWith('core#Concept') ? [subject.value] : [],
      ),
    );
    for (const mapping of set.mappings) {
      const link = linkOf(set, mapping);
      if (!link) continue;
      if (link.predicate.includes('skos/core#')) expect(concepts, link.subject).toContain(link.subject);
      if (link.predicate.endsWith('owl#sameAs')) expect(concepts, link.subject).not.toContain(link.subject);
      if (link.predicate.endsWith('foaf/0.1/focus')) expect(concepts).not.toContain(link.object);
    }
  });

  it('lead to IRIs in the form that their authorities call canonical', () => {
    const { curieMap } = set.metadata;
    expect(
      Object.fromEntries(['wd', 'ror', 'ev', 'geonames', 'dbr'].map((each) => [each, curieMap.get(each)])),
    ).toEqual({
      wd: 'http://www.wikidata.org/entity/',
      ror: 'https://ror.org/',
      ev: 'http://eurovoc.europa.eu/',
      geonames: 'https://sws.geonames.org/',
      dbr: 'http://dbpedia.org/resource/',
    });
  });
});

describe('what a person accepts', () => {
  /** The set after somebody has said what they think of some rows. */
  const reviewed = (verdicts: Readonly<Record<string, string>>): MappingFile => {
    let changed = set;
    for (const [number, mapping] of set.mappings.entries()) {
      const verdict = verdicts[`${mapping.subject_id} ${mapping.predicate_id} ${mapping.object_id}`];
      if (verdict === undefined) continue;
      const review = { reviewer_label: 'Ada', review_date: '2026-11-28', reviewer_agreement: verdict };
      changed = withMapping(changed, number, { ...mapping, ...review });
    }
    return changed;
  };
  const projectWith = (links: MappingFile): Project => {
    const folder = newFolder();
    cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
    cpSync(join(root, 'meent.json'), join(folder, 'meent.json'));
    writeFileSync(join(folder, path), writeMappings(links));
    return openProject(folder, folder);
  };

  it('is in the exports as the same thing, and what a person denies is not', async () => {
    const of = projectWith(
      reviewed({
        'actor:european-commission owl:sameAs wd:Q8880': '1',
        'actor:european-union owl:sameAs wd:Q458': '1',
        'actor:european-commission owl:sameAs ror:00k4n6c32': '-1',
        'actor:microsoft owl:sameAs wd:Q2283': '0',
        // That somebody agrees with a no does not make it a yes.
        'actor:ministry-of-the-interior owl:sameAs wd:Q1727053': '1',
      }),
    );
    const files = await exportsOf(of, await loadData(of));
    type Node = { id: string; identicalTo?: string[]; sameAs?: string | string[] };
    const nodes = (name: string) => (JSON.parse(files[name]!) as { '@graph': Node[] })['@graph'];
    const identities = nodes('actors.jsonld').flatMap(({ id, identicalTo = [] }) =>
      identicalTo.map((each) => [id, each]),
    );
    expect(identities).toEqual([
      ['https://w3id.org/meent/id/actor/european-commission', 'http://www.wikidata.org/entity/Q8880'],
      ['https://w3id.org/meent/id/actor/european-union', 'http://www.wikidata.org/entity/Q458'],
    ]);
    expect(files['schema-org.jsonld']).toContain('"http://www.wikidata.org/entity/Q458"');
    const { quads } = await parse(files['dataset.nq']!, { path: 'dataset.nq', base: undefined });
    expect(
      quads
        .filter(({ predicate }) => predicate.value.endsWith('owl#sameAs'))
        .map(({ object }) => object.value)
        .sort(),
    ).toEqual(['http://www.wikidata.org/entity/Q458', 'http://www.wikidata.org/entity/Q8880']);
  });
});
