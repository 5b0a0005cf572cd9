import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../../src/graph/locator.ts';
import { parse } from '../../../src/graph/parse.ts';
import { lint } from '../../../src/validate/syntax/lint.ts';
import { readKnownTerms } from '../../../src/validate/syntax/known-terms.ts';
import { rules } from '../../../src/validate/syntax/rules.ts';
import { loadData, loadShapes } from '../../../src/project/load.ts';
import { ownProject } from '../../support.ts';

const project = ownProject();
const known = await readKnownTerms(project.knownTerms);
const read = async (text: string, path = 'a.ttl'): Promise<ReadDocument> => ({
  ...(await parse(text, { path })),
  file: path,
  text,
});
/** What is found in texts, as rule and place. */
const found = async (...documents: ReadDocument[]) =>
  lint(documents, known).map(
    ({ rule, places }) =>
      `${rule} ${places!.map(({ file, line, column }) => `${file}:${line}:${column}`).join(' ')}`,
  );

const literal = (text: string) => `<urn:a> <urn:p>\n  ${text} .`;

describe('the characters of a text', () => {
  it.each([
    ['U+FFFD', '"caf\uFFFD"', ['replacement-character a.ttl:2:3']],
    ['a letter and its mark apart', '"cafe\u0301"', ['not-nfc a.ttl:2:3']],
    ['a bidi override', '"a\u202Eb"', ['invisible-character a.ttl:2:3']],
    ['a bidi isolate', '"\u2066a\u2069"', ['invisible-character a.ttl:2:3']],
    ['a zero-width space', '"a\u200Bb"@nl', ['invisible-character a.ttl:2:3']],
    ['a zero-width joiner between letters', '"a\u200Db"', ['invisible-character a.ttl:2:3']],
    ['a C0 control, escaped', '"a\\u0007b"', ['invisible-character a.ttl:2:3']],
    ['a C1 control', '"a\u0085b"', ['invisible-character a.ttl:2:3']],
    ['tabs and line ends', '"a\\tb\\r\\nc"', []],
    ['emoji that are joined', '"👩‍🔬 🏳️‍🌈 👩🏽‍🚒"', []],
    ['joiners that Persian and Hindi need', '"می‌خواهم क्‍ष"', []],
    ['letters of any script, precomposed', '"Één ’n œuvre – “Ελλάδα” 漢字 한국어 ﬁ"', []],
  ])('%s', async (_, text, expected) => {
    expect(await found(await read(literal(text)))).toEqual(expected);
  });

  it('name the code points', async () => {
    const [finding] = lint([await read(literal('"\u202Ea\u200B\u202E"'))], known);
    expect(finding!.message['en']).toBe('Holds what nobody sees: U+202E, U+200B.');
  });

  it('half a character, which JSON can spell', async () => {
    expect(await found(await read('{"urn:p":\n "\\ud83d"}', 'a.jsonld'))).toEqual([
      'lone-surrogate a.jsonld:2:2',
    ]);
    expect(await found(await read('{"urn:p": "\\ud83d\\ude00"}', 'a.jsonld'))).toEqual([]);
  });
});

describe('an IRI', () => {
  it.each([
    ['is relative', '<a> <urn:p> <#b> .', ['relative-iri a.ttl:1:1', 'relative-iri a.ttl:1:13']],
    ['is relative by its prefix', '@prefix x: <y/> . <urn:a> <urn:p> x:b .', ['relative-iri a.ttl:1:35']],
    ['has a base in the file', '@base <https://example.org/> . <a> <urn:p> <b> .', []],
    [
      'is said in several places',
      '<a> <urn:p> 1 ; <urn:q> 2 .\n<a> <urn:r> <a> .',
      ['relative-iri a.ttl:1:1 a.ttl:2:1 a.ttl:2:13'],
    ],
    ['is a datatype', '<urn:a> <urn:p> "x"^^<t> .', ['relative-iri a.ttl:1:17']],
    ['has a stray percent sign', '<urn:a> <urn:p> <urn:100%> .', ['percent-encoding a.ttl:1:17']],
    ['mixes scripts', '<urn:a> <urn:p> <https://ex\u0430mple.org/> .', ['mixed-scripts a.ttl:1:17']],
    ['is of one script', '<urn:a> <urn:p> <https://пример.example/café> .', []],
    ['holds a zero-width space', '<urn:a> <urn:p> <urn:x\u200By> .', ['invisible-character a.ttl:1:17']],
    ['is not in normal form', '<urn:a> <urn:p> <urn:cafe\u0301> .', ['not-nfc a.ttl:1:17']],
  ])('%s', async (_, text, expected) => {
    expect(await found(await read(text))).toEqual(expected);
  });

  it('has its graph looked at too', async () => {
    expect(await found(await read('<g> { <urn:a> <urn:p> 1 }', 'a.trig'))).toEqual([
      'relative-iri a.trig:1:7',
    ]);
  });

  it('holds what JSON lets it hold', async () => {
    const text = '{"@id": "urn:a<b", "urn:p": {"@id":\n "rel"}}';
    expect(await found(await read(text, 'a.jsonld'))).toEqual([
      'forbidden-in-iri a.jsonld:1:1',
      'relative-iri a.jsonld:1:29',
    ]);
  });
});

describe('a literal', () => {
  it.each([
    ['"2024-02-31"^^xsd:date', 'ill-typed-literal'],
    ['"abc"^^xsd:integer', 'ill-typed-literal'],
    ['"not a uri"^^xsd:anyURI', 'uri-in-literal'],
    ['"x"@a', 'ill-formed-language-tag'],
    ['"x"@nl-BE-BE', 'ill-formed-language-tag'],
    ['"x"@nl-BE', undefined],
    ['"x"^^<urn:any>', undefined],
  ])('%s', async (text, rule) => {
    const prefix = '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . ';
    const expected = rule ? [`${rule} a.ttl:2:3`] : [];
    expect(await found(await read(prefix + literal(text)))).toEqual(expected);
  });

  it('is a finding of its subject, with path and value', async () => {
    const [finding] = lint([await read(literal('"x"@a'))], known);
    expect(finding).toMatchObject({
      kind: 'syntax',
      severity: 'violation',
      focus: { value: 'urn:a' },
      value: { value: 'x' },
    });
    expect(finding!.path).toMatchObject({ kind: 'predicate', predicate: { value: 'urn:p' } });
  });
});

describe('a term of a vocabulary that we know', () => {
  const prefixes =
    '@prefix schema: <https://schema.org/> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n';

  it.each([
    ['does not exist', '<urn:a> schema:nmae 1 .', ['unknown-term a.ttl:3:9']],
    ['is a type that does not exist', '<urn:a> a schema:Recipee .', ['unknown-term a.ttl:3:11']],
    [
      'is a datatype that does not exist',
      '<urn:a> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#int32> .',
      ['unknown-term a.ttl:3:17'],
    ],
    ['exists', '<urn:a> a schema:Event ; schema:name "x" ; rdf:_12 1 .', []],
    ['is the vocabulary itself', '<urn:a> <urn:p> schema:, <https://schema.org/docs/about> .', []],
    [
      'is described by the data',
      '<https://schema.org/brandNew> a rdf:Property . <urn:a> schema:brandNew 1 .',
      [],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(await read(prefixes + text))).toEqual(expected);
  });

  it.each([
    ['schema:nmae', 'https://schema.org/name'],
    ['schema:descripton', 'https://schema.org/description'],
    ['schema:Name', 'https://schema.org/name'],
  ])('%s has the one that was meant as a hint', async (term, meant) => {
    const [finding] = lint([await read(`${prefixes}<urn:a> ${term} 1 .`)], known);
    expect(finding!.hint!['en']).toBe(`Did you mean <${meant}>?`);
  });
});

describe('prefixes', () => {
  const declare = (prefix: string, namespace: string) => `@prefix ${prefix}: <${namespace}> .\n`;

  it('that mean two things are told with both places, the rarer first', async () => {
    const right = declare('ex', 'urn:right:');
    expect(
      await found(
        await read(right, 'a.ttl'),
        await read(right, 'b.ttl'),
        await read(`\n${declare('ex', 'urn:wrong:')}`, 'c.ttl'),
      ),
    ).toEqual(['prefix-with-two-namespaces c.ttl:2:13 a.ttl:1:13']);
  });

  it('that change within a file are told too, the empty one also', async () => {
    expect(await found(await read(declare('', 'urn:a:') + declare('', 'urn:b:')))).toEqual([
      'prefix-with-two-namespaces a.ttl:1:11 a.ttl:2:11',
    ]);
  });

  it('of one namespace are told with both places', async () => {
    expect(
      await found(
        await read(declare('dc', 'urn:x:'), 'a.ttl'),
        await read(declare('dct', 'urn:x:'), 'b.ttl'),
      ),
    ).toEqual(['namespace-with-two-prefixes a.ttl:1:13 b.ttl:1:14']);
  });

  it('that are empty mean what their own file says', async () => {
    expect(
      await found(
        await read(declare('', 'urn:a:'), 'a.ttl'),
        await read(declare('', 'urn:b:') + declare('b', 'urn:b:'), 'b.ttl'),
      ),
    ).toEqual([]);
  });
});

describe('what JSON-LD loses', () => {
  it('is told with its place', async () => {
    const text = '{"@id": "urn:a",\n "name": "x",\n "urn:p": 9007199254740993}';
    expect(await found(await read(text, 'a.jsonld'))).toEqual([
      'changed-number a.jsonld:3:11',
      'dropped-key a.jsonld:2:2',
    ]);
  });
});

describe('every rule', () => {
  it.each(Object.entries(rules))('%s speaks Dutch and English', (_, rule) => {
    const message = rule.message('x');
    expect(Object.keys(message).sort()).toEqual(['en', 'nl']);
    expect(message.nl).not.toBe(message.en);
    expect(Object.keys('hint' in rule ? rule.hint : message).sort()).toEqual(['en', 'nl']);
  });
});

it('finds nothing in the project itself', async () => {
  const documents = [...(await loadData(project)).documents, ...(await loadShapes(project)).documents];
  expect(lint(documents, known)).toEqual([]);
});
