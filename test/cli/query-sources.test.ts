import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { finish, start } from '../processes.ts';
import { endpoint } from '../query/endpoint.ts';
import { root } from '../support.ts';
import { meent, newFolder, orchardWith } from './support.ts';

const bin = join(root, 'bin/meent.js');
const turtle = '<urn:a> <urn:p> <urn:b> . <urn:b> <urn:p> <urn:c> .';
const more = '<urn:c> <urn:p> <urn:d> .';
const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';

/** A folder that is no project, with these files. */
function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const ask = (folder: string, sources: readonly string[], sparql = count) =>
  meent(['query', '-e', sparql, '-f', 'csv', ...sources, '--project', folder]);

describe('--data', () => {
  it.each([
    ['a file', ['a.ttl'], 2],
    ['two files', ['a.ttl', 'b.nt'], 3],
    ['a folder', ['.'], 3],
    ['a glob', ['*.ttl'], 2],
    ['a packed file', ['c.ttl.gz'], 2],
    ['a packed file of another syntax', ['d.nq.gz'], 1],
  ])('asks %s, in any folder, and nothing else', async (_, names, expected) => {
    const files = { 'a.ttl': turtle, 'b.nt': more };
    const packed = { 'c.ttl.gz': gzipSync(turtle), 'd.nq.gz': gzipSync(more) };
    const folder = folderWith(names.includes('.') ? files : { ...files, ...packed });
    expect(await ask(folder, ['--data', ...names.map((name) => join(folder, name))])).toEqual({
      code: 0,
      out: `n\r\n${expected}\r\n`,
      err: '',
    });
  });

  it.each([
    ['as it is', Buffer.from(turtle)],
    ['packed', gzipSync(turtle)],
  ])('- asks standard input %s', async (_, bytes) => {
    const { child, finished } = start(process.execPath, [
      bin,
      'query',
      '-e',
      count,
      '-f',
      'csv',
      '--data',
      '-',
    ]);
    child.stdin!.end(bytes);
    expect(await finished).toMatchObject({ code: 0, out: 'n\r\n2\r\n', err: '' });
  });

  it.each([
    ['that is not there', ['x.ttl'], 3, /There is no file .*x\.ttl/],
    ['that is not gzip, as its name says', ['bad.ttl.gz'], 3, /bad\.ttl\.gz: The file is not gzip/],
    ['that is cut off', ['cut.ttl.gz'], 3, /cut\.ttl\.gz: The gzip file is cut off or damaged/],
    ['that is packed under another name', ['packed.ttl'], 3, /packed\.ttl: The file is not valid UTF-8/],
    ['of no known syntax', ['a.xyz.gz'], 3, /Cannot tell the RDF syntax/],
  ])('%s is refused', async (_, names, code, message) => {
    const folder = folderWith({
      'bad.ttl.gz': turtle,
      'cut.ttl.gz': gzipSync(turtle).subarray(0, 30),
      'packed.ttl': gzipSync(turtle),
      'a.xyz.gz': gzipSync(turtle),
    });
    const ran = await ask(folder, ['--data', ...names.map((name) => join(folder, name))]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('cannot be standard input where the query is', async () => {
    const ran = await meent(['query', '-', '--data', '-']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Standard input cannot be both');
  });

  it('of a project may be packed, also where it is validated', async () => {
    const folder = folderWith({ 'a.ttl.gz': gzipSync('<urn:a> a <urn:A> .') });
    writeFileSync(
      join(folder, 'shapes.ttl'),
      '<urn:S> a <http://www.w3.org/ns/shacl#NodeShape> ; <http://www.w3.org/ns/shacl#targetClass> <urn:A> ; <http://www.w3.org/ns/shacl#nodeKind> <http://www.w3.org/ns/shacl#IRI> .',
    );
    const options = ['--data', join(folder, 'a.ttl.gz'), '--shapes', join(folder, 'shapes.ttl')];
    expect(await meent(['validate', ...options])).toMatchObject({ code: 0, err: '' });
  });
});

describe('--endpoint', () => {
  const people = ':a :name "Ann" . :b :name "Bob" .';
  const names = 'PREFIX : <https://example.org/> SELECT ?n { ?x :name ?n } ORDER BY ?n';

  it('asks it, in any folder', async () => {
    const { address } = await endpoint(people);
    expect(await ask(newFolder(), ['--endpoint', address], names)).toEqual({
      code: 0,
      out: 'n\r\nAnn\r\nBob\r\n',
      err: '',
    });
  });

  it('and --data are asked as one', async () => {
    const { address } = await endpoint(people);
    const folder = folderWith({ 'trees.ttl': '<urn:oak> <urn:owner> <https://example.org/a> .' });
    const sparql = 'PREFIX : <https://example.org/> SELECT ?t ?n { ?t <urn:owner> ?x . ?x :name ?n }';
    const sources = ['--data', join(folder, 'trees.ttl'), '--endpoint', address];
    expect(await ask(folder, sources, sparql)).toEqual({ code: 0, out: 't,n\r\nurn:oak,Ann\r\n', err: '' });
  });

  it.each([
    ['ftp://example.org/', /no http or https address/],
    ['https://me:secret@example.org/', /user name or password/],
    ['sparql', /no http or https address/],
  ])('%s is wrong usage', async (address, message) => {
    const ran = await ask(newFolder(), ['--endpoint', address], names);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('that is not there gives 5', async () => {
    const ran = await ask(newFolder(), ['--endpoint', 'http://127.0.0.1:1/sparql'], names);
    expect(ran).toMatchObject({ code: 5, out: '', err: 'http://127.0.0.1:1/sparql refuses connections\n' });
  });

  it('that drops the connection ends the process with 5, and with one line', async () => {
    const { address } = await endpoint(people);
    const gone = address.replace(/:\d+/, ':1');
    const ran = await finish(process.execPath, [bin, 'query', '-e', names, '--endpoint', gone]);
    expect(ran).toMatchObject({ code: 5, out: '', err: `${gone} refuses connections\n` });
  });
});

describe('a service', () => {
  const sparql = (address: string) =>
    `PREFIX : <https://example.org/> SELECT ?n { SERVICE <${address}> { ?x :name ?n } }`;

  it('is asked where the command line allows its origin', async () => {
    const { address } = await endpoint(':a :name "Ann" .');
    const folder = orchardWith();
    expect(await ask(folder, [], sparql(address))).toMatchObject({ code: 4, out: '' });
    expect(await ask(folder, ['--allow-origin', new URL(address).origin], sparql(address))).toEqual({
      code: 0,
      out: 'n\r\nAnn\r\n',
      err: '',
    });
  });

  it('on this machine is not asked where only meent.json allows it', async () => {
    const { address, asked } = await endpoint(':a :name "Ann" .');
    const { origin } = new URL(address);
    const folder = orchardWith({ 'meent.json': JSON.stringify({ allowedOrigins: [origin] }) });
    const ran = await ask(folder, [], sparql(address));
    expect(ran).toMatchObject({ code: 5, out: '' });
    expect(ran.err).toContain(`say --allow-origin ${origin}`);
    expect(asked).toEqual([]);
  });

  it('that fails silently is told of beside the answer', async () => {
    const silent = sparql('http://127.0.0.1:1/').replace('SERVICE', 'SERVICE SILENT');
    expect(await ask(orchardWith(), ['--allow-origin', 'http://127.0.0.1:1'], silent)).toEqual({
      code: 0,
      out: 'n\r\n\r\n',
      err: 'http://127.0.0.1:1/ refuses connections\n',
    });
  });
});
