import { describe, expect, it } from 'vitest';
import { iri, literal } from '../../src/graph/terms.ts';
import { readHeader } from '../../src/query/header.ts';
import { bindParameters, parametersOf } from '../../src/query/parameters.ts';

const xsd = (name: string) => iri(`http://www.w3.org/2001/XMLSchema#${name}`);
const ofQuery = (sparql: string) =>
  parametersOf({ sparql, path: 'q.rq', header: readHeader(sparql, 'q.rq') });
const names = {
  prefixes: new Map([['actor', 'https://example.org/id/actor/']]),
  iris: () => [
    'https://example.org/id/actor/ans-boom',
    'https://example.org/id/actor/orchard',
    'https://example.org/id/commons/orchard',
    'https://example.org/id/value/sharing',
    'https://example.org/other#sharing',
  ],
};
const bind = (sparql: string, given: Record<string, string>) =>
  bindParameters(ofQuery(sparql), new Map(Object.entries(given)), names, 'q.rq');

describe('the parameters of a query', () => {
  it('are the variables that begin with an underscore, typed by how they end', () => {
    const sparql = `PREFIX ex: <urn:ex:>
      SELECT ?x { ?x ?p ?_name_en, ?_actor_iri, ?_many_integer, $_text, ?_from_xsd_dateTime, ?_shape_ex_wkt, ?__maybe, ?__other_iri }`;
    expect(
      ofQuery(sparql).map(({ name, variable, type, optional }) => [name, variable, type, optional]),
    ).toEqual([
      ['actor', '_actor_iri', 'iri', false],
      ['from', '_from_xsd_dateTime', 'xsd:dateTime', false],
      ['many', '_many_integer', 'integer', false],
      ['maybe', '__maybe', 'text', true],
      ['name', '_name_en', 'en', false],
      ['other', '__other_iri', 'iri', true],
      ['shape', '_shape_ex_wkt', 'ex:wkt', false],
      ['text', '_text', 'text', false],
    ]);
  });

  it.each([
    ['comments', '# ?_a\nSELECT ?x { ?x ?y ?z }'],
    ['strings', `SELECT ?x { ?x ?y "?_a", '?_b', """ "?_c" \n ?_d""", '''it's ?_e''' }`],
    ['strings with quotes in them', 'SELECT ?x { ?x ?y "\\"?_a", "\\\\" }'],
    ['IRIs', 'SELECT ?x { ?x ?y <urn:?_b> }'],
  ])('do not stand in %s', (_, sparql) => {
    expect(ofQuery(sparql)).toEqual([]);
  });

  it('take their type from the header where they do not end in one', () => {
    const sparql = '#+ parameters:\n#+   many: { type: integer }\nSELECT * { ?x ?y ?_many }';
    expect(bind(sparql, { many: '12' }).get('_many')).toEqual(literal('12', xsd('integer')));
  });

  it.each<[string, string, number, RegExp]>([
    ['end in no type', 'SELECT *\n{ ?x ?y ?_first_name }', 2, /\?_first_name has no type: name is none/],
    ['end in a prefix that nobody declared', 'SELECT *\n{ ?x ?y ?_a_ex_b }', 2, /ex:b is none/],
    [
      'have two types',
      '#+ parameters:\n#+   a:\n#+     type: date\nSELECT * { ?x ?y ?_a_integer }',
      3,
      /gives a the type date, and \?_a_integer is of type integer/,
    ],
    [
      'have a type that is for columns only',
      '#+ parameters:\n#+   a: { type: term }\nSELECT * { ?x ?y ?_a }',
      2,
      /term is none/,
    ],
    [
      'are spoken of and not there',
      '#+ defaults:\n#+   b: c\nSELECT * { ?x ?y ?_a }',
      2,
      /speaks of a parameter b, and the query has none/,
    ],
    [
      'have a default that they do not take',
      '#+ enumerate:\n#+   - a: [x, y]\n#+ defaults:\n#+   - a: z\nSELECT * { ?x ?y ?_a }',
      4,
      /The default of a is none of the values/,
    ],
  ])('that %s are refused with file and line', (_, sparql, line, message) => {
    expect(() => ofQuery(sparql)).toThrow(
      expect.objectContaining({ code: 3, file: 'q.rq', line, message: expect.stringMatching(message) }),
    );
  });
});

describe('a value', () => {
  it.each([
    ['?_a_iri', 'https://example.org/x', iri('https://example.org/x')],
    ['?_a_iri', '<urn:x>', iri('urn:x')],
    ['?_a_iri', 'urn:isbn:1', iri('urn:isbn:1')],
    ['?_a_iri', 'actor:ans-boom', iri('https://example.org/id/actor/ans-boom')],
    ['?_a_iri', 'ans-boom', iri('https://example.org/id/actor/ans-boom')],
    ['?_commons_iri', 'orchard', iri('https://example.org/id/commons/orchard')],
    ['?_a_nl', 'appel', literal('appel', 'nl')],
    ['?_a', 'appel', literal('appel')],
    ['?_a_string', 'appel', literal('appel')],
    ['?_a_literal', 'appel', literal('appel')],
    ['?_a_integer', '12', literal('12', xsd('integer'))],
    ['?_a_number', '12', literal('12', xsd('integer'))],
    ['?_a_number', '0.5', literal('0.5', xsd('decimal'))],
    ['?_a_number', '1e6', literal('1e6', xsd('double'))],
    ['?_a_date', '2024-02-29', literal('2024-02-29', xsd('date'))],
    ['?_a_xsd_gYear', '2024', literal('2024', xsd('gYear'))],
    ['?_a_boolean', 'true', literal('true', xsd('boolean'))],
  ])('of %s that is %s is a term', (variable, value, term) => {
    const name = /_([^_]+)/.exec(variable)![1]!;
    const bound = bind(`SELECT * { ?x ?y ${variable} }`, { [name]: value }).get(variable.slice(1));
    expect(bound?.equals(term)).toBe(true);
  });

  it.each<[string, Record<string, string>, RegExp, RegExp]>([
    ['?_a_integer', { a: 'twelve' }, /not of type integer: twelve/, /an integer such as 12/],
    ['?_a_integer', { a: ' 12' }, /not of type integer/, /integer/],
    ['?_a_date', { a: '2023-02-29' }, /not of type date/, /a date such as/],
    ['?_a_number', { a: 'NaN' }, /not of type number/, /a number such as/],
    ['?_a_iri', { a: 'no such thing' }, /not an IRI, a prefixed name or/, /Give an IRI/],
    ['?_a_iri', { a: 'ans-bom' }, /not an IRI/, /Did you mean ans-boom\?/],
    ['?_a_iri', { a: 'sharing' }, /can be several things: sharing/, /id\/value\/sharing, .*other#sharing/],
    ['?_a_iri', { a: '' }, /not an IRI/, /Give an IRI/],
    ['?_a_iri', { a: 'https://example.org/a> } UNION {' }, /not an IRI/, /Give an IRI/],
    ['?_a_iri', { a: 'actor:a b' }, /not an IRI/, /Give an IRI/],
    ['?_a', { a: '\ud800' }, /half a character/, /whole/],
    ['?_a', {}, /needs a value for a/, /-v a=…, a text/],
    ['?_actor', { acter: '1' }, /no parameter called acter/, /Did you mean actor\? Its parameters are actor/],
    ['?_constructor', {}, /needs a value for constructor/, /-v constructor=/],
  ])('of %s given as %j is refused as wrong usage, with a way out', (variable, given, message, hint) => {
    expect(() => bind(`SELECT * { ?x ?y ${variable} }`, given)).toThrow(
      expect.objectContaining({
        code: 2,
        file: 'q.rq',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });

  it('is its default where none is given, and none where it may be left out', () => {
    const sparql = '#+ defaults:\n#+   a: apple\nSELECT * { ?x ?y ?_a, ?__b }';
    expect([...bind(sparql, {})].map(([name, term]) => [name, term.value])).toEqual([['_a', 'apple']]);
  });

  it('is one of those that the header lists, where it lists them', () => {
    const sparql = '#+ enumerate:\n#+   a: [apple, pear]\nSELECT * { ?x ?y ?_a }';
    expect(bind(sparql, { a: 'pear' }).get('_a')?.value).toBe('pear');
    expect(() => bind(sparql, { a: 'per' })).toThrow(
      expect.objectContaining({ code: 2, hint: 'Did you mean pear? It takes apple, pear.' }),
    );
  });
});
