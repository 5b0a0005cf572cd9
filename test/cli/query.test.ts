import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
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
    ['CONSTRUCT', sharing, 'csv', 'A CONSTRUCT cannot be written as csv'],
    ['SELECT', trees, 'turtle', 'A SELECT cannot be written as turtle'],
    ['ASK', 'ASK {}', 'nquads', 'A ASK cannot be written as nquads'],
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
  const said = (options: string[]) => inOrchard(['query', 'claims-by-actor', '-f', 'csv', ...options]);

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
    ['en', 'Which values', /^ {2}claims-by-actor +What does this actor claim.* -v actor=…$/m],
    ['nl', 'Welke waarden', /^ {2}claims-by-actor +Wat beweert deze actor.* -v actor=…$/m],
  ])('names each with its question in %s and its parameters', async (lang, _, line) => {
    const ran = await inOrchard(['query', '--list', '--lang', lang]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.match(/^queries\/\w+$/gm)).toEqual([
      'queries/questions',
      'queries/exports',
      'queries/checks',
    ]);
    expect(ran.out).toMatch(line);
  });
});
