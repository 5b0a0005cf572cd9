import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/project/examples.ts';
import { loadShapes } from '../../src/project/load.ts';
import { examplesOf } from '../../src/report/examples.ts';
import { readRules } from '../../src/validate/rules.ts';
import { meent, newFolder } from '../cli/support.ts';
import { ownProject, root } from '../support.ts';

const explain = (rule: string, ...options: string[]) => meent([...options, 'explain', rule]);

describe('meent explain', () => {
  it.each([
    'ClaimShape-assertedBy',
    'ClaimShape',
    'TermOf-framing-inScheme',
    'supports-cycle',
    'paragraph-without-evidence',
    'not-nfc',
  ])('says of %s what is expected', async (rule) => {
    const { code, out, err } = await explain(rule, '--lang', 'en');
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot(`expected/explain-${rule}.txt`);
  });

  it('speaks Dutch', async () => {
    await expect((await explain('ClaimShape-assertedBy', '--lang', 'nl')).out).toMatchFileSnapshot(
      'expected/explain-ClaimShape-assertedBy.nl.txt',
    );
  });

  it.each(['https://w3id.org/meent/shapes#LabelNl', 'shapes:LabelNl', 'LabelNl'])(
    'takes the name %s for the same rule',
    async (name) => {
      expect((await explain(name)).out).toMatch(/^LabelNl {2}violation\n/);
    },
  );

  it('explains both where data and shapes have a rule of the same name', async () => {
    expect((await explain('unknown-term')).out.match(/^unknown-term /gm)).toHaveLength(2);
  });

  it('gives 2 for a rule that is not there, and names the nearest', async () => {
    expect(await explain('ClaimShape-assertdBy')).toEqual({
      code: 2,
      out: '',
      err: 'No rule called ClaimShape-assertdBy\nHow to mend it: Did you mean ClaimShape-assertedBy?\n',
    });
    expect((await explain('x')).err).toMatch(/ends with the name of its rule/);
  });

  it("explains a project's own rule with the project's own example", async () => {
    const folder = newFolder();
    cpSync(join(root, 'test/report/orchard'), folder, { recursive: true });
    mkdirSync(join(folder, 'test/shapes/TreeShape'), { recursive: true });
    const tree = (kind: string) =>
      `@prefix : <https://example.org/ns#> .\n\n:tree a :Tree ;\n  :kind ${kind} .\n`;
    writeFileSync(join(folder, 'test/shapes/TreeShape/valid.ttl'), `#+ expect: conforms\n${tree(':pear')}`);
    writeFileSync(
      join(folder, 'test/shapes/TreeShape/kind.ttl'),
      `#+ expect: TreeShape-kind Violation\n${tree(':plum')}`,
    );
    const { out } = await explain('TreeShape-kind', '--project', folder);
    expect(out).toContain('sh:in ( :apple :pear )');
    expect(out).toMatch(/Good \(.*valid\.ttl\):\n {2}:tree a :Tree ;\n> {3}:kind :pear \.\n/);
    expect(out).toMatch(/Bad \(.*kind\.ttl\):\n {2}:tree a :Tree ;\n> {3}:kind :plum \.\n/);
  });
});

it('each rule of shapes, checks and evidence that can be broken has an example that keeps it and one that breaks it', async () => {
  const project = ownProject();
  const rules = await readRules(project, await loadShapes(project), { checks: true });
  const examples = await readExamples(project);
  const without = rules.filter(
    (rule) =>
      (rule.kind === 'shape'
        ? rule.components.length > 0
        : rule.kind === 'check' || rule.kind === 'evidence') && !examplesOf(rule, examples),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});
