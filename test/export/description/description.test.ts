import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeDataset } from '../../../src/export/description/describe.ts';
import { type DescribedFile, describedFile } from '../../../src/export/description/file.ts';
import { canonicalJsonLd } from '../../../src/export/json-ld.ts';
import { canonicalNQuads } from '../../../src/graph/canonical.ts';
import { Dataset } from '../../../src/graph/dataset.ts';
import { iri } from '../../../src/graph/terms.ts';
import { loadTexts } from '../../../src/project/load.ts';
import { meent, newFolder, orchardWith } from '../../cli/support.ts';
import { readyProject, settings, statements } from './support.ts';

const prefixes: Record<string, string> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
};
const expand = (name: string) => iri(name.replace(/^(\w+):/, (_, prefix: string) => prefixes[prefix]!));

/** What a graph says of a thing by way of properties, one after the other. */
const values = (graph: Dataset, from: string, ...path: string[]): string[] =>
  path.reduce(
    (at, property) =>
      at.flatMap((each) => [...graph.match(iri(each), expand(property))].map(({ object }) => object.value)),
    [from],
  );

const graphOf = async (name: string, text: string) => (await loadTexts([{ file: name, text }])).dataset;
const notTheData = [
  'context.jsonld',
  'dcat.jsonld',
  'dcat.ttl',
  'manifest.json',
  'redirects.htaccess',
  'schema-org-dataset.jsonld',
  'void.ttl',
];

/** The files that a build of a project writes. */
async function build(folder: string): Promise<Map<string, Buffer>> {
  const output = join(folder, 'out');
  expect(await meent(['build', '--no-checks', '--project', folder, '-o', output])).toMatchObject({
    code: 0,
    err: '',
  });
  return new Map(
    readdirSync(output)
      .sort()
      .map((name) => [name, readFileSync(join(output, name))]),
  );
}

const graphIn = (files: Map<string, Buffer>, name: string) =>
  graphOf(name, files.get(name)!.toString('utf8'));
const dataset = 'https://boomgaard.example/dataset';
const downloads = 'https://www.boomgaard.example/exports/';

describe('a description', () => {
  it('has each file once, with the size and checksum of its bytes, in DCAT as in schema.org', async () => {
    const files = await build(readyProject());
    const [dcat, schemaOrg] = [
      await graphIn(files, 'dcat.ttl'),
      await graphIn(files, 'schema-org-dataset.jsonld'),
    ];
    const published = [...files.keys()].filter((name) => !notTheData.includes(name));
    expect(published.length).toBeGreaterThan(10);
    const distributions = published.map((name) => `${dataset}/${name}`);
    expect(values(dcat, dataset, 'dcat:distribution').sort()).toEqual(distributions);
    expect(values(schemaOrg, dataset, 'schema:distribution').sort()).toEqual(distributions);
    for (const name of published) {
      const bytes = files.get(name)!;
      const digest = createHash('sha256').update(bytes).digest('hex');
      const file = `${dataset}/${name}`;
      expect(values(dcat, file, 'dcat:byteSize')).toEqual([String(bytes.length)]);
      expect(values(dcat, file, 'spdx:checksum', 'spdx:checksumValue')).toEqual([digest]);
      expect(values(dcat, file, 'dcat:downloadURL')).toEqual([downloads + name]);
      expect(values(dcat, file, 'dcat:accessURL')).toEqual([downloads + name]);
      expect(values(dcat, file, 'dcterms:license')).toEqual([settings.licence]);
      expect(values(schemaOrg, file, 'schema:contentSize')).toEqual([String(bytes.length)]);
      expect(values(schemaOrg, file, 'schema:sha256')).toEqual([digest]);
      expect(values(schemaOrg, file, 'schema:contentUrl')).toEqual([downloads + name]);
    }
  });

  it('gives as dumps the files with all triples', async () => {
    const void_ = await graphIn(await build(readyProject()), 'void.ttl');
    expect(values(void_, dataset, 'void:dataDump').sort()).toEqual(
      ['dataset.nq', 'dataset.trig', 'dataset.ttl'].map((name) => downloads + name),
    );
  });

  it('says the same in Turtle and in JSON-LD, which stands on its own', async () => {
    const files = await build(readyProject());
    expect(await canonicalJsonLd(files.get('dcat.jsonld')!.toString('utf8'))).toBe(
      await canonicalNQuads(await graphIn(files, 'dcat.ttl')),
    );
    for (const name of ['dcat.jsonld', 'schema-org-dataset.jsonld'])
      expect(JSON.parse(files.get(name)!.toString('utf8'))['@context']).toBeTypeOf('object');
  });

  it('says what the settings and data/dataset.ttl say, in each vocabulary', async () => {
    const files = await build(readyProject());
    const [dcat, schemaOrg, void_] = [
      await graphIn(files, 'dcat.ttl'),
      await graphIn(files, 'schema-org-dataset.jsonld'),
      await graphIn(files, 'void.ttl'),
    ];
    const catalogue = `${settings.base}catalogue`;
    expect(values(dcat, catalogue, 'dcat:dataset')).toEqual([dataset]);
    expect(values(dcat, catalogue, 'dcterms:title').sort()).toEqual([
      'Catalogue: The evening in the orchard',
      'Catalogus: De avond in de boomgaard',
    ]);
    for (const [of, property, expected] of [
      [dataset, 'dcterms:identifier', [dataset]],
      [dataset, 'dcterms:publisher', [settings.publisher.id]],
      [dataset, 'dcterms:issued', ['2020-02-29']],
      [dataset, 'dcat:version', ['1.2']],
      [dataset, 'foaf:page', ['https://www.boomgaard.example/uitleg']],
      [dataset, 'dcat:landingPage', [settings.site]],
      [dataset, 'dcterms:conformsTo', ['https://w3id.org/meent/ns']],
      [dataset, 'dcat:keyword', ['apples', 'appels']],
      [settings.publisher.id, 'foaf:name', ['Dorp Boomgaard']],
      [`${dataset}#contact`, 'vcard:hasEmail', ['mailto:gegevens@boomgaard.example']],
    ] as const)
      expect(values(dcat, of, property).sort(), property).toEqual([...expected].sort());
    expect(
      values(dcat, dataset, 'dcterms:language')
        .map((each) => each.slice(-3))
        .sort(),
    ).toEqual(['ENG', 'NLD']);
    for (const [property, expected] of [
      ['schema:name', ['De avond in de boomgaard', 'The evening in the orchard']],
      ['schema:license', [settings.licence]],
      ['schema:dateCreated', ['2020-02-02']],
      ['schema:datePublished', ['2020-02-29']],
      ['schema:dateModified', ['2021-03-01']],
      ['schema:inLanguage', ['en', 'nl']],
      ['schema:spatialCoverage', ['https://sws.geonames.org/2750405/']],
      ['schema:about', ['http://eurovoc.europa.eu/2443']],
      ['schema:keywords', ['appels', 'apples']],
      ['schema:mainEntityOfPage', [settings.site]],
    ] as const)
      expect(values(schemaOrg, dataset, property).sort(), property).toEqual([...expected].sort());
    const contact = ['schema:publisher', 'schema:contactPoint', 'schema:email'];
    expect(values(schemaOrg, dataset, ...contact)).toEqual([settings.contact]);
    expect(values(void_, dataset, 'dcterms:license')).toEqual([settings.licence]);
    expect(values(void_, dataset, 'void:uriSpace')).toEqual([settings.base]);
  });

  it('has no placeholder where all is said, and no date that nobody gave', async () => {
    const dates = /^ {2}dcterms:(created|issued|modified) .*\n/gm;
    const files = await build(readyProject({ 'data/dataset.ttl': statements.replace(dates, '') }));
    for (const name of ['dcat.jsonld', 'dcat.ttl', 'schema-org-dataset.jsonld', 'void.ttl']) {
      const text = files.get(name)!.toString('utf8');
      expect(text, name).not.toMatch(/example\.(org|com|net)|PLACEHOLDER|PLAATSHOUDER/);
      expect(text, name).not.toMatch(/"\d{4}-\d{2}-\d{2}/);
    }
  });

  it('takes the period from the first and the last day of the events', async () => {
    const folder = readyProject();
    const path = join(folder, 'data/reference/days.ttl');
    const day = (value: string) => `"${value}"^^<http://www.w3.org/2001/XMLSchema#date>`;
    writeFileSync(
      path,
      `<${settings.base}id/report/orchard-evening/event> a <https://schema.org/Event> ;
        <https://schema.org/startDate> ${day('2020-01-31')} ; <https://schema.org/endDate> ${day('2020-02-01')} .`,
    );
    const output = join(folder, 'out');
    expect(await meent(['export', '--project', folder, '-o', output])).toMatchObject({ code: 0 });
    const read = (name: string) => graphOf(name, readFileSync(join(output, name), 'utf8'));
    const dcat = await read('dcat.ttl');
    expect(values(dcat, dataset, 'dcterms:temporal', 'dcat:startDate')).toEqual(['2020-01-31']);
    expect(values(dcat, dataset, 'dcterms:temporal', 'dcat:endDate')).toEqual(['2020-02-01']);
    const schemaOrg = await read('schema-org-dataset.jsonld');
    expect(values(schemaOrg, dataset, 'schema:temporalCoverage')).toEqual(['2020-01-31/2020-02-01']);
  });

  it('of a project that says nothing is all placeholders, and keeps the bundled shapes', async () => {
    const folder = orchardWith({ 'meent.json': '{}' });
    const files = await build(folder);
    const dcat = await graphIn(files, 'dcat.ttl');
    const of = 'https://example.org/dataset';
    const placeholder = 'https://example.org/placeholder/';
    expect(values(dcat, of, 'dcterms:publisher')).toEqual([`${placeholder}publisher`]);
    expect(values(dcat, of, 'dcterms:creator')).toEqual([`${placeholder}creator`]);
    expect(values(dcat, of, 'dcterms:title').sort()).toEqual([
      'PLAATSHOUDER: nog in te vullen',
      'PLACEHOLDER: to be filled in',
    ]);
    expect(values(dcat, of, 'dcat:theme')).toEqual([
      'http://publications.europa.eu/resource/authority/data-theme/OP_DATPRO',
    ]);
    expect(values(dcat, of, 'dcat:contactPoint', 'vcard:hasEmail')).toEqual([
      'mailto:placeholder@example.org',
    ]);
    expect(values(dcat, of, 'dcat:distribution', 'dcterms:license')[0]).toBe(`${placeholder}licence`);
    expect(values(dcat, of, 'dcat:landingPage')).toEqual([]);
  });

  it('names the data set as data/dataset.ttl does', async () => {
    const own = 'https://boomgaard.example/id/verzameling';
    const files = await build(readyProject({ 'data/dataset.ttl': statements.replace(dataset, own) }));
    expect(values(await graphIn(files, 'dcat.ttl'), `${settings.base}catalogue`, 'dcat:dataset')).toEqual([
      own,
    ]);
  });

  it('is refused where data/dataset.ttl describes two data sets', async () => {
    const two = `${statements}\n<https://boomgaard.example/other> a dcat:Dataset .\n`;
    const ran = await meent(['export', '--project', readyProject({ 'data/dataset.ttl': two })]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(
      /^data\/dataset\.ttl.*More than one data set is described: \S+dataset, \S+other\n/,
    );
  });
});

describe('a file of a description', () => {
  const describeFiles = async (...files: DescribedFile[]) => {
    const made = await describeDataset(
      files,
      { dataset: new Dataset(), prefixes: new Map() },
      { ...settings, allowedOrigins: [] },
    );
    const read = (name: string) => graphOf(name, made.find((file) => file.name === name)!.text);
    return { dcat: await read('dcat.ttl'), schemaOrg: await read('schema-org-dataset.jsonld') };
  };

  it.each([
    ['x.ttl', 'text/turtle', 'RDF_TURTLE'],
    ['x.trig', 'application/trig', 'RDF_TRIG'],
    ['x.nq', 'application/n-quads', 'RDF_N_QUADS'],
    ['x.nt', 'application/n-triples', 'RDF_N_TRIPLES'],
    ['x.jsonld', 'application/ld+json', 'JSON_LD'],
    ['x.csv', 'text/csv', 'CSV'],
    ['x.tsv', 'text/tab-separated-values', 'TSV'],
  ])('%s has the media type %s of IANA and the European file type %s', async (name, mediaType, fileType) => {
    const { dcat, schemaOrg } = await describeFiles(describedFile({ name, text: '' }));
    const file = `${dataset}/${name}`;
    expect(values(dcat, file, 'dcat:mediaType')).toEqual([
      `https://www.iana.org/assignments/media-types/${mediaType}`,
    ]);
    expect(values(dcat, file, 'dcterms:format')).toEqual([
      `http://publications.europa.eu/resource/authority/file-type/${fileType}`,
    ]);
    expect(values(schemaOrg, file, 'schema:encodingFormat')).toEqual([mediaType]);
  });

  it('of a form that IANA does not know has no media type in DCAT', async () => {
    const { dcat, schemaOrg } = await describeFiles(describedFile({ name: 'x.jsonl', text: '{}\n' }));
    expect(values(dcat, `${dataset}/x.jsonl`, 'dcat:mediaType')).toEqual([]);
    expect(values(schemaOrg, `${dataset}/x.jsonl`, 'schema:encodingFormat')).toEqual(['application/jsonl']);
  });

  it('that is compressed says how', async () => {
    const plain = describedFile({ name: 'dataset.nq', text: 'é' });
    expect(plain).toMatchObject({ bytes: 2, isWhole: true });
    const zipped = { ...plain, name: 'dataset.nq.gz', compression: 'application/gzip' };
    const { dcat, schemaOrg } = await describeFiles(zipped);
    const file = `${dataset}/dataset.nq.gz`;
    const iana = 'https://www.iana.org/assignments/media-types/application/';
    expect(values(dcat, file, 'dcat:mediaType')).toEqual([`${iana}n-quads`]);
    expect(values(dcat, file, 'dcat:compressFormat')).toEqual([`${iana}gzip`]);
    expect(values(schemaOrg, file, 'schema:encodingFormat')).toEqual(['application/n-quads+gzip']);
  });

  it('has an address that its name cannot break out of', async () => {
    const name = 'a b> <x#?.ttl';
    const { dcat } = await describeFiles(describedFile({ name, text: '' }));
    expect(values(dcat, dataset, 'dcat:distribution', 'dcat:downloadURL')).toEqual([
      `${downloads}a%20b%3E%20%3Cx%23%3F.ttl`,
    ]);
  });
});

describe('meent build and meent export --ready', () => {
  const run = (command: string, folder: string, ...more: string[]) =>
    meent([
      command,
      ...(command === 'build' ? ['--no-checks'] : []),
      '--ready',
      '--project',
      folder,
      ...more,
    ]);

  it.each(['build', 'export'])(
    '%s writes what is ready, and says nothing of what is missing',
    async (command) => {
      const ran = await run(command, readyProject());
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toContain('void.ttl');
      expect(ran.out).not.toContain('ready');
    },
  );

  const keys = ['base', 'licence', 'publisher', 'contact', 'site'];

  it.each(keys)('write nothing where meent.json gives no %s, and say so', async (key) => {
    const { [key]: _, ...rest } = settings as Record<string, unknown>;
    const folder = readyProject({ 'meent.json': JSON.stringify(rest) });
    // Without a base, the graph of data/dataset.ttl has another name, yet it is found.
    for (const command of ['build', 'export']) {
      const ran = await run(command, folder);
      expect(ran).toMatchObject({
        code: 1,
        out: '',
        err: `Not ready to publish: meent.json names no ${key}.\nNothing written: fill in first what is missing.\n`,
      });
    }
    expect(readdirSync(folder)).not.toContain('dist');
  });

  it.each([
    ['publisher', { publisher: { name: 'X', id: 'https://example.org/x' } }],
    ['contact', { contact: 'info@example.com' }],
    ['contact', { contact: 'info@data.example.net' }],
    ['site', { site: 'http://www.example.org' }],
    ['downloads', { downloads: 'https://example.org:8080/files/' }],
    ['licence', { licence: 'https://example.com/licence' }],
  ])('take a %s on a domain that nobody can have for missing', async (key, change) => {
    const ran = await run(
      'export',
      readyProject({ 'meent.json': JSON.stringify({ ...settings, ...change }) }),
    );
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`names no ${key}.\n`);
  });

  it('write where there are downloads and no site', async () => {
    const { site: _, ...rest } = settings;
    const downloads = 'https://files.boomgaard.example/';
    const folder = readyProject({ 'meent.json': JSON.stringify({ ...rest, downloads }) });
    expect(await run('export', folder)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'dist/exports/void.ttl'), 'utf8')).toContain(`<${downloads}dataset.nq>`);
  });

  it.each(['https://example.organic/', 'https://myexample.com/', 'https://boomgaard.example/example.org'])(
    'take %s for an address that somebody can have',
    async (site) => {
      const folder = readyProject({ 'meent.json': JSON.stringify({ ...settings, site }) });
      expect(await run('export', folder)).toMatchObject({ code: 0 });
    },
  );

  it.each(['dcterms:title', 'dcterms:description', 'dcterms:creator', 'dcat:theme'])(
    'write nothing where data/dataset.ttl gives no %s, and say so',
    async (property) => {
      const statement = new RegExp(` {2}${property} [^;]*;\n`);
      const ran = await run(
        'export',
        readyProject({ 'data/dataset.ttl': statements.replace(statement, '') }),
      );
      expect(ran).toMatchObject({
        code: 1,
        out: '',
        err: `Not ready to publish: data/dataset.ttl gives the data set no ${property}.\nNothing written: fill in first what is missing.\n`,
      });
    },
  );

  it('speak Dutch where that is asked', async () => {
    const ran = await run('export', orchardWith(), '--lang', 'nl');
    expect(ran.err).toMatch(/^Nog niet klaar om te publiceren: meent\.json noemt geen base, licence/);
    expect(ran.err).toContain('data/dataset.ttl geeft de dataset geen dcterms:title');
  });
});

describe('meent build', () => {
  const ownShape = (constraint: string) => `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://boomgaard.example/shapes#Frequency> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcterms:accrualPeriodicity ; ${constraint} ] .
`;
  const withShape = (constraint: string) => {
    const folder = readyProject();
    mkdirSync(join(folder, 'shapes/description'), { recursive: true });
    writeFileSync(join(folder, 'shapes/description/own.ttl'), ownShape(constraint));
    return folder;
  };

  it('holds the description against shapes that a project adds, and writes nothing where it breaks one', async () => {
    const folder = withShape('sh:minCount 1');
    const output = join(newFolder(), 'out');
    const ran = await meent(['build', '--no-checks', '--project', folder, '-o', output]);
    expect(ran).toMatchObject({ code: 1, err: 'Nothing written: mend the violations first.\n' });
    expect(ran.out).toMatch(/out\/dcat\.ttl:\d+:\d+/);
    expect(ran.out).not.toContain('Written to');
    const stated = statements.replace(
      'dcat:version',
      'dcterms:accrualPeriodicity <https://boomgaard.example/often> ; dcat:version',
    );
    writeFileSync(join(folder, 'data/dataset.ttl'), stated);
    expect(await meent(['build', '--no-checks', '--project', folder, '-o', output])).toMatchObject({
      code: 0,
    });
  });

  it('gives exit code 4 where such a shape cannot be honoured', async () => {
    const ran = await meent(['build', '--no-checks', '--project', withShape('sh:mincount 1')]);
    expect(ran).toMatchObject({ code: 4, err: 'Nothing written: mend the violations first.\n' });
  });

  it('does not hold the data against them', async () => {
    const ran = await meent(['validate', '--no-checks', '--project', withShape('sh:minCount 1')]);
    expect(ran).toMatchObject({ code: 0 });
  });
});
