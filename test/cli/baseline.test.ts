import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { files, millWith } from '../evidence/mill.ts';
import { textOf } from '../support.ts';
import { meent } from './support.ts';

/** A mill with a confidence above one in each of its three claims. */
const brokenMill = () => millWith({ claims: (text) => text.replaceAll('0.9 ;', '7.0 ;') });

async function validate(folder: string, ...args: readonly string[]) {
  const path = join(folder, 'baseline.json');
  const ran = await meent([
    ...['validate', '--project', folder, '--lang', 'en', '--no-checks', '--baseline', path],
    ...args,
  ]);
  return { ...ran, path };
}

function change(folder: string, file: keyof typeof files, edit: (text: string) => string): void {
  const path = join(folder, files[file]);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

describe('meent validate --baseline', () => {
  it('does not fail on what it accepts, and says how much that is', async () => {
    const folder = brokenMill();
    expect((await meent(['validate', '--project', folder, '--no-checks'])).code).toBe(1);
    expect((await validate(folder, '--update-baseline')).code).toBe(0);
    const { code, out } = await validate(folder);
    expect(code).toBe(0);
    expect(out).toMatch(/Accepted in \S+baseline\.json and not counted: 3 problems\./);
    expect(out).not.toContain('violation:');
  });

  it('fails on a new problem, and shows that one only', async () => {
    const folder = brokenMill();
    await validate(folder, '--update-baseline');
    change(folder, 'claims', (text) => text.replace('  meent:framing framing:opportunity ;\n', ''));
    const { code, out } = await validate(folder);
    expect(code).toBe(1);
    expect(out.match(/violation:.*/g)).toEqual([
      'violation: With an extra wheel the bakery has flour enough.',
    ]);
  });

  it('fails on an entry that no longer occurs, names it, and says how to remove it', async () => {
    const folder = brokenMill();
    await validate(folder, '--update-baseline');
    change(folder, 'claims', (text) => text.replace('7.0 ;', '0.7 ;'));
    const { code, out } = await validate(folder);
    expect(code).toBe(1);
    expect(out).toMatch(/still accepts what no longer occurs:\n {2}<\S+\/claim\/mill-is-of-everyone>.*× 1\n/);
    expect(out).toContain('have --update-baseline do that');
    expect((await validate(folder, '--update-baseline')).code).toBe(0);
    expect((await validate(folder)).code).toBe(0);
  });

  it('still accepts after lines moved', async () => {
    const folder = brokenMill();
    await validate(folder, '--update-baseline');
    change(folder, 'claims', (text) => `# A comment.\n\n${text}`);
    expect((await validate(folder)).code).toBe(0);
  });

  it('keeps what needs the text where the text is absent', async () => {
    const folder = millWith({ text: (text) => text.replace('Bram', 'Brem') });
    const { path } = await validate(folder, '--update-baseline');
    const accepted = readFileSync(path, 'utf8');
    expect(accepted).toContain('"rule": "anchor-changed"');
    const absent = millWith({ text: () => undefined });
    writeFileSync(join(absent, 'baseline.json'), accepted);
    expect((await validate(absent)).code).toBe(0);
    await validate(absent, '--update-baseline');
    expect(readFileSync(join(absent, 'baseline.json'), 'utf8')).toBe(accepted);
  });

  it('writes the same bytes again, and leaves no draft behind', async () => {
    const folder = brokenMill();
    const { path } = await validate(folder, '--update-baseline');
    const first = readFileSync(path, 'utf8');
    await validate(folder, '--update-baseline');
    expect(readFileSync(path, 'utf8')).toBe(first);
    expect(readdirSync(folder).filter((name) => name.includes('baseline'))).toEqual(['baseline.json']);
  });

  it('is wrong usage where --update-baseline names no file', async () => {
    const { code, err } = await meent(['validate', '--project', brokenMill(), '--update-baseline']);
    expect(code).toBe(2);
    expect(err).toContain('--baseline baseline.json');
  });

  it('cannot be read where there is none', async () => {
    const { code, err } = await validate(brokenMill());
    expect(code).toBe(3);
    expect(err).toContain('--update-baseline');
  });

  it('cannot be read where it is broken, and is then not written either', async () => {
    const folder = brokenMill();
    const path = join(folder, 'baseline.json');
    writeFileSync(path, '{\n  "schemaVersion": 1,\n  "problems": [}\n');
    for (const more of [[], ['--update-baseline']]) {
      const { code, err } = await validate(folder, ...more);
      expect(code).toBe(3);
      expect(err).toMatch(/baseline\.json:3: Not valid JSON/);
    }
  });

  it('cannot be written where a file is in the way', async () => {
    const folder = brokenMill();
    const path = join(folder, files.text, 'baseline.json');
    expect((await validate(folder, '--baseline', path, '--update-baseline')).code).toBe(7);
  });

  it('accepts no shapes that cannot be honoured', async () => {
    const folder = brokenMill();
    mkdirSync(join(folder, 'shapes'));
    writeFileSync(
      join(folder, 'shapes/unknown.ttl'),
      '<urn:shape> a <http://www.w3.org/ns/shacl#NodeShape> ; <http://www.w3.org/ns/shacl#minCuont> 1 .\n',
    );
    expect((await validate(folder, '--update-baseline')).code).toBe(4);
    expect(readdirSync(folder)).not.toContain('baseline.json');
  });

  it.each(['plain', 'json', 'sarif', 'junit', 'github', 'ttl', 'jsonld'])(
    'leaves what it accepts out of the form %s, and says so on standard error',
    async (form) => {
      const folder = brokenMill();
      await validate(folder, '--update-baseline');
      const { code, out, err } = await validate(folder, '--format', form);
      expect(code).toBe(0);
      expect(out).not.toContain('7.0');
      expect(err).toMatch(/Accepted in \S+baseline\.json and not counted: 3 problems\./);
    },
  );

  it('is told of in JSON', async () => {
    const folder = brokenMill();
    await validate(folder, '--update-baseline');
    change(folder, 'claims', (text) => text.replace('7.0 ;', '0.7 ;'));
    const { out, path } = await validate(folder, '--format', 'json');
    const report = JSON.parse(out) as { baseline: unknown };
    expect(new Ajv2020({ strict: false }).compile(JSON.parse(textOf('report.schema.json')))(report)).toBe(
      true,
    );
    expect(report.baseline).toEqual({
      file: path,
      accepted: 2,
      stale: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
          kind: 'shape',
          rule: 'https://w3id.org/meent/shapes#ClaimShape-extractionConfidence',
          focus: 'https://example.org/id/report/evening-at-the-mill/claim/mill-is-of-everyone',
          path: 'https://w3id.org/meent/ns#extractionConfidence',
          value: '7.0',
          count: 1,
        },
      ],
    });
  });
});
