import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { contentOf, orchardWith } from './cli/support.ts';
import { finish, start } from './processes.ts';
import { numbers } from './random.ts';
import { root } from './support.ts';

const bin = join(root, 'bin/meent.js');
const claims = 'data/reports/orchard-evening/claims.ttl';

/** Waits until a build has begun to write, or has ended. */
async function writing(child: ChildProcess, versions: string): Promise<void> {
  const drafts = () =>
    existsSync(versions) && readdirSync(versions).some((name) => name.startsWith('draft-'));
  while (child.exitCode === null && child.signalCode === null && !drafts()) await pause(1);
}

it('two hundred builds that are killed leave the old or the new, never a mix, and the next succeeds', async () => {
  const folder = orchardWith();
  const output = join(folder, 'dist/exports');
  const build = ['build', '--no-checks', '--project', folder];
  const said = readFileSync(join(folder, claims), 'utf8');
  const texts = [said, said.replaceAll('boomgaard', 'appelhof').replaceAll('orchard counts', 'grove counts')];

  const versions: Record<string, string>[] = [];
  let longest = 0;
  for (const text of texts) {
    writeFileSync(join(folder, claims), text);
    const began = performance.now();
    expect(await finish(process.execPath, [bin, ...build])).toMatchObject({ code: 0, err: '' });
    longest = Math.max(longest, performance.now() - began);
    versions.push(contentOf(output));
  }
  expect(versions[0]).not.toEqual(versions[1]);

  const random = numbers(20261124);
  const outcomes = { old: 0, new: 0, 'ended before the kill': 0 };
  for (let attempt = 0; outcomes.old + outcomes.new < 200; attempt++) {
    expect(attempt).toBeLessThan(500);
    const old = versions.findIndex(
      (version) => version['claims.jsonld'] === contentOf(output)['claims.jsonld'],
    );
    writeFileSync(join(folder, claims), texts[1 - old]!);
    const { child, finished } = start(process.execPath, [bin, ...build]);
    // Every other time at any moment of the build; else in the moments of writing.
    if (attempt % 2 === 0) await pause(random.next().value * longest * 0.9);
    else {
      await writing(child, join(folder, 'dist/.exports'));
      await pause(random.next().value * longest * 0.15);
    }
    child.kill('SIGKILL');
    const { signal } = await finished;
    const found = contentOf(output);
    expect(versions).toContainEqual(found);
    if (signal !== 'SIGKILL') outcomes['ended before the kill']++;
    else outcomes[found['claims.jsonld'] === versions[old]!['claims.jsonld'] ? 'old' : 'new']++;
  }
  console.info(`After a kill: ${JSON.stringify(outcomes)}`);
  expect(outcomes.old).toBeGreaterThan(0);

  writeFileSync(join(folder, claims), texts[0]!);
  expect(await finish(process.execPath, [bin, ...build])).toMatchObject({ code: 0, err: '' });
  expect(contentOf(output)).toEqual(versions[0]);
  expect(readdirSync(join(folder, 'dist/.exports'))).toHaveLength(1);
}, 900_000);
