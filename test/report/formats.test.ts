import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, it } from 'vitest';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { parse } from '../../src/graph/parse.ts';
import { iri, vocabulary } from '../../src/graph/terms.ts';
import { canonicalJsonLd } from '../../src/export/json-ld.ts';
import { fixedRules } from '../../src/validate/fixed-rules.ts';
import { plainColumns, type ReportFormat, reportFormats } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { ownComponent } from '../../src/report/shacl.ts';
import { writeReport } from '../../src/report/write.ts';
import { ownGraph, root, textOf } from '../support.ts';
import { reportOn } from './faulty.ts';

const report = await reportOn();
const { problems } = report.validation;
const sound: Report = { ...report, exitCode: 0, validation: { ...report.validation, problems: [] } };
const unfinished: Report = {
  ...sound,
  rules: [...sound.rules, ...fixedRules],
  incomplete: { nl: 'de tijd was om: [x](y) {0}', en: 'time was up: [x](y) {0}' },
  validation: { ...sound.validation, evidence: [{ slug: 'orchard', anchors: 2, offences: [] }] },
};
const notHonoured: Report = {
  ...report,
  rules: [...report.rules, ...fixedRules],
  exitCode: 4,
  validation: {
    ...report.validation,
    honoured: false,
    problems: [{ ...problems[0]!, kind: 'preflight', rule: 'unknown-term' }],
    targets: [],
    uncovered: [],
    checks: [],
    evidence: [],
  },
};
const reports = { faulty: report, sound, unfinished, 'not honoured': notHonoured };

const style = { language: 'en', colour: false, all: false, width: undefined } as const;
const write = (format: ReportFormat, of: Report = report) => writeReport(of, format, style);

describe('a report of the orchard', () => {
  it.each<[ReportFormat, string]>([
    ['plain', 'tsv'],
    ['json', 'json'],
    ['sarif', 'sarif'],
    ['junit', 'xml'],
    ['github', 'github.txt'],
    ['ttl', 'ttl'],
    ['jsonld', 'jsonld'],
  ])('is as expected in the form %s', async (format, ending) => {
    await expect(write(format)).toMatchFileSnapshot(`expected/orchard.${ending}`);
  });

  it.each(['nl', 'en'] as const)('is as expected for people who read %s', async (language) => {
    const text = writeReport(report, 'text', { ...style, language });
    await expect(text).toMatchFileSnapshot(`expected/orchard.${language}.txt`);
  });

  it('has the same bytes when it is made again', async () => {
    const again = await reportOn();
    for (const format of reportFormats) expect(write(format, again)).toBe(write(format));
  });

  it.each(reportFormats)('has no character in the form %s that would hide or reorder others', (format) => {
    // JSON and RDF carry every character; what shows them is not us.
    const raw = ['json', 'jsonld', 'ttl'].includes(format)
      ? /[\u0000-\u0009\u000b-\u001f]/
      : /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    expect(write(format)).not.toMatch(raw);
  });
});

describe('SARIF', () => {
  const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const published = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  // The schema as OASIS publishes it has a licence of its own, so it is not copied in.
  const oasis = join(
    process.env['MEENT_SUITES'] ?? join(root, '../shared/suites'),
    'sarif/sarif-schema-2.1.0.json',
  );
  const isThere = (() => {
    try {
      return Boolean(readJson(oasis));
    } catch {
      return false;
    }
  })();
  const errorsOf = (schema: Record<string, unknown>, text: string) => {
    const { $schema: _, id: __, ...body } = schema;
    const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(body);
    validate(JSON.parse(text));
    return validate.errors ?? [];
  };

  it.each(Object.entries(reports))('of a %s report keeps to the schema of SARIF 2.1.0', (_, each) => {
    expect(errorsOf(readJson(published), write('sarif', each))).toEqual([]);
  });

  it.skipIf(!isThere)(
    'keeps to the schema of the OASIS Standard with errata 01 (skipped where ../shared/suites/sarif is missing)',
    () => {
      for (const each of Object.values(reports))
        expect(errorsOf(readJson(oasis), write('sarif', each))).toEqual([]);
    },
  );

  const log = JSON.parse(write('sarif'));
  const [run] = log.runs;

  it('says of each result which rule it is against', () => {
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.results).toHaveLength(problems.length);
  });

  it('gives the very text of each region as its snippet', () => {
    const wrong = run.results.flatMap(({ locations }: any) => {
      const { artifactLocation, region } = locations[0].physicalLocation;
      const line = textOf(decodeURIComponent(artifactLocation.uri)).split('\n')[region.startLine - 1]!;
      const text = line.slice(region.startColumn - 1, region.endColumn - 1);
      return text === region.snippet.text ? [] : [text];
    });
    expect(wrong).toEqual([]);
  });

  it('tells all results apart by a fingerprint that no line added above changes', () => {
    const prints = (of: Report) =>
      JSON.parse(write('sarif', of)).runs[0].results.map(
        (result: any) => result.partialFingerprints['problem/v1'],
      );
    const moved: Report = {
      ...report,
      validation: {
        ...report.validation,
        problems: problems.map((problem) => ({ ...problem, line: problem.line! + 7 })),
      },
    };
    expect(prints(moved)).toEqual(prints(report));
    expect(new Set(prints(report)).size).toBe(problems.length);
  });

  it('doubles braces and breaks what would be a link', () => {
    const text = JSON.parse(write('sarif', unfinished)).runs[0].invocations[0];
    expect(text).toEqual({
      executionSuccessful: false,
      exitCode: 0,
      toolExecutionNotifications: [
        { level: 'error', message: { text: 'Not everything was looked at: time was up: [x\\](y) {{0}}' } },
      ],
    });
  });
});

describe('JSON', () => {
  const schema = JSON.parse(textOf('report.schema.json'));
  const validate = new Ajv2020.default({ strict: true, strictRequired: false, allErrors: true }).compile(
    schema,
  );

  it.each(Object.entries(reports))('of a %s report keeps to report.schema.json', (_, each) => {
    validate(JSON.parse(write('json', each)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has every problem with all but its RDF terms, its blank nodes named in order', () => {
    const { problems: written } = JSON.parse(write('json'));
    const named = problems.filter(({ finding }) => finding.focus.termType === 'NamedNode');
    const expected = named.map(({ finding: _, ...problem }) => JSON.parse(JSON.stringify(problem)));
    expect(written.filter(({ focus }: any) => !focus.startsWith('_:'))).toMatchObject(
      expected.map(({ value: _, ...problem }) => problem),
    );
    expect(
      written
        .flatMap(({ focus, value }: any) => [focus, value])
        .filter((name?: string) => name?.startsWith('_:')),
    ).toEqual(['_:node1', '_:node2', '_:node3', '_:node4']);
  });
});

describe('JUnit XML', () => {
  const suitesIn = async (of: Report) => (await parseJunit(write('junit', of))) as any;

  it('read by a library gives a suite a shape, a test a rule, with the failures', async () => {
    const read = await suitesIn(report);
    const outcome = ({ name, failure, skipped }: any) => [
      name,
      failure ? 'failed' : skipped ? 'skipped' : 'passed',
    ];
    expect(read.testsuite.map((suite: any) => [suite.name, suite.testcase.map(outcome)])).toEqual([
      ['BeehiveShape', [['BeehiveShape', 'skipped']]],
      [
        'TreeShape',
        [
          ['TreeShape-height', 'failed'],
          ['TreeShape-keeper', 'passed'],
          ['TreeShape-kind', 'failed'],
          ['TreeShape-note', 'passed'],
          ['TreeShape-pest', 'failed'],
        ],
      ],
      [
        'check',
        [
          ['keeper-unknown', 'failed'],
          ['never-broken', 'passed'],
        ],
      ],
      ['shape', [['MinCountConstraintComponent', 'failed']]],
      ['syntax', [['invisible-character', 'passed']]],
      ['target', [['empty-target', 'failed']]],
    ]);
  });

  it('counts what it holds', async () => {
    for (const each of Object.values(reports)) {
      const read = await suitesIn(each);
      const cases = read.testsuite.flatMap((suite: any) => suite.testcase);
      expect(read).toMatchObject({
        tests: cases.length,
        failures: cases.filter(({ failure }: any) => failure).length,
        skipped: cases.filter(({ skipped }: any) => skipped).length,
        errors: cases.filter(({ error }: any) => error).length,
      });
    }
  });

  it('gives back names that have the marks of XML in them', async () => {
    const read = await suitesIn(report);
    const texts = JSON.stringify(read);
    expect(texts).toContain(
      JSON.stringify(`]]> <b>&"'\\u202E 🍎 {0} [x](http://example.org/) %0A::error::, a:b`).slice(1, -1),
    );
  });

  it('fails a rule on warnings where these are to fail', async () => {
    const read = await suitesIn({ ...report, failOn: 'warning' });
    const trees = read.testsuite.find(({ name }: any) => name === 'TreeShape');
    const keeper = trees.testcase.find(({ name }: any) => name === 'TreeShape-keeper');
    expect(keeper.failure[0].inner.split('\n')).toHaveLength(5);
  });

  it('passes nothing where the shapes could not be honoured, but what was asked of them', async () => {
    const read = await suitesIn(notHonoured);
    const passed = read.testsuite.filter(({ testcase }: any) =>
      testcase.some(({ failure, skipped }: any) => !failure && !skipped),
    );
    expect(passed.map(({ name }: any) => name)).toEqual(['preflight']);
    expect(read.failures).toBe(1);
  });

  it('skips what evidence was not checked, and has an error where not everything was looked at', async () => {
    const read = await suitesIn(unfinished);
    const evidence = read.testsuite.find(({ name }: any) => name === 'evidence orchard');
    expect(evidence.testcase.every(({ skipped }: any) => skipped)).toBe(true);
    expect(read.testsuite.at(-1).testcase[0].error[0].message).toContain('time was up');
  });
});

describe('plain', () => {
  it('has a line a problem with as many columns as are documented', () => {
    const lines = write('plain').trimEnd().split('\n');
    expect(lines).toHaveLength(problems.length);
    expect(lines.map((line) => line.split('\t').length)).toEqual(problems.map(() => plainColumns.length));
    expect(write('plain', sound)).toBe('');
  });
});

describe('commands for GitHub', () => {
  it('are one a line, with nothing in a property that would end it', () => {
    const lines = write('github').trimEnd().split('\n');
    expect(lines).toHaveLength(problems.length);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) ([a-zA-Z]+=[^,:]+,?)+::[^\r\n]+$/);
  });
});

describe('a SHACL validation report', () => {
  const canonical = async (turtle: string) =>
    canonicalNQuads((await parse(turtle, { path: 'report.ttl', base: 'https://example.org/' })).quads);

  it('is the same graph in Turtle and in JSON-LD', async () => {
    for (const each of Object.values(reports))
      expect(await canonicalJsonLd(write('jsonld', each))).toBe(await canonical(write('ttl', each)));
  });

  it('says of a name in angle brackets that it is an IRI, and not what was meant', async () => {
    const [problem] = problems;
    const values = ['sh:path', 'xsd:date', 'comment:a', 'identifier:a'].map((value) => ({
      ...problem!,
      finding: { ...problem!.finding, focus: iri(value), value: iri(value) },
    }));
    const mistaken: Report = { ...report, validation: { ...report.validation, problems: values } };
    const nquads = await canonicalJsonLd(write('jsonld', mistaken));
    expect(nquads).toBe(await canonical(write('ttl', mistaken)));
    expect(nquads).toContain('<sh:path>');
  });

  it.each([...new Set(fixedRules.map(({ kind }) => kind))])(
    'names a component for offences against %s, and the ontology says in two languages what it is',
    async (kind) => {
      const { dataset } = await ownGraph();
      const said = (property: string) =>
        [...dataset.match(ownComponent(kind), iri(property))].map(({ object }) =>
          object.termType === 'Literal' ? object.language : object.value,
        );
      expect(said(vocabulary.rdf.type.value)).toEqual(['http://www.w3.org/ns/shacl#ConstraintComponent']);
      expect(said(vocabulary.rdfs.label.value).sort()).toEqual(['en', 'nl']);
      expect(said('http://www.w3.org/2004/02/skos/core#definition').sort()).toEqual(['en', 'nl']);
    },
  );

  it('conforms only where there is no result and everything was looked at', () => {
    const conforms = (of: Report) => JSON.parse(write('jsonld', of)).conforms;
    expect([report, sound, unfinished].map(conforms)).toEqual([false, true, false]);
    const note: Report = {
      ...report,
      validation: { ...report.validation, problems: problems.filter(({ severity }) => severity === 'info') },
    };
    expect(conforms(note)).toBe(false);
  });
});
