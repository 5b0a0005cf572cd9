import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support.ts';
import { inOrchard, meent, newFolder, orchard, orchardWith, shownIn } from './support.ts';

const things = 'data/reference/things.ttl';
const textOfThings = textOf(`${orchard}/${things}`);
const query = (sparql: string) => `#+ summary:\n#+   nl: Wat?\n#+   en: What?\n\n${sparql}`;

describe('wrong usage exits with 2, says what is wrong and prints nothing:', () => {
  it.each<[string, string[], RegExp]>([
    ['no command', [], /^Usage: meent/],
    ['an unknown command', ['valdate'], /unknown command 'valdate'\n\(Did you mean validate\?\)/],
    ['an unknown option', ['validate', '--chekcs'], /unknown option '--chekcs'/],
    ['an unknown language', ['validate', '--lang', 'fr'], /'fr' is invalid\. Allowed choices are nl, en/],
    [
      'an unknown format',
      ['query', 'values-by-use', '-f', 'xml'],
      /'xml' is invalid\. Allowed choices are table/,
    ],
    [
      'an unknown severity',
      ['validate', '--fail-on', 'awful'],
      /'awful' is invalid\. Allowed choices are violation/,
    ],
    ['words too many', ['validate', 'this'], /too many arguments/],
    ['a missing argument', ['anchor', 'orchard-evening'], /missing required argument 'passage'/],
    ['an option without its value', ['build', '--output'], /argument missing/],
    [
      'an unknown query',
      ['query', 'values-by-us'],
      /^No query called values-by-us\nHow to mend it: Did you mean values-by-use\?/,
    ],
    [
      'a query like no other',
      ['query', 'zzzzzzzzzzzz'],
      /^No query called zzzzzzzzzzzz\nHow to mend it: `meent query --list`/,
    ],
    ['no query at all', ['query'], /^Give either the name of a query or a query with -e/],
    [
      'two queries',
      ['query', 'values-by-use', '-e', 'ASK {}'],
      /^Give either the name of a query or a query with -e/,
    ],
    [
      'a parameter without value',
      ['query', 'claims-of-actor', '-v', 'actor'],
      /^Not a parameter: actor\n.*name=value/,
    ],
    [
      'an unknown parameter',
      ['query', 'claims-of-actor', '-v', 'who=ans-boom'],
      /: The query has no parameter called who\n.*Its parameters are actor\./,
    ],
    [
      'a parameter of the wrong type',
      ['query', '-e', 'SELECT * { ?s ?p ?_n_integer }', '-v', 'n=many'],
      /^-e: The value of n is not of type integer: many\n.*an integer such as 12/,
    ],
    [
      'a parameter that is nowhere',
      ['query', '-e', 'SELECT * { ?s ?p ?_n }'],
      /^-e: The query needs a value for n\n.*-v n=/,
    ],
    [
      'a name that nothing has',
      ['query', 'claims-of-actor', '-v', 'actor=nobody'],
      /: The value of actor is not an IRI, a prefixed name or/,
    ],
    [
      'a name that is no IRI',
      ['query', 'claims-of-actor', '-v', 'actor=actor:x> } #'],
      /: The value of actor is not an IRI, a prefixed name or/,
    ],
    [
      'a form that the answer has not',
      ['query', '-e', 'ASK {}', '-f', 'csv'],
      /^An ASK cannot be written as csv\n.*ASK gives table, json/,
    ],
    [
      'words that are not in the text',
      ['anchor', 'orchard-evening', 'de perenboom'],
      /^These words are not in the text: de perenboom\n/,
    ],
    ['words that are none', ['anchor', 'orchard-evening', '  '], /^These words are not in the text/],
    [
      'words in several places',
      ['anchor', 'orchard-evening', 'boomgaardwachters'],
      /^These words stand in 2 places:\n {2}59-76, line 3\n {2}293-310, line 7\n.*Give more words/,
    ],
    ['a line that is empty', ['anchor', 'orchard-evening', '2'], /^The text has nothing on lines 2/],
    ['lines past the end', ['anchor', 'orchard-evening', '3-99'], /^The text has nothing on lines 3-99/],
    ['lines back to front', ['anchor', 'orchard-evening', '5-3'], /^The text has nothing on lines 5-3/],
  ])('%s', async (_, args, message) => {
    const ran = await inOrchard(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.replace(/^error: /, '')).toMatch(message);
  });
});

describe('input that cannot be read exits with 3, names file and line and prints nothing:', () => {
  it.each<[string, string, string, string, number | undefined, RegExp]>([
    [
      'a statement that does not end',
      things,
      textOfThings.replace(' .\n\ncommons:', '\n\ncommons:'),
      'validate',
      23,
      /Not valid RDF/,
    ],
    [
      'a prefix that nobody declared',
      things,
      `${textOfThings}\nx:y a x:Z .\n`,
      'validate',
      45,
      /Not valid RDF: Undefined prefix "x:"/,
    ],
    ['a shape that is not Turtle', 'shapes/own.ttl', '\n<a> <b>', 'validate', 2, /Not valid RDF/],
    [
      'settings that are not JSON',
      'meent.json',
      '{\n  "base": "https://example.org/",\n}',
      'build',
      3,
      /Not valid JSON/,
    ],
    [
      'settings that nobody knows',
      'meent.json',
      '{\n  "base": "https://example.org/",\n  "colour": "red"\n}',
      'validate',
      3,
      /Unknown setting colour\n.*The settings are base/,
    ],
    [
      'a setting of the wrong sort',
      'meent.json',
      '{\n  "base": "https://example.org"\n}',
      'query',
      2,
      /The setting base is to be an http\(s\) IRI that ends with a slash/,
    ],
    [
      'a check that is not SPARQL',
      'queries/checks/own.rq',
      query('SELECT ?this { ?this a }').replace(
        '\n\n',
        '\n#+ severity: info\n#+ message: { nl: Nee., en: No. }\n\n',
      ),
      'validate',
      7,
      /Cannot run the query/,
    ],
    [
      'a check without message',
      'queries/checks/own.rq',
      query('SELECT ?this {}'),
      'validate',
      1,
      /Query header: severity is missing/,
    ],
    [
      'a check that returns nothing of use',
      'queries/checks/own.rq',
      query('ASK {}').replace('\n\n', '\n#+ severity: info\n#+ message: { nl: Nee., en: No. }\n\n'),
      'validate',
      undefined,
      /A check is to be a SELECT that returns \?this/,
    ],
    [
      'an export that is not SPARQL',
      'queries/exports/own.rq',
      query('CONSTRUCT {\n  ?x ?y 1 WHERE { ?x ?y 1 }'),
      'build',
      6,
      /Cannot run the query/,
    ],
    [
      'an export that wants a value',
      'queries/exports/own.rq',
      query('CONSTRUCT { ?x ?y 1 }\nWHERE { ?x ?y ?_z }'),
      'export',
      6,
      /it has the parameter z\n/,
    ],
    [
      'an export that constructs nothing',
      'queries/exports/own.rq',
      query('ASK {}'),
      'export',
      undefined,
      /An export is to be a CONSTRUCT/,
    ],
    [
      'a question with an unknown key',
      'queries/questions/own.rq',
      query('ASK {}').replace('summary', 'sumary'),
      'query',
      1,
      /Query header: unknown key sumary/,
    ],
  ])('%s', async (_, path, text, command, line, message) => {
    const folder = orchardWith();
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    const ran = await meent([command, ...(command === 'query' ? ['--list'] : []), '--project', folder]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err.split(': ')[0]).toBe([shownIn(folder, path), line].filter(Boolean).join(':'));
    expect(ran.err).toMatch(message);
  });

  it('a frame that is not JSON', async () => {
    const folder = orchardWith();
    mkdirSync(join(folder, 'queries/exports'), { recursive: true });
    writeFileSync(join(folder, 'queries/exports/own.rq'), query('CONSTRUCT WHERE { ?x a ?y }'));
    writeFileSync(join(folder, 'queries/exports/own.frame.jsonld'), '{\n  "@type": Claim\n}');
    const ran = await meent(['export', '--project', folder]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(`${shownIn(folder, 'queries/exports/own.frame.jsonld')}:2: Not valid JSON`);
  });

  it('a frame whose context would have to be fetched', async () => {
    const folder = orchardWith();
    mkdirSync(join(folder, 'queries/exports'), { recursive: true });
    writeFileSync(join(folder, 'queries/exports/own.rq'), query('CONSTRUCT WHERE { ?x a ?y }'));
    writeFileSync(
      join(folder, 'queries/exports/own.frame.jsonld'),
      '{ "@type": { "@default": { "@context": "https://example.org/context" } } }',
    );
    const ran = await meent(['export', '--project', folder]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toContain(`${shownIn(folder, 'queries/exports/own.frame.jsonld')}: Cannot be framed`);
  });

  it('bytes that are not UTF-8', async () => {
    const folder = orchardWith();
    writeFileSync(join(folder, things), Buffer.from([0x23, 0xe9, 0x0a]));
    const ran = await meent(['validate', '--project', folder]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toBe(
      `${shownIn(folder, things)}: The file is not valid UTF-8\nHow to mend it: Save it as UTF-8.\n`,
    );
  });

  it.each([
    ['that is not there', undefined],
    ['without data', 'shapes'],
    ['whose data is a file', ''],
  ])('a project %s', async (_, made) => {
    const folder = newFolder();
    if (made) mkdirSync(join(folder, made));
    else if (made === '') writeFileSync(join(folder, 'data'), '');
    else rmSync(folder, { recursive: true });
    for (const command of ['validate', 'build', 'export', 'query', 'anchor']) {
      const words = { query: ['values-by-use'], anchor: ['orchard-evening', 'appels'] }[command] ?? [];
      const ran = await meent([command, ...words, '--project', folder]);
      expect(ran).toMatchObject({ code: 3, out: '' });
      expect(ran.err).toMatch(/No project in \S+: it has no data\/ folder\nHow to mend it: .*--project.*\n$/);
    }
  });

  it('the text of a report that is not there', async () => {
    const ran = await inOrchard(['anchor', 'orchard-morning', 'appels']);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(
      /^test\/cli\/projects\/orchard\/sources\/orchard-morning\.txt: The text of orchard-morning is not there\n/,
    );
  });

  it.each([
    ['that is not there', 'queries/missing.rq', /^queries\/missing\.rq: Cannot read the file: ENOENT/],
    ['that is a folder', './queries', /^queries: Cannot read the file: EISDIR/],
  ])('a query file %s', async (_, name, message) => {
    const ran = await inOrchard(['query', name]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(message);
  });

  it.each([
    [
      'something after its end',
      'SELECT ?x\n{ ?x ?y ?z } }',
      /^-e:2: Cannot run the query: did not expect '}'\n/,
    ],
    [
      'an undeclared prefix',
      'SELECT ?x\n{ ?x nope:p 1 }',
      /^-e:2: Cannot run the query: Unknown prefix: nope\n.*PREFIX nope:/,
    ],
    [
      'an end that comes too early',
      'SELECT ?x\n{ ?x ?y 1',
      /^-e:2: Cannot run the query: it ends too early\n/,
    ],
    [
      'a bracket before its time, and something after it',
      'SELECT ?x\n{ ?x ?y 1 ; . ?z }\nLIMIT 5',
      /^-e:2: Cannot run the query: did not expect '}'\n/,
    ],
    ['nothing', ' \n# only this', /^-e: There is no query\n/],
  ])('a query with %s', async (_, sparql, message) => {
    const ran = await inOrchard(['query', '-e', sparql]);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(message);
  });
});

describe('what cannot be honoured exits with 4 and prints nothing:', () => {
  it.each([
    [
      'an update',
      'INSERT DATA { <urn:a> <urn:b> 1 }',
      /^-e: This is an update, and only reading is allowed\n/,
    ],
    ['an update of everything', 'CLEAR ALL', /^-e: This is an update/],
    [
      'a service',
      'SELECT * { SERVICE <http://127.0.0.1:9/a> { ?s ?p ?o } }',
      /^-e: Not allowed to ask http:\/\/127\.0\.0\.1:9\/a\n.*--allow-origin http:\/\/127\.0\.0\.1:9,/,
    ],
    [
      'a service that would fail silently',
      'ASK { SERVICE SILENT <http://127.0.0.1:9/b> { ?s ?p ?o } }',
      /^-e: Not allowed to ask http:\/\/127\.0\.0\.1:9\/b\n/,
    ],
    ['a document from elsewhere', 'LOAD <http://127.0.0.1:9/c>', /^-e: This is an update/],
  ])('%s', async (_, sparql, message) => {
    const ran = await inOrchard(['query', '-e', sparql]);
    expect(ran).toMatchObject({ code: 4, out: '' });
    expect(ran.err).toMatch(message);
  });

  it.each(['CLEAR ALL', 'LOAD <urn:x>', 'INSERT DATA { <urn:a> <urn:b> 1 }', 'DELETE WHERE { ?a ?b ?c }'])(
    'an update that is to be explained: %s',
    async (sparql) => {
      const ran = await inOrchard(['query', '-e', sparql, '--explain']);
      expect(ran).toMatchObject({ code: 4, out: '' });
      expect(ran.err).toMatch(/^-e: This is an update/);
    },
  );
});

it('blank nodes that nobody could name in time exit with 6, and nothing is written', async () => {
  // A clique: ten nodes that all point at each other, so that nothing tells one from another.
  const nodes = Array.from({ length: 10 }, (_, index) => `_:n${index}`);
  const clique = nodes.map(
    (node) => `${node} <urn:knows> ${nodes.filter((other) => other !== node).join(', ')} .\n`,
  );
  const folder = orchardWith({ 'data/clique.ttl': clique.join('') });
  const ran = await meent(['export', '--project', folder]);
  expect(ran).toMatchObject({ code: 6, out: '' });
  expect(ran.err).toBe(
    'The blank nodes are too much alike to be given canonical names\n' +
      'How to mend it: Give some of them an IRI, or say something of each that tells it apart.\n',
  );
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});
