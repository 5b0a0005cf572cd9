import { join } from 'node:path';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalNQuads } from '../../src/graph/canonical.ts';
import { canonicalJsonLd } from '../../src/export/json-ld.ts';
import { parse } from '../../src/graph/parse.ts';
import { inOrchard, newFolder } from './support.ts';

const trees = `SELECT ?claim ?words {
  ?claim meent:framing framing:risk ; rdfs:label ?words FILTER(LANG(?words) = "nl")
}`;
const claim = 'https://example.org/id/report/orchard-evening/claim/no-fruit-without-pruning';
const sharing = `CONSTRUCT { ?value skos:prefLabel ?name } { ?value a meent:Value ; skos:prefLabel ?name }`;

describe('a SELECT comes as', () => {
  it.each([
    [
      'table',
      `claim${' '.repeat(73)}words\n${'─'.repeat(76)}  ${'─'.repeat(28)}\n${claim}  Wie niet snoeit, oogst niet.\n`,
    ],
    ['csv', `claim,words\r\n${claim},"Wie niet snoeit, oogst niet."\r\n`],
    ['tsv', `?claim\t?words\n<${claim}>\t"Wie niet snoeit, oogst niet."@nl\n`],
  ])('%s', async (format, expected) => {
    expect(await inOrchard(['query', '-e', trees, '-f', format])).toEqual({
      code: 0,
      out: expected,
      err: '',
    });
  });

  it('json', async () => {
    const ran = await inOrchard(['query', '-e', trees, '-f', 'json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toEqual({
      head: { vars: ['claim', 'words'] },
      results: {
        bindings: [
          {
            claim: { type: 'uri', value: claim },
            words: { type: 'literal', value: 'Wie niet snoeit, oogst niet.', 'xml:lang': 'nl' },
          },
        ],
      },
    });
  });

  it('a table that fits the terminal where there is one', async () => {
    const { out } = await inOrchard(['query', '-e', trees], { width: 60 });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBe(60);
  });

  it.each([
    ['en', '(no rows)\n'],
    ['nl', '(geen rijen)\n'],
  ])('a word in %s where it has no rows', async (lang, expected) => {
    const ran = await inOrchard(['query', '-e', 'SELECT * { <urn:x> ?p ?o }', '--lang', lang]);
    expect(ran).toEqual({ code: 0, out: expected, err: '' });
  });
});

describe('an ASK comes as', () => {
  it.each([
    [['-f', 'table'], 'yes\n'],
    [['--lang', 'nl'], 'ja\n'],
    [['-f', 'json'], '{\n  "head": {},\n  "boolean": true\n}\n'],
  ])('%j', async (options, expected) => {
    const ran = await inOrchard(['query', '-e', 'ASK { ?x a meent:Claim }', ...options]);
    expect(ran).toEqual({ code: 0, out: expected, err: '' });
  });
});

describe('a CONSTRUCT comes as', () => {
  const triples = ['delen"@nl', 'sharing"@en'].map(
    (words) =>
      `<https://example.org/id/value/sharing> <http://www.w3.org/2004/02/skos/core#prefLabel> "${words} .\n`,
  );

  it('nquads', async () => {
    const ran = await inOrchard(['query', '-e', sharing, '-f', 'nquads']);
    expect(ran).toEqual({ code: 0, out: triples.join(''), err: '' });
  });

  it.each([
    ['ntriples', triples.join('')],
    [
      'csv',
      'subject,predicate,object\r\n' +
        ['delen', 'sharing']
          .map(
            (words) =>
              `https://example.org/id/value/sharing,http://www.w3.org/2004/02/skos/core#prefLabel,${words}\r\n`,
          )
          .join(''),
    ],
    [
      'jsonl',
      ['delen', 'sharing']
        .map(
          (words) =>
            `{"subject":"https://example.org/id/value/sharing","predicate":"http://www.w3.org/2004/02/skos/core#prefLabel","object":"${words}"}\n`,
        )
        .join(''),
    ],
  ])('%s', async (format, expected) => {
    const ran = await inOrchard(['query', '-e', sharing, '-f', format]);
    expect(ran).toEqual({ code: 0, out: expected, err: '' });
  });

  it('turtle, by default', async () => {
    const ran = await inOrchard(['query', '-e', sharing]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { quads, prefixes } = await parse(ran.out, { path: 'answer.ttl', base: 'urn:' });
    expect(await canonicalNQuads(quads)).toBe(triples.join(''));
    expect([...prefixes.keys()]).toEqual(['skos', 'value']);
  });

  it('jsonld', async () => {
    const ran = await inOrchard(['query', '-e', sharing, '-f', 'jsonld']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(await canonicalJsonLd(ran.out)).toBe(triples.join(''));
  });

  it.each([
    ['CONSTRUCT', sharing, 'json', 'A CONSTRUCT cannot be written as json'],
    ['SELECT', trees, 'turtle', 'A SELECT cannot be written as turtle'],
    ['ASK', 'ASK {}', 'nquads', 'An ASK cannot be written as nquads'],
  ])('nothing where a %s has no such form', async (_, sparql, format, message) => {
    const ran = await inOrchard(['query', '-e', sparql, '-f', format]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
  });
});

describe('a query is taken', () => {
  const answer = { code: 0, out: 'n\r\n5\r\n', err: '' };
  const count = 'PREFIX meent: <https://w3id.org/meent/ns#>\nSELECT (COUNT(*) AS ?n) { ?x a meent:Claim }';

  it('from the command line, with the prefixes of the project', async () => {
    const sparql = 'SELECT (COUNT(*) AS ?n) { ?x a meent:Claim }';
    expect(await inOrchard(['query', '-e', sparql, '-f', 'csv'])).toEqual(answer);
  });

  it('from standard input', async () => {
    expect(await inOrchard(['query', '-', '-f', 'csv'], { stdin: count })).toEqual(answer);
  });

  it('from a file', async () => {
    const path = join(newFolder(), 'count.rq');
    writeFileSync(path, count);
    expect(await inOrchard(['query', path, '-f', 'csv'])).toEqual(answer);
  });

  it('by its name, in whichever folder', async () => {
    expect((await inOrchard(['query', 'values-by-use', '-f', 'csv'])).out).toContain('sharing');
    expect((await inOrchard(['query', 'values', '-f', 'turtle'])).out).toContain('value:sharing');
    expect((await inOrchard(['query', 'orphan', '-f', 'csv'])).out).toBe('this\r\n');
  });
});

describe('a parameter', () => {
  const said = (options: string[]) => inOrchard(['query', 'claims-of-actor', '-f', 'csv', ...options]);

  it.each([
    ['in full', 'https://example.org/id/actor/ans-boom'],
    ['with a prefix', 'actor:ans-boom'],
    ['by its last part', 'ans-boom'],
  ])('that is an IRI is given %s', async (_, value) => {
    const ran = await said(['-v', `actor=${value}`]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.trimEnd().split('\r\n')).toHaveLength(2);
    expect(ran.out).toContain('claim/apples-belong-to-village');
  });

  it('takes its default from the header where it is not given', async () => {
    expect((await said([])).out.trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('counts as it was given last', async () => {
    expect((await said(['-v', 'actor=piet-peer', '-v', 'actor=ans-boom'])).out).toContain('apples-belong');
  });

  it.each([
    '" } UNION { ?s ?p ?o } #',
    "' } UNION { ?s ?p ?o } #",
    '\\" . ?s ?p ?said #',
    '> <urn:x> "x" } #',
    '?said',
    '{}',
    'a=b',
    '',
    '\n',
    '🍎',
    '__proto__',
  ])('that is the text %j is that text and nothing else', async (text) => {
    const ran = await inOrchard([
      'query',
      '-e',
      'SELECT ?said { VALUES ?x { 1 } BIND(?_text AS ?said) }',
      '-v',
      `text=${text}`,
      '-f',
      'json',
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out).results.bindings).toEqual([{ said: { type: 'literal', value: text } }]);
  });
});

describe('the list of queries', () => {
  it.each([
    [
      'en',
      /^ {2}claims-of-actor {2}What does this actor claim, .*\n {4}-v actor=<iri> {2}the actor whose claims are wanted; by default https:.*\n {4}gives 0\.\.\*: start \(integer\), /m,
    ],
    [
      'nl',
      /^ {2}claims-of-actor {2}Wat beweert deze actor, .*\n {4}-v actor=<iri> {2}de actor om wiens .*; als niets is gegeven https:.*\n {4}geeft 0\.\.\*: start \(integer\), /m,
    ],
  ])('says in %s what each asks, what it takes and what it gives', async (lang, entry) => {
    const ran = await inOrchard(['query', '--list', '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.match(/^queries\/\w+$/gm)).toEqual([
      'queries/questions',
      'queries/federated',
      'queries/exports',
      'queries/checks',
    ]);
    expect(ran.out).toMatch(entry);
  });

  it('comes as JSON for programs', async () => {
    const { code, out } = await inOrchard(['query', '--list', '-f', 'json']);
    expect(code).toBe(0);
    expect(
      (JSON.parse(out) as { name: string }[]).find(({ name }) => name === 'claims-of-actor'),
    ).toMatchObject({
      folder: 'questions',
      summary: { en: expect.any(String), nl: expect.any(String) },
      parameters: [{ name: 'actor', type: 'iri', optional: false, variable: '?_actor_iri' }],
      columns: expect.arrayContaining([{ name: 'start', type: 'integer', optional: false }]),
      cardinality: '0..*',
    });
  });
});

describe('an explanation', () => {
  const explain = (args: string[]) => inOrchard(['query', ...args, '--explain']);

  it('says of what a query is asked, with which values, and shows its algebra with the matches of each pattern', async () => {
    const { code, out, err } = await explain(['claims-of-actor', '-v', 'actor=ans-boom']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^queries\/questions\/claims-of-actor\.rq: What does this actor claim/);
    expect(out).toMatch(/^Asked of \d+ triples in \d graphs from \d+ files\.$/m);
    expect(out).toContain('\nColumns: start, end, claim, ');
    expect(out).toContain('\n  actor (iri) = actor:ans-boom  given\n');
    expect(out).toContain('\n        (triple ?claim meent:assertedBy actor:ans-boom)  # 1\n');
    expect(out.match(/\(/g)).toHaveLength(out.match(/\)/g)!.length);
  });

  it('says which values are by default', async () => {
    expect((await explain(['who-said'])).out).toContain('\n  text (text) = "standard"  by default\n');
  });

  it.each([
    [
      'SELECT ?s { ?s (meent:assertedBy|^meent:assertedBy)+ ?o FILTER(?o IN (meent:a, "x"@en)) }',
      /\(path \?s \(path\+ \(alt meent:assertedBy \(reverse meent:assertedBy\)\)\) \?o\)/,
    ],
    [
      'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(?o) > 1) LIMIT 2',
      /\(slice 0 2[^]*\(group \(\?p\) \(\?var\d \(count distinct \?s\)\)/,
    ],
    [
      'SELECT * { VALUES (?a ?b) { (1 UNDEF) } FILTER NOT EXISTS { ?a ?b ?c } }',
      /\(notexists \(bgp \(triple \?a \?b \?c\)\)\)[^]*\(table \(\?a \?b\)\n +\("1"\^\^xsd:integer UNDEF\)/,
    ],
    [
      'SELECT * FROM <urn:g> { { ?a ?b ?c } UNION { GRAPH ?g { ?a ?b 1.5 } } MINUS { ?a a ?c } }',
      /\(dataset <urn:g>[^]*\(minus[^]*\(union[^]*\(triple \(graph \?g\) \?a \?b "1\.5"/,
    ],
    [
      'SELECT * { ?a ?b ?c OPTIONAL { ?c ?d ?e FILTER(?e > ?a) } BIND(STR(?e) AS ?f) }',
      /\(extend \(\?f \(str \?e\)\)\n +\(leftjoin \(> \?e \?a\)/,
    ],
    ['CONSTRUCT { ?a ?b _:c } { ?a ?b ?c }', /\(construct\n +\(template\n +\(triple \?a \?b _:/],
    ['DESCRIBE ?x { ?x a meent:Claim }', /\(describe \?x\n/],
    ['SELECT ?s { ?s !(rdfs:label|^rdfs:label) ?o }', /rdfs:label/],
  ])('of %s', async (sparql, expected) => {
    const { code, out } = await explain(['-e', sparql]);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
    const algebra = out.slice(out.indexOf('\n('));
    expect(algebra.match(/\(/g)).toHaveLength(algebra.match(/\)/g)!.length);
  });
});

describe('a limit', () => {
  it.each([
    [
      'of fewer rows than there are says so',
      'SELECT ?s { ?s a meent:Claim } ORDER BY ?s',
      '2',
      3,
      'These are the first 2; there are more.\n',
    ],
    ['of as many rows as there are says nothing', 'SELECT ?s { ?s a meent:Claim }', '5', 6, ''],
    ["of more rows than the query's own leaves that", 'SELECT ?s { ?s a meent:Claim } LIMIT 1', '5', 2, ''],
    [
      'of distinct rows',
      'SELECT DISTINCT ?t { ?s a ?t }',
      '1',
      2,
      'These are the first 1; there are more.\n',
    ],
    ['of triples', 'CONSTRUCT { ?s a ?t } { ?s a ?t }', '3', 4, 'These are the first 3; there are more.\n'],
  ])('%s', async (_, sparql, limit, lines, err) => {
    const ran = await inOrchard(['query', '-e', sparql, '--limit', limit, '-f', 'csv']);
    expect(ran).toMatchObject({ code: 0, err });
    expect(ran.out.trimEnd().split('\r\n')).toHaveLength(lines);
  });

  it.each(['0', '-1', '1.5', 'all'])('of %s is wrong usage', async (limit) => {
    expect(await inOrchard(['query', '-e', 'ASK {}', '--limit', limit])).toMatchObject({ code: 2, out: '' });
  });
});

describe('files', () => {
  it('get the form that their endings say, and nothing is printed', async () => {
    const folder = newFolder();
    const files = ['a.csv', 'deep/b.jsonld', 'c.ttl', 'd.trig', 'e.nt', 'f.nq', 'g.tsv', 'h.jsonl', 'i.txt'];
    const outputs = files.flatMap((name) => ['-o', join(folder, name)]);
    expect(await inOrchard(['query', '-e', sharing, ...outputs])).toEqual({ code: 0, out: '', err: '' });
    for (const name of files) {
      const format = {
        csv: 'csv',
        jsonld: 'jsonld',
        ttl: 'turtle',
        trig: 'trig',
        nt: 'ntriples',
        nq: 'nquads',
        tsv: 'tsv',
        jsonl: 'jsonl',
        txt: 'table',
      }[name.split('.')[1]!]!;
      const { out } = await inOrchard(['query', '-e', sharing, '-f', format]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(out);
    }
    expect(readdirSync(folder).sort()).toEqual([
      'a.csv',
      'c.ttl',
      'd.trig',
      'deep',
      'e.nt',
      'f.nq',
      'g.tsv',
      'h.jsonl',
      'i.txt',
    ]);
  });

  it('get the form before them, and -f prints it as well', async () => {
    const path = join(newFolder(), 'rows');
    const ran = await inOrchard(['query', '-e', trees, '-o', `csv:${path}`, '-f', 'tsv']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^\?claim\t/);
    expect(readFileSync(path, 'utf8')).toMatch(/^claim,/);
  });

  it.each([
    ['an ending that says nothing', ['a.pdf'], 2, /Cannot tell in which form .*a\.pdf/],
    ['the same file twice', ['a.csv', 'a.csv'], 2, /Two outputs cannot go to the same file/],
    ['a form that the answer has not', ['a.csv', 'b.ttl'], 2, /A SELECT cannot be written as turtle/],
    ['a place that cannot be written to', ['taken/a.csv'], 7, /Cannot write .*taken.a\.csv/],
  ])('with %s are not written', async (_, names, code, message) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'taken'), '');
    const outputs = names.flatMap((name) => ['-o', join(folder, name)]);
    const ran = await inOrchard(['query', '-e', trees, ...outputs]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(message);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
