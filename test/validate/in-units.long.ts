import { appendFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import { type Loaded, loadData, loadShapes } from '../../src/project/load.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import type { Report } from '../../src/report/report.ts';
import { writeReport } from '../../src/report/write.ts';
import { beginUnits } from '../../src/validate/begin-units.ts';
import { finishUnits, validateInUnits } from '../../src/validate/in-units.ts';
import { readRules } from '../../src/validate/rules.ts';
import { validate, type ValidateOptions, type Validation } from '../../src/validate/validate.ts';
import { ownProject, root } from '../support.ts';
import { millWith } from '../evidence/mill.ts';
import { told } from './told.ts';

const options = { checks: false };

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'meent-')), 'corpus');

/** A corpus of so many reports, some claims of which are wrong, with more files. */
function corpus(reports: number, files: Readonly<Record<string, string>> = {}): Project {
  const folder = newFolder();
  writeCorpus(folder, reports, 0.1);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    appendFileSync(join(folder, path), text);
  }
  return openProject(folder);
}

const prefixes = `@prefix : <https://example.org/> . @prefix meent: <https://w3id.org/meent/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix oa: <http://www.w3.org/ns/oa#> .\n`;

const corpora: Readonly<Record<string, () => Project>> = {
  'this project': ownProject,
  'the orchard, one report with its text': () => openProject(join(root, 'test/cli/projects/orchard')),
  'a mill whose text has changed': () => openProject(millWith({ text: (text) => text.replaceAll('e', 'a') })),
  'reports with faults': () => corpus(5),
  'reports with misspelt terms, odd prefixes and ill-typed literals': () =>
    corpus(3, {
      'data/reports/evening-0.ttl': `${prefixes}@prefix schem: <https://schema.org/> .
        :x a schem:Persn ; schema:nam "x"@en ; :when "2024-02-31"^^<http://www.w3.org/2001/XMLSchema#date> . [] :p [ :q "\u200b" ] .`,
      'data/reports/evening-1.ttl': `${prefixes}@prefix skos: <https://example.org/skos#> . :y schema:nam "y" ; a :Odd . skos:a a :Odd .`,
      'data/reports/evening-2.ttl':
        `${prefixes}:x a schema:Persn . schema:nam a rdf:Property . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .`.replace(
          /^(.*)(@prefix rdf:.*)$/s,
          '$2\n$1',
        ),
      'data/zebra.ttl': `${prefixes}:x a :Odd . :z schema:nam "z" .`,
    }),
  'reports that speak of the same nodes': () =>
    corpus(3, {
      'data/reports/evening-0.ttl': '<https://example.org/id/actor/neighbour-1> a meent:Commons .\n',
      'data/reports/evening-1.ttl':
        '<https://example.org/id/actor/neighbour-1> a meent:Commons , meent:Actor . <https://example.org/b> a meent:Claim .\n',
      'data/reports/evening-2.ttl': '[] a meent:Commons . [] a meent:Commons ; rdfs:label "b"@nl .\n',
    }),
  'a report in several files, with the ground in the same graph': () =>
    corpus(2, {
      'data/reports/evening-2/a.ttl': `${prefixes}:a a meent:Commons ; rdfs:label "a"@nl . _:x :p :a .`,
      'data/reports/evening-2/b.ttl': `${prefixes}:a a meent:Commons ; rdfs:label "a"@en . _:x :p :a .`,
      'data/evening-2/c.ttl': `${prefixes}:a a meent:Commons . :c a meent:Commons .`,
    }),
  'reports of which one puts classes in order': () =>
    corpus(2, {
      'data/reports/evening-0.ttl': '<https://example.org/Late> rdfs:subClassOf meent:Commons .\n',
      'data/reports/evening-1.ttl': '<https://example.org/l> a <https://example.org/Late> .\n',
    }),
  'reports in graphs of their own choice': () =>
    corpus(2, {
      'data/reports/evening-2.trig': `${prefixes} :g { :a a meent:Commons ; :p :a . } :a :p :a .`,
      'data/reports/evening-3.trig': `${prefixes} :g { :a a meent:Commons ; :p :a . } :h { :a :p :a }`,
    }),
  'a report with evidence in the text of another': () =>
    corpus(2, {
      'data/reports/evening-0.ttl':
        '<https://example.org/id/report/evening-0/claim/far> a meent:Claim ; meent:anchoredIn <https://example.org/id/report/evening-1/anchor/0-1> .\n',
    }),
  'reports without a single fault': () => {
    const folder = newFolder();
    writeCorpus(folder, 2, 0);
    return openProject(folder);
  },
};

const inProcess = async (
  project: Project,
  data: Loaded,
  more: Partial<ValidateOptions> = {},
): Promise<Validation> =>
  validate(project, data, await loadShapes(project), { ...options, ...more, isRepeated: true });

describe('a project validated report by report, unread', () => {
  it.each(Object.keys(corpora))('comes to what it comes to as a whole: %s', async (name) => {
    const project = corpora[name]!();
    const { validation, prefixes } = await validateInUnits(project, {});
    const data = await loadData(project);
    expect(told(validation, data)).toEqual(told(await inProcess(project, data), data));
    expect(prefixes).toEqual(data.prefixes);
  });

  it.each(['this project', 'the orchard, one report with its text', 'reports with faults'])(
    'comes to the same with its checks, run beside the threads: %s',
    async (name) => {
      const project = corpora[name]!();
      const data = await loadData(project);
      const late = [project.queries.checks[0]!.shown];
      const { validation } = await finishUnits(await beginUnits(project), { late }, data);
      const expected = await inProcess(project, data, { checks: true, late });
      expect(validation.checks.length).toBeGreaterThan(20);
      expect(told(validation, data)).toEqual(told(expected, data));
    },
  );

  it('gives the same report with one thread as with three, byte by byte', async () => {
    const project = corpora['reports with misspelt terms, odd prefixes and ill-typed literals']!();
    const written = async (workers: number) => {
      const { shapes, validation, prefixes } = await validateInUnits(project, { workers });
      const report: Report = {
        version: '0',
        validation: validation,
        rules: await readRules(project, shapes, options),
        prefixes: new Map([...shapes.prefixes, ...prefixes]),
        triples: validation.triples,
        failOn: 'violation',
        exitCode: 1,
      };
      const style = { language: 'en', colour: false, all: true, width: undefined } as const;
      return (['text', 'json', 'ttl', 'sarif', 'junit'] as const).map((form) =>
        writeReport(report, form, style),
      );
    };
    expect(await written(3)).toEqual(await written(1));
  });

  it('fails as the first report that cannot be read does', async () => {
    const project = corpus(4);
    for (const report of [3, 1, 2])
      writeFileSync(project.data.find(({ report: slug }) => slug === `evening-${report}`)!.path, '<a> <b> .');
    await expect(validateInUnits(project, { workers: 2 })).rejects.toMatchObject({
      code: 3,
      file: expect.stringMatching(/evening-1\.ttl$/),
    });
  });

  it('takes shapes that cannot be honoured for nothing looked at', async () => {
    const folder = newFolder();
    cpSync(join(root, 'test/cli/projects/orchard'), folder, { recursive: true });
    mkdirSync(join(folder, 'shapes'), { recursive: true });
    writeFileSync(
      join(folder, 'shapes/more.ttl'),
      '@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClas <urn:c> .',
    );
    const { validation } = await validateInUnits(openProject(folder), {});
    expect(validation).toMatchObject({ honoured: false, triples: 0, targets: [] });
  });
});
