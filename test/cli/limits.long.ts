import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finish, start } from '../processes.ts';
import { serve } from '../fetch/serve.ts';
import { root } from '../support.ts';
import { newFolder, orchard, orchardWith } from './support.ts';

const bin = join(root, 'bin/meent.js');
const query = (sparql: string, ...options: string[]) =>
  finish(process.execPath, [bin, 'query', '-e', sparql, '--project', orchard, ...options]);

const slow = `REGEX("${'a'.repeat(40)}!", "^(a+)+$")`;
const cross = '?a ?b ?c . ?d ?e ?f . ?g ?h ?i';
const late = 'did not get done within 1 s';

describe('a query that takes too much ends with 6, prints nothing and says which limit that is:', () => {
  it.each([
    ['a regular expression that never ends', `ASK { FILTER(${slow}) }`, ['--timeout', '1'], late],
    ['a cross product', `SELECT (COUNT(*) AS ?n) { ${cross} }`, ['--timeout', '1'], late],
    ['a sort of it', `SELECT * { ${cross} } ORDER BY ?c`, ['--timeout', '1'], late],
    [
      'a path through everything',
      'SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?c (!<urn:x>|^!<urn:x>)* ?d }',
      ['--timeout', '1'],
      late,
    ],
    [
      'a list that takes long to read',
      `SELECT * { ?s ?p ?o FILTER(?o IN (${Array.from({ length: 8000 }, (_, n) => `<urn:${n}>`).join()})) }`,
      ['--timeout', '0.001'],
      'did not get done within 0.001 s',
    ],
    [
      'a text that grows twentyfold at each step',
      `SELECT (STRLEN(${'REPLACE('.repeat(6)}"aaaaaaaaaa"${', "a", "aaaaaaaaaaaaaaaaaaaa")'.repeat(6)}) AS ?n) {}`,
      ['--memory', '200'],
      'took more than 200 MB of memory',
    ],
    [
      'all of it in memory',
      `SELECT * { ${cross} } ORDER BY ?c`,
      ['--memory', '100'],
      'took more than 100 MB of memory',
    ],
    ['too many rows', 'SELECT * { ?s ?p ?o }', ['--max-rows', '10'], 'has more than 10 rows'],
    [
      'too many triples',
      'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }',
      ['--max-rows', '10'],
      'has more than 10 rows',
    ],
  ])('%s', async (_, sparql, options, message) => {
    const ran = await query(sparql, ...options);
    expect(ran).toMatchObject({ code: 6, out: '' });
    expect(ran.err).toContain(message);
    expect(ran.err).toMatch(new RegExp(`^-e: .*\\nHow to mend it: .*${options[0]} <.*\\n$`));
  });
});

it('native code that does not hear of its end is left behind', async () => {
  // Replaces each character of a text of 2²⁷ in one call, which nothing interrupts.
  const doubled = Array.from({ length: 27 }, (_, n) => `BIND(CONCAT(?x${n}, ?x${n}) AS ?x${n + 1})`);
  const sparql = `SELECT (STRLEN(REPLACE(?x27, "a", "b")) AS ?n) { BIND("a" AS ?x0) ${doubled.join(' ')} }`;
  const ran = await query(sparql, '--timeout', '2', '--memory', '100000');
  expect(ran).toMatchObject({ code: 6, out: '' });
});

it('just as many rows as may be are printed', async () => {
  expect(await query('SELECT ?s { ?s ?p ?o } LIMIT 10', '--max-rows', '10')).toMatchObject({
    code: 0,
    err: '',
  });
});

it('a service that never answers is named, and not taken for a slow query', async () => {
  const origin = await serve(() => undefined);
  const ran = await query('ASK { ?s ?p ?o }', '--endpoint', origin, '--timeout', '1');
  expect(ran).toMatchObject({ code: 5, out: '', err: `${origin}/ did not answer within 1 s\n` });
});

it.each(['0', '-1', 'soon', '1.5'])('%s rows are wrong usage', async (rows) => {
  expect(await query('ASK {}', '--max-rows', rows)).toMatchObject({ code: 2, out: '' });
});

describe('a slow query of a project ends with 6 and leaves what stood there:', () => {
  const summary = '#+ summary: { nl: traag, en: slow }\n';
  it.each([
    [
      'build',
      'checks',
      `${summary}#+ severity: warning\n#+ message: { nl: traag, en: slow }\nSELECT ?this { ?this ?p ?o FILTER(${slow}) }`,
    ],
    ['export', 'exports', `${summary}CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(${slow}) }`],
  ])('%s, in queries/%s', async (command, folder, sparql) => {
    const project = orchardWith();
    mkdirSync(join(project, 'queries', folder), { recursive: true });
    writeFileSync(join(project, 'queries', folder, 'slow.rq'), sparql);
    const ran = await finish(process.execPath, [bin, command, '--project', project, '--timeout', '5']);
    expect(ran).toMatchObject({ code: 6, out: '' });
    expect(ran.err).toMatch(/slow\.rq: The query did not get done within 5 s\n.*--timeout/);
    expect(existsSync(join(project, 'dist/exports'))).toBe(false);
  });
});

describe('the thread of a query', () => {
  it('keeps nobody waiting who only wanted help', async () => {
    expect(await finish(process.execPath, [bin, 'query', '--help'])).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(process.platform === 'win32')('is ended by Ctrl-C, whatever it does', async () => {
    const path = join(newFolder(), 'slow.rq');
    writeFileSync(path, `ASK { FILTER(${slow}) }`);
    const { child, finished } = start(process.execPath, [bin, 'query', path, '--project', orchard]);
    setTimeout(() => child.kill('SIGINT'), 3000);
    expect(await finished).toMatchObject({ code: 130, out: '', err: '' });
  });
});
