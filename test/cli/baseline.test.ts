import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, meent, millWith } from '../evidence/mill.ts';

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
      'violation: With an extra wheel the bakery has flour enough. ' +
        '<https://example.org/id/report/evening-at-the-mill/claim/wheel-feeds-bakery>',
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

  it('cannot be written where the folder does not exist', async () => {
    const folder = brokenMill();
    const { code } = await validate(
      join(folder),
      '--baseline',
      join(folder, 'no/b.json'),
      '--update-baseline',
    );
    expect(code).toBe(7);
  });
});
