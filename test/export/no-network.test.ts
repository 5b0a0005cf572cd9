import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orchardWith } from '../cli/support.ts';
import { root } from '../support.ts';

const guard = join(root, 'test/export/no-network.ts');
/** Runs the command line in a process, with all its threads, that dies when it asks the network. */
const offline = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', guard, ...args], { encoding: 'utf8' });

describe('the network is never asked', () => {
  it.each([
    ['a socket', "import('node:net').then(({ connect }) => connect(9, '127.0.0.1'))"],
    ['fetch', "fetch('http://127.0.0.1:9/')"],
    ['dns.lookup', "import('node:dns').then(({ lookup }) => lookup('localhost', () => {}))"],
  ])('by what would be noticed: %s', (what, code) => {
    const { signal, stderr } = offline('--input-type=module', '--eval', `await ${code}`);
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: `THE NETWORK WAS ASKED: ${what}\n` });
  });

  it.each([
    ['build'],
    ['export', '--to', 'jsonld', 'jsonl', 'ttl', 'trig', 'nq', 'csv', 'tsv'],
    ['export', '--check'],
  ])('by meent %s', (...args) => {
    const folder = orchardWith();
    const bin = join(root, 'bin/meent.js');
    if (args.includes('--check')) offline(bin, 'export', '--project', folder);
    const { status, stderr } = offline(bin, ...args, '--project', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['the context of a project', 'ontology/context.jsonld', '{ "@context": "https://example.org/context" }'],
    [
      'a frame',
      'queries/exports/values.frame.jsonld',
      '{ "@type": "Value", "invokedBy": { "@context": "https://example.org/context" } }',
    ],
    ['data', 'data/reference/more.jsonld', '{ "@context": "https://example.org/context", "@id": "urn:x" }'],
  ])('where %s names a context elsewhere: that is refused', (_, path, text) => {
    const folder = orchardWith();
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (path.endsWith('.frame.jsonld'))
      writeFileSync(join(folder, path.replace('frame.jsonld', 'rq')), valuesQuery);
    const { status, stderr } = offline(join(root, 'bin/meent.js'), 'export', '--project', folder);
    expect(stderr).toContain('https://example.org/context would have to be fetched');
    expect(status).toBe(3);
  });
});

const valuesQuery = `#+ summary:
#+   nl: Waarden
#+   en: Values

PREFIX meent: <https://w3id.org/meent/ns#>
CONSTRUCT WHERE { ?value a meent:Value ; ?property ?object }
`;
