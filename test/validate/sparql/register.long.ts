import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadData, loadShapes } from '../../../src/project/load.ts';
import { openProject } from '../../../src/project/project.ts';
import { validate } from '../../../src/validate/validate.ts';
import { root, textOf } from '../../support.ts';

// A register of data sets, as heritage institutions keep them, with three rules that SHACL Core cannot say.
const folder = 'test/validate/sparql/register';

async function validated(shapes: string) {
  const project = openProject('.', root, { data: [`${folder}/data.ttl`], shapes: [shapes] });
  return validate(project, await loadData(project), await loadShapes(project), { checks: false });
}

/** The shapes with something else in place of a piece of them, in a file of their own. */
async function changed(from: string, to: string) {
  const text = textOf(`${folder}/shapes.ttl`);
  expect(text).toContain(from);
  const file = join(mkdtempSync(join(tmpdir(), 'meent-')), 'shapes.ttl');
  writeFileSync(file, text.replace(from, to));
  return validated(file);
}

describe('a register whose shapes have rules in SPARQL', () => {
  it('has the problems of both engines, each in its place and in both languages', async () => {
    const { problems, targets } = await validated(`${folder}/shapes.ttl`);
    expect(
      problems.map(({ line, severity, message }) => [line, severity, message['nl'], message['en']]),
    ).toEqual([
      [
        7,
        'violation',
        'De periode eindigt (1905-12-31) voordat zij begint (1950-01-01).',
        'The period ends (1905-12-31) before it starts (1950-01-01).',
      ],
      [
        10,
        'violation',
        'Kenmerk A-1 is ook dat van https://example.org/id/maps.',
        'Identifier A-1 is also that of https://example.org/id/maps.',
      ],
      [
        14,
        'warning',
        'Noem bij https://example.org/id/photos-endpoint met dct:conformsTo het protocol van het SPARQL-endpoint.',
        'Name with dct:conformsTo the protocol of the SPARQL endpoint of https://example.org/id/photos-endpoint.',
      ],
      [
        20,
        'violation',
        'Kenmerk A-1 is ook dat van https://example.org/id/photos.',
        'Identifier A-1 is also that of https://example.org/id/photos.',
      ],
      [26, 'violation', 'Geef de dataset een titel.', 'Give the data set a title.'],
    ]);
    expect(targets.map(({ focusNodes }) => focusNodes.size)).toEqual([3, 3]);
  });

  it.each([
    ['VALUES', 'FILTER(?other != $this)', 'VALUES ?x { 1 }', 25],
    ['SERVICE', 'FILTER(?other != $this)', 'SERVICE <https://example.org/sparql> { ?x ?y ?z }', 25],
    ['a mistake', 'FILTER(?other != $this)', 'FILTER(?other', 25],
    [
      'SERVICE in a target',
      '?dataset dcat:distribution ?this .',
      'SERVICE <https://example.org/sparql> { ?this ?y ?z }',
      54,
    ],
  ])(
    'is not looked at where a rule has %s: the shapes are at fault, and where',
    async (_, from, to, line) => {
      const { honoured, problems } = await changed(from, to);
      expect(honoured).toBe(false);
      expect(problems).toMatchObject([{ kind: 'preflight', severity: 'violation', line }]);
    },
  );

  it('has a problem where a target in SPARQL selects nothing', async () => {
    const { problems } = await changed(
      '?dataset dcat:distribution ?this .',
      '?dataset dcat:distributor ?this .',
    );
    expect(problems.map(({ rule }) => rule)).toContain('empty-target');
  });

  it('has the problems that a component finds, also beside a pattern that is looked at elsewhere', async () => {
    const project = openProject('.', root, {
      data: [`${folder}/data.ttl`],
      shapes: [`${folder}/component.ttl`],
    });
    const { problems } = await validate(project, await loadData(project), await loadShapes(project), {
      checks: false,
    });
    expect(problems.map(({ line, message }) => [line, message['en']])).toEqual([
      [10, 'Identifier A-1 does not start with B.'],
      [20, 'Identifier A-1 does not start with B.'],
      [28, 'Identifier A-2 does not start with B.'],
    ]);
  });

  it('is told which component nobody checks', async () => {
    const { honoured, problems } = await changed(
      ':DatasetShape\n',
      ':Reachable a sh:ConstraintComponent ; sh:parameter [ sh:path :reachable ] .\n:DatasetShape :reachable true ;\n',
    );
    expect(honoured).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'info')).toMatchObject([
      { focus: 'https://example.org/shapes#Reachable', line: 13 },
    ]);
  });
});
