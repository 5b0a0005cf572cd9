import { describe, expect, it } from 'vitest';
import type { Console } from '../../src/cli/console.ts';
import { exit } from '../../src/failure.ts';
import { loadData, loadShapes } from '../../src/project/load.ts';
import { openProject } from '../../src/project/project.ts';
import { run } from '../../src/run.ts';
import { validate } from '../../src/validate/validate.ts';
import { root } from '../support.ts';

const folder = 'test/validate/orchard';

/** What the command line prints, and its exit code. */
async function meent(...args: string[]) {
  const printed = { out: '', err: '' };
  const console: Console = {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    read: async () => '',
    async *lines() {},
    isTyped: false,
    env: {},
    width: undefined,
    colour: false,
  };
  const code = await run(['--project', root, ...args], console);
  return { ...printed, code };
}

async function validated(shapes: string, allowEmpty?: boolean) {
  const project = openProject('.', root, { data: [`${folder}/data.ttl`], shapes: [shapes] });
  return validate(project, await loadData(project), await loadShapes(project), { checks: false, allowEmpty });
}

describe('a shape that looks at nothing', () => {
  it('is a problem where its target is stated, or where it stands if it has none', async () => {
    const { honoured, problems } = await validated(`${folder}/shapes.ttl`);
    expect(honoured).toBe(true);
    expect(
      problems.map(({ kind, severity, focus, rule, line, column }) => [
        kind,
        severity,
        focus,
        rule,
        line,
        column,
      ]),
    ).toEqual([
      ['target', 'violation', 'https://example.org/ShrubShape', 'empty-target', 13, 18],
      ['target', 'violation', 'https://example.org/LeftoverShape', 'no-target', 17, 1],
    ]);
  });

  it('is none where that is allowed', async () => {
    expect((await validated(`${folder}/shapes.ttl`, true)).problems).toEqual([]);
  });

  it('gives exit code 1, and 0 with --allow-empty', async () => {
    const inputs = ['validate', '--data', `${folder}/data.ttl`, '--shapes', `${folder}/shapes.ttl`];
    const refused = await meent(...inputs);
    expect(refused.code).toBe(exit.problems);
    expect(refused.out).toContain('shapes.ttl:13');
    expect((await meent(...inputs, '--allow-empty')).code).toBe(exit.fine);
  });
});

describe('a shape that meent lends to a project of somebody else', () => {
  it('may look at nothing', async () => {
    const project = openProject('test/cli/projects/orchard', root);
    const { problems, targets } = await validate(
      project,
      await loadData(project),
      await loadShapes(project),
      {
        checks: false,
      },
    );
    expect(targets.some(({ focusNodes }) => focusNodes.size === 0)).toBe(true);
    expect(problems.filter(({ kind }) => kind === 'target')).toEqual([]);
  });
});

describe('of the data, what no shape says anything of', () => {
  it('is listed with how often and where first', async () => {
    const { uncovered } = await validated(`${folder}/shapes.ttl`);
    expect(
      uncovered.map(
        ({ kind, term, count, place }) => `${kind} ${term.value} ${count} ${place?.line}:${place?.column}`,
      ),
    ).toEqual([
      'class https://example.org/Field 1 18:12',
      'class https://example.org/Shrub 1 14:12',
      'predicate https://example.org/owns 2 12:3',
    ]);
  });

  it('leaves out what the ontology says of its terms', async () => {
    const project = openProject('.', root);
    const data = await loadData(project);
    const { uncovered } = await validate(project, data, await loadShapes(project), { checks: false });
    const vocabulary = /owl#|rdf-schema#(domain|range|Class)|skos\/core#inScheme/;
    expect(uncovered.map(({ term }) => term.value).filter((iri) => vocabulary.test(iri))).toEqual([]);
    expect(uncovered.filter(({ place }) => !place?.file.startsWith('data/'))).toEqual([]);
  });
});

describe('shapes that cannot be honoured', () => {
  const shapes = 'test/validate/preflight/typo-in-a-parameter.ttl';

  it('are not looked with, and the validation says so', async () => {
    const validation = await validated(shapes);
    expect(validation).toMatchObject({
      honoured: false,
      targets: [],
      checks: [],
      evidence: [],
      uncovered: [],
    });
    expect(validation.problems.map(({ kind, rule }) => [kind, rule])).toEqual([
      ['preflight', 'unknown-term'],
    ]);
  });

  it('give exit code 4 with place, excerpt and what was meant, whatever --fail-on and --allow-empty say', async () => {
    for (const more of [[], ['--fail-on', 'info'], ['--allow-empty']]) {
      const { code, out } = await meent(
        ...['validate', '--lang', 'en', '--data', `${folder}/data.ttl`, '--shapes', shapes],
        ...more,
      );
      expect(code).toBe(exit.unsupported);
      expect(out).toContain(`${shapes}:7`);
      expect(out).toContain('sh:minCuont is not a term of SHACL.');
      expect(out).toContain('Did you mean sh:minCount?');
      expect(out).toContain('Nothing was checked');
      expect(out).not.toContain('no problems');
    }
  });

  it('give exit code 4 where there is no shape at all', async () => {
    const empty = 'test/validate/preflight/nothing-at-all.ttl';
    expect((await meent('validate', '--data', `${folder}/data.ttl`, '--shapes', empty)).code).toBe(
      exit.unsupported,
    );
  });
});

describe('shapes with slips that leave clear what they ask', () => {
  const shapes = `${folder}/slips.ttl`;

  it('are looked with, and the slips are said', async () => {
    const { honoured, problems } = await validated(shapes);
    expect(honoured).toBe(true);
    expect(problems.map(({ severity, rule, line }) => `${severity} ${rule} ${line}`)).toEqual([
      'violation http://www.w3.org/ns/shacl#OrConstraintComponent 6',
      'warning path-left-out 7',
      'info annotation 9',
    ]);
  });

  it('do not change the exit code, but as --fail-on says', async () => {
    const inputs = ['validate', '--allow-empty', '--data', shapes, '--shapes', shapes];
    expect((await meent(...inputs)).code).toBe(exit.fine);
    expect((await meent(...inputs, '--fail-on', 'warning')).code).toBe(exit.problems);
  });
});
