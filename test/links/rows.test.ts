import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { validateInUnits } from '../../src/validate/in-units.ts';
import type { Problem } from '../../src/validate/problem.ts';
import { validate } from '../../src/validate/validate.ts';
import { root } from '../support.ts';

const head = `#sssom_version: "1.1"
#curie_map:
#  actor: https://example.org/id/actor/
#  agent: https://example.org/id/agent/
#  wd: http://www.wikidata.org/entity/
#mapping_set_id: https://example.org/links
#license: https://creativecommons.org/publicdomain/zero/1.0/
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_id\treviewer_id\treviewer_label\tconfidence\treviewer_agreement\tcuration_rule_text\tcomment
`;
const firstRow = 9;

/** The row of a link that a person has accepted, with other cells in their places. */
const row = (cells: Readonly<Record<number, string>>): string =>
  [
    'actor:ans',
    'owl:sameAs',
    '',
    'wd:Q1',
    'semapv:LexicalMatching',
    '',
    '',
    'A. Gardener',
    '0.9',
    '1',
    '',
    '',
  ]
    .map((cell, number) => cells[number] ?? cell)
    .join('\t') + '\n';

/** A project of two reports, so that there is something to part, with mapping sets. */
function projectWith(sets: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'meent-links-'));
  cpSync(join(root, 'test/cli/projects/orchard/data'), join(folder, 'data'), { recursive: true });
  cpSync(join(root, 'test/cli/projects/orchard/meent.json'), join(folder, 'meent.json'));
  mkdirSync(join(folder, 'data/links'));
  writeFileSync(
    join(folder, 'data/reference/gardeners.ttl'),
    `@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
     @prefix actor: <https://example.org/id/actor/> . @prefix prov: <http://www.w3.org/ns/prov#> .
     actor:ans a schema:Thing . <https://example.org/id/agent/reader> a prov:SoftwareAgent .`,
  );
  writeFileSync(
    join(folder, 'data/reports/second.ttl'),
    '@prefix schema: <https://schema.org/> . <https://example.org/id/actor/of-second> a schema:Thing .',
  );
  for (const [name, text] of Object.entries(sets)) writeFileSync(join(folder, 'data/links', name), text);
  return openProject(folder, folder);
}

/** The problems of links, found at once and in units; both find the same. */
async function problemsOf(sets: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  const project = projectWith(sets);
  const ofLinks = (problems: readonly Problem[]) =>
    problems.filter(({ kind }) => kind === 'link').map(({ finding: _, ...problem }) => problem as Problem);
  const options = { checks: false, allowEmpty: true };
  const atOnce = await validate(project, await loadData(project), await loadShapes(project), options);
  const inUnits = await validateInUnits(project, { allowEmpty: true, workers: 2 });
  expect(ofLinks(inUnits.validation.problems)).toEqual(ofLinks(atOnce.problems));
  return ofLinks(atOnce.problems);
}

const linksOf = async (sets: Readonly<Record<string, string>>) => {
  const { dataset } = await loadData(projectWith(sets));
  return [...dataset]
    .filter(({ graph }) => graph.value === 'https://example.org/graph/links')
    .map(({ subject, predicate, object }) =>
      [subject, predicate, object].map(({ value }) => value.replace(/^.*[/#]/, '')).join(' '),
    );
};

describe('a row of a mapping set', () => {
  it.each<[string, string, string, number]>([
    ['names what nothing describes', row({ 0: 'actor:nobody' }), 'unknown-subject', 1],
    ['has a prefix that is not declared', row({ 3: 'wkd:Q1' }), 'undeclared-prefix', 23],
    ['has a whole IRI', row({ 3: 'http://www.wikidata.org/entity/Q1' }), 'not-a-curie', 23],
    ['has an IRI that would break out', row({ 3: 'wd:Q1>' }), 'not-a-curie', 23],
    ['has no object', row({ 3: '' }), 'missing-slot', 23],
    ['has no justification', row({ 4: '' }), 'missing-slot', 29],
    ['has a justification that SSSOM does not know', row({ 4: 'semapv:Guessing' }), 'slot-value', 29],
    ['is surer than sure', row({ 8: '1.5' }), 'slot-value', 66],
    ['is modified by something else than Not', row({ 2: 'Never' }), 'slot-value', 22],
    ['is agreed with by nobody', row({ 7: '' }), 'review-by-nobody', 59],
    ['is agreed with by software', row({ 6: 'agent:reader', 7: '' }), 'review-by-software', 53],
    [
      'was made by hand, by software',
      row({ 4: 'semapv:ManualMappingCuration', 5: 'agent:reader' }),
      'review-by-software',
      58,
    ],
    ['is the same by a rule', row({ 7: '', 9: '', 10: 'labels agree' }), 'identity-without-person', 11],
    ['would be worked out by a spreadsheet', row({ 11: '=HYPERLINK("x")' }), 'formula', 73],
  ])('that %s is a problem with file, line and column', async (_, text, rule, column) => {
    const problems = await problemsOf({
      'a.sssom.tsv': head + row({ 3: 'wd:Q2', 1: 'rdfs:seeAlso' }) + text,
    });
    expect(problems).toEqual([
      expect.objectContaining({ rule, column, file: 'data/links/a.sssom.tsv', line: firstRow + 1 }),
    ]);
    expect(Object.keys(problems[0]!.message).sort()).toEqual(['en', 'nl']);
    expect(problems[0]!.hint).toBeDefined();
  });

  it('may be about what a report describes, or what is a literal', async () => {
    const literal =
      head.replace('subject_id\t', 'subject_id\tsubject_label\tsubject_type\t') +
      `\tboom\trdfs literal\t${row({}).split('\t').slice(1).join('\t')}`;
    expect(
      await problemsOf({ 'a.sssom.tsv': head + row({ 0: 'actor:of-second' }), 'b.sssom.tsv': literal }),
    ).toEqual([]);
  });

  it('says that something is so and that it is not, in one set or two: both are told, and neither becomes a link', async () => {
    const yes = row({});
    const no = row({ 0: 'wd:Q1', 3: 'actor:ans', 2: 'Not', 6: '', 7: '', 9: '' });
    const one = { 'a.sssom.tsv': head + yes + no };
    const two = { 'a.sssom.tsv': head + yes, 'b.sssom.tsv': head + no };
    for (const sets of [one, two]) {
      expect(await problemsOf(sets)).toEqual([
        expect.objectContaining({
          rule: 'link-contradicted',
          file: 'data/links/a.sssom.tsv',
          line: firstRow,
        }),
      ]);
      expect(await linksOf(sets)).toEqual([]);
    }
  });

  it('becomes a link where it is accepted, and only there', async () => {
    const rows = [
      row({}),
      row({ 3: 'wd:Q2', 9: '0' }),
      row({ 3: 'wd:Q3', 9: '-1' }),
      row({ 3: 'wd:Q4', 7: '', 9: '' }),
      row({ 3: 'wd:Q5', 2: 'Not' }),
      row({ 3: 'sssom:NoTermFound' }),
      row({ 3: 'wd:Q6', 1: 'skos:closeMatch', 7: '', 9: '', 10: 'labels agree' }),
      row({ 3: 'wkd:Q7' }),
    ];
    expect(await linksOf({ 'a.sssom.tsv': head + rows.join('') })).toEqual([
      'ans sameAs Q1',
      'ans closeMatch Q6',
    ]);
  });

  it('stands in a set with an identifier and a licence, and columns that somebody reads', async () => {
    const text =
      head.replace(/#mapping_set_id.*\n#license.*\n/, '').replace('\tcomment', '\tremark') + row({ 11: 'x' });
    expect(
      (await problemsOf({ 'a.sssom.tsv': text })).map(({ rule, message, line }) => [
        rule,
        line,
        message['en'],
      ]),
    ).toEqual([
      ['missing-slot', 1, 'Missing here: mapping_set_id, license.'],
      [
        'unknown-slot',
        6,
        'SSSOM has no column remark, and extension_definitions does not name it: nobody reads what it says.',
      ],
    ]);
  });
});
